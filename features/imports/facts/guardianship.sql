-- A proposal: a guardian named by a file sees nothing until a steward approves it.
create unlogged table stage.to_guardianship as
select st.id as student_id, p.id as person_id, coalesce(c.relation, 'guardian') as relation, access.today() as from_on, c.is_deleted
from stage.student_contact c
join stage.known_student st on st.external_id = c.student_external_id
join stage.known_person p on p.external_id = c.contact_external_id
where not c.set_aside;
