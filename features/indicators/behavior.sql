-- Distinct incidents in which the student was the perpetrator, and days of suspension. A student without either has no row.
incident as (
  select b.student_id, b.school_id, b.external_id, w.window_from, w.window_to, bool_or(b.behavior = 'state_offense') as is_state_offense
  from behavior_incident b
  join school_window w on w.school_id = b.school_id and b.on_date between w.window_from and w.window_to
  where b.community_id = $1 and b.withdrawn_at is null and lower(b.participation) = 'perpetrator'
    and ($5::uuid[] is null or b.student_id = any ($5::uuid[]))
  group by b.student_id, b.school_id, b.external_id, w.window_from, w.window_to
),
behavior_fact as (
  select student_id, window_from, window_to, 1 as incidents, is_state_offense::int as state_offenses, 0 as suspension_days from incident
  union all
  select a.student_id, w.window_from, w.window_to, 0, 0, coalesce(a.days, 1)
  from discipline_action a
  join school_window w on w.school_id = a.school_id and a.on_date between w.window_from and w.window_to
  where a.community_id = $1 and a.withdrawn_at is null and lower(a.action) like '%suspension%'
    and ($5::uuid[] is null or a.student_id = any ($5::uuid[]))
),
behavior as materialized (
  select f.student_id, h.access_school_id, min(f.window_from) as window_from, max(f.window_to) as window_to,
    sum(f.incidents)::int as incidents, sum(f.state_offenses)::int as state_offenses,
    sum(f.suspension_days)::numeric(7, 2) as suspension_days
  from behavior_fact f
  join here h on h.student_id = f.student_id
  group by f.student_id, h.access_school_id
),
