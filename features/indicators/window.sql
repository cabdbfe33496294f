-- The days that count, school by school: the school year that holds the day asked about, up to that day.
-- $1 community, $2 district, $3 the day (null: today), $4 the rules of the preset, $5 the students to look at (null: all).
asked as (
  select $1::uuid as community_id, $2::uuid as district_id, coalesce($3::date, access.today()) as as_of,
    $4::jsonb as rules, $5::uuid[] as student_ids
),
-- Students of the district, with what a stored figure needs of them. Nothing else about a student is ever looked at.
here as materialized (
  select s.id as student_id, s.access_school_id, s.grade_level from student s
  where s.community_id = $1 and s.district_id = $2 and s.withdrawn_at is null and ($5::uuid[] is null or s.id = any ($5::uuid[]))
),
-- Days of school are distinct dates, in however many calendars of a school they stand.
school_day as materialized (
  select distinct c.school_id, c.on_date from calendar_date c
  where c.community_id = $1 and c.district_id = $2 and c.is_instructional and c.withdrawn_at is null
),
run as (
  select school_id, min(on_date) as starts_on, max(on_date) as ends_on
  from (
    select school_id, on_date, count(*) filter (where gap > 45) over (partition by school_id order by on_date) as number
    from (
      select school_id, on_date, on_date - lag(on_date) over (partition by school_id order by on_date) as gap from school_day
    ) spaced
  ) numbered
  group by school_id, number
),
named_year as (
  select s.id as school_id, y.starts_on, y.ends_on, y.school_id is not null as is_own
  from school s
  join academic_session y on y.community_id = s.community_id and y.district_id = s.district_id
    and y.kind = 'school_year' and y.withdrawn_at is null and (y.school_id is null or y.school_id = s.id)
  where s.community_id = $1 and s.district_id = $2
),
-- A year that no session names begins with the first day of school after more than 45 days without.
school_year as materialized (
  select school_id, starts_on, ends_on, is_own from named_year
  union all
  select school_id, starts_on, ends_on, false from run r
  where not exists (
    select from named_year n where n.school_id = r.school_id and n.starts_on <= r.ends_on and n.ends_on >= r.starts_on
  )
),
-- In the holidays the last year that had begun is the one meant.
chosen_year as materialized (
  select distinct on (s.id) s.id as school_id, asked.as_of, y.starts_on, y.ends_on
  from school s
  cross join asked
  left join school_year y on y.school_id = s.id and y.starts_on <= asked.as_of
  where s.community_id = $1 and s.district_id = $2
  order by s.id, y.starts_on desc nulls last, y.is_own desc, y.ends_on desc
),
last_day as (
  select c.school_id, max(d.on_date) as on_date
  from chosen_year c join school_day d on d.school_id = c.school_id and d.on_date between c.starts_on and c.ends_on
  group by c.school_id
),
next_year as (
  select c.school_id, min(y.starts_on) as starts_on
  from chosen_year c join school_year y on y.school_id = c.school_id and y.starts_on > c.starts_on
  group by c.school_id
),
measured_year as (
  select c.school_id, c.as_of, c.starts_on, coalesce(l.on_date, c.ends_on) as last_on, n.starts_on as next_on,
    (select max(t.starts_on) from academic_session t
      where t.community_id = $1 and t.district_id = $2 and t.kind in ('semester', 'term') and t.withdrawn_at is null
        and (t.school_id is null or t.school_id = c.school_id) and t.starts_on between c.starts_on and c.as_of) as term_on
  from chosen_year c
  left join last_day l on l.school_id = c.school_id
  left join next_year n on n.school_id = c.school_id
),
-- A school without a year has an empty window: the day itself, on which there was no school.
school_window as materialized (
  select m.school_id,
    coalesce(case asked.rules ->> 'window'
      when 'last_45_days' then greatest(m.starts_on, least(m.as_of, m.last_on) - 44)
      when 'term' then coalesce(m.term_on, m.starts_on)
      else m.starts_on
    end, m.as_of) as window_from,
    least(m.as_of, m.last_on) as window_to,
    coalesce(m.as_of >= m.last_on, false) as is_over,
    coalesce(m.next_on, 'infinity') as next_on
  from measured_year m
  cross join asked
),
