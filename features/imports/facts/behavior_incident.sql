create unlogged table stage.to_behavior_incident as
select st.id as student_id, sc.id as school_id, i.external_id, i.behavior, access.day_of(i.on_date) as on_date, coalesce(i.participation, 'perpetrator') as participation, i.is_deleted
from stage.incident i
join stage.known_student st on st.external_id = i.student_external_id
join stage.known_school sc on sc.external_id = i.school_external_id
where not i.set_aside;
