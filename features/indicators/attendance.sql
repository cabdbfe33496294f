-- Days enrolled and days missed, for a student and school. Overlapping enrollments are merged before a day is counted.
stay as materialized (
  select e.student_id, e.school_id, w.window_from, w.window_to,
    range_agg(
      case when e.exit_on < e.entry_on then 'empty'::daterange else daterange(e.entry_on, e.exit_on, '[]') end
        * daterange(w.window_from, w.window_to, '[]')
    ) as spans
  from enrollment e
  join school_window w on w.school_id = e.school_id
  where e.community_id = $1 and e.withdrawn_at is null
    and e.entry_on <= (select as_of from asked) and (e.exit_on is null or e.exit_on >= w.window_from)
    and ($5::uuid[] is null or e.student_id = any ($5::uuid[]))
  group by e.student_id, e.school_id, w.window_from, w.window_to
),
span as materialized (
  select s.student_id, s.school_id, lower(u.span) as from_on, upper(u.span) as before_on
  from stay s cross join unnest(s.spans) as u (span)
),
-- Most students of a school share their span, so its days are counted once for all of them.
span_days as materialized (
  select s.school_id, s.from_on, s.before_on, count(*)::int as days
  from (select distinct school_id, from_on, before_on from span) s
  join school_day d on d.school_id = s.school_id and d.on_date >= s.from_on and d.on_date < s.before_on
  group by s.school_id, s.from_on, s.before_on
),
enrolled as (
  select s.student_id, s.school_id, sum(d.days)::int as days
  from span s
  join span_days d on d.school_id = s.school_id and d.from_on = s.from_on and d.before_on = s.before_on
  group by s.student_id, s.school_id
),
-- Of the exceptions those of days of school. By themselves, or every day of every student is made first and looked through for them.
exception as materialized (
  select a.student_id, a.school_id, a.on_date, a.code, a.duration
  from attendance_event a
  join school_day d on d.school_id = a.school_id and d.on_date = a.on_date
  where a.community_id = $1 and a.withdrawn_at is null
    and ($5::uuid[] is null or a.student_id = any ($5::uuid[]))
),
-- At most one day for a date; what each exception takes is written in missed-days.ts.
missed_date as (
  select a.student_id, a.school_id, a.on_date,
    least(1, sum(coalesce(a.duration,
      case when a.code in ('excused_absence', 'unexcused_absence', 'suspension') then 1 else 0 end))) as part
  from exception a
  join span s on s.student_id = a.student_id and s.school_id = a.school_id and a.on_date >= s.from_on and a.on_date < s.before_on
  group by a.student_id, a.school_id, a.on_date
),
missed as (
  select student_id, school_id, sum(part) as days from missed_date group by student_id, school_id
),
attendance as materialized (
  select s.student_id, s.school_id, h.access_school_id, s.window_from, s.window_to,
    coalesce(e.days, 0) as days_enrolled, coalesce(m.days, 0)::numeric(7, 3) as days_missed
  from stay s
  join here h on h.student_id = s.student_id
  left join enrolled e on e.student_id = s.student_id and e.school_id = s.school_id
  left join missed m on m.student_id = s.student_id and m.school_id = s.school_id
),
