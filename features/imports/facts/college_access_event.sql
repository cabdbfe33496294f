create unlogged table stage.to_college_access_event as
select st.id as student_id, c.event, access.day_of(c.on_date) as on_date, coalesce(c.institution, '') as institution, coalesce(c.detail, '') as detail, c.is_deleted
from stage.college_access c join stage.known_student st on st.external_id = c.student_external_id
where not c.set_aside;
