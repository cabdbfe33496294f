-- A row for every student and day: where a school sent no calendar, the days of such a file are its days of school.
create unlogged table stage.derived_day as
select distinct k.id as school_id, a.school_external_id, a.on_date, min(a.file) over (partition by a.school_external_id) as file
from (
  select file, school_external_id, on_date from stage.attendance where not set_aside and not is_deleted group by 1, 2, 3
  union select file, school_external_id, on_date from stage.present_day
  offset 0 -- or every row's day is read, and not each day once
) a join stage.known_school k on k.external_id = a.school_external_id
where access.day_of(a.on_date) is not null
  and not exists (select from stage.calendar_date c where c.school_external_id = a.school_external_id)
  and not exists (select from public.calendar_date c where c.community_id = access.community() and c.school_id = k.id and c.withdrawn_at is null and c.calendar_code <> 'from attendance');
insert into stage.calendar_date (file, school_external_id, calendar_code, on_date, day_type)
select file, school_external_id, 'from attendance', on_date, 'instructional' from stage.derived_day;
insert into stage.problem (file, value, rule, severity, message, params)
select min(file), school_external_id, 'calendar_from_attendance', 'note', 'There is no calendar for this school, so the ' || count(*) || ' days of the attendance file count as its days of school. Send calendar.csv to be exact.',
  jsonb_build_object('count', count(*))
from stage.derived_day group by school_external_id;
