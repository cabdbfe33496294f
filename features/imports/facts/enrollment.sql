create unlogged table stage.to_enrollment as
select st.id as student_id, sc.id as school_id, access.day_of(e.entry_on) as entry_on, access.day_of(e.exit_on) as exit_on, e.grade_level,
  coalesce(e.is_primary::boolean, true) as is_primary, e.is_deleted
from stage.school_enrollment e
join stage.known_student st on st.external_id = e.student_external_id
join stage.known_school sc on sc.external_id = e.school_external_id
where not e.set_aside
union all
-- Who came in an earlier year, was never said to have left, and is no longer told, was there until the day before these files begin.
select e.student_id, e.school_id, e.entry_on, c.from_on - 1, e.grade_level, e.is_primary, false
from stage.scope c
join stage.known_school sc on sc.external_id = c.school_external_id
join public.enrollment e on e.community_id = access.community() and e.school_id = sc.id and e.withdrawn_at is null and e.entry_on < c.from_on and coalesce(e.exit_on, 'infinity') >= c.from_on - 1
join stage.known_student st on st.id = e.student_id
join public.import i on i.community_id = e.community_id and i.id = e.changed_by_import and i.source_id = :source_id
where c.kind = 'school_enrollment' and c.from_on is not null and not exists (
  select from stage.school_enrollment s where s.student_external_id = st.external_id and (s.set_aside or s.school_external_id = sc.external_id and s.entry_on = e.entry_on::text));
