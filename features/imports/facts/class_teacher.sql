create unlogged table stage.to_class_teacher as
select c.id as class_id, p.id as person_id, e.external_id, access.day_of(e.begin_on) as begin_on, access.day_of(e.end_on) as end_on, e.is_deleted
from stage.class_enrollment e
join stage.known_worker p on p.external_id = e.person_external_id
join stage.known_class c on c.external_id = e.class_external_id
where not e.set_aside and e.role = 'teacher';
