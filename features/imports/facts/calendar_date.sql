-- Only days of instruction, made-up ones too, are days of school.
create unlogged table stage.to_calendar_date as
select k.id as school_id, access.day_of(s.on_date) as on_date, coalesce(s.calendar_code, '') as calendar_code, s.day_type,
  s.day_type in ('instructional', 'make_up') as is_instructional, access.district() as district_id, s.is_deleted
from stage.calendar_date s join stage.known_school k on k.external_id = s.school_external_id
where not s.set_aside;
