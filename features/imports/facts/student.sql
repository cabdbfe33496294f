-- Where the grade does not stand with the student (Ed-Fi), it is that of the latest enrollment.
create unlogged table stage.latest_grade as
select distinct on (student_external_id) student_external_id as external_id, grade_level from stage.school_enrollment
where not set_aside and not is_deleted and access.day_of(entry_on) is not null
order by student_external_id, entry_on desc, is_primary desc nulls first, grade_level;
create unlogged table stage.to_student as
select coalesce(t.id, platform.uuidv7()) as id, access.district() as district_id, s.external_id, s.given_name, coalesce(s.middle_name, '') as middle_name, s.family_name,
  coalesce(s.preferred_name, '') as preferred_name,
  coalesce(s.grade_level, g.grade_level, case when not told.grades then t.grade_level end) as grade_level, s.is_deleted
from stage.student s
left join stage.latest_grade g on g.external_id = s.external_id
left join public.student t on t.community_id = access.community() and t.district_id = access.district() and t.external_id = s.external_id
cross join (select exists (select from stage.student where grade_level is not null) or exists (select from stage.latest_grade where grade_level is not null) as grades) told
where not s.set_aside;
