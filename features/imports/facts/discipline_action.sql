create unlogged table stage.to_discipline_action as
select st.id as student_id, sc.id as school_id, d.external_id, d.action, access.day_of(d.on_date) as on_date, access.number_of(d.days)::numeric(6, 2) as days, d.is_deleted
from stage.discipline d
join stage.known_student st on st.external_id = d.student_external_id
join stage.known_school sc on sc.external_id = d.school_external_id
where not d.set_aside;
