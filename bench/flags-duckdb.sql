-- The same flags by another engine from the same facts: the definitions of AIR EWIMS, year to date, written a second time.
create or replace table flags as
with school_day as (select distinct school_id, on_date from read_parquet('calendar_date.parquet') where is_instructional),
span_days as (
  select e.school_id, e.entry_on, e.exit_on, count(*) as days
  from (select distinct school_id, entry_on, exit_on from read_parquet('enrollment.parquet')) e
  join school_day d on d.school_id = e.school_id and d.on_date >= e.entry_on and (e.exit_on is null or d.on_date <= e.exit_on)
  group by all
),
enrolled as (
  select e.student_id, sum(s.days) as days
  from read_parquet('enrollment.parquet') e
  join span_days s on s.school_id = e.school_id and s.entry_on = e.entry_on and s.exit_on is not distinct from e.exit_on
  group by all
),
-- Materialized, or DuckDB joins the days to the enrollments by school first, which costs it ten times as much.
event as materialized (
  select a.student_id, a.school_id, a.on_date, a.code, a.duration
  from read_parquet('attendance_event.parquet') a
  semi join school_day d on d.school_id = a.school_id and d.on_date = a.on_date
),
missed_date as (
  select a.student_id, a.on_date, least(1, sum(coalesce(a.duration, if(a.code = 'tardy', 0, 1)))) as part
  from event a
  join read_parquet('enrollment.parquet') e on e.student_id = a.student_id and e.school_id = a.school_id
    and a.on_date >= e.entry_on and (e.exit_on is null or a.on_date <= e.exit_on)
  group by all
),
missed as (select student_id, sum(part) as days from missed_date group by all),
incidents as (
  select student_id, count(distinct external_id) as incidents, bool_or(behavior = 'state_offense') as is_state
  from read_parquet('behavior_incident.parquet')
  where participation = 'perpetrator' and on_date between (select min(on_date) from school_day) and (select max(on_date) from school_day)
  group by all
),
latest as (
  select student_id, subject, arg_max(numeric_grade, term_ends_on) as mark
  from read_parquet('grade.parquet') group by student_id, subject, course_title
),
averages as (select student_id, round(avg(mark), 2) as average from latest where subject in ('english', 'mathematics') group by student_id, subject)
select e.student_id, 'attendance' as indicator, if(m.days * 100 >= e.days * 10, 'concern', 'caution') as level
from enrolled e join missed m using (student_id)
where e.days >= 10 and m.days * 100 >= e.days * 5
union all
select student_id, 'behavior', if(incidents >= 6 or is_state, 'concern', 'caution') from incidents where incidents >= 4 or is_state
union all
select student_id, 'course', if(min(average) < 60, 'concern', 'caution') from averages where average < 70 group by student_id
