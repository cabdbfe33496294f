create unlogged table stage.to_enrollment as
select st.id as student_id, sc.id as school_id, access.day_of(e.entry_on) as entry_on, access.day_of(e.exit_on) as exit_on, e.grade_level,
  coalesce(e.is_primary::boolean, true) as is_primary, e.is_deleted
from stage.school_enrollment e
join stage.known_student st on st.external_id = e.student_external_id
join stage.known_school sc on sc.external_id = e.school_external_id
where not e.set_aside;
