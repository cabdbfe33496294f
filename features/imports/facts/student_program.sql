create unlogged table stage.to_student_program as
select st.id as student_id, p.program, p.title, access.day_of(p.begin_on) as begin_on, access.day_of(p.end_on) as end_on, p.is_deleted
from stage.program p join stage.known_student st on st.external_id = p.student_external_id
where not p.set_aside;
