-- Where the grade does not stand with the student (Ed-Fi), it is that of the latest enrollment.
create unlogged table stage.latest_grade as
select distinct on (student_external_id) student_external_id as external_id, grade_level from stage.school_enrollment
where not set_aside and not is_deleted and access.day_of(entry_on) is not null
order by student_external_id, entry_on desc, is_primary desc nulls first, grade_level;
-- What is told under another id alone changes nothing about the name: the source that gave it says it.
create unlogged table stage.to_student as
select distinct on (coalesce(a.kept_external_id, s.external_id)) coalesce(t.id, platform.uuidv7()) as id, access.district() as district_id,
  coalesce(a.kept_external_id, s.external_id) as external_id,
  case when f.is_kept then t.given_name else s.given_name end as given_name,
  case when f.is_kept then t.middle_name else coalesce(s.middle_name, '') end as middle_name,
  case when f.is_kept then t.family_name else s.family_name end as family_name,
  case when f.is_kept then t.preferred_name else coalesce(s.preferred_name, '') end as preferred_name,
  case when f.is_kept then t.grade_level else coalesce(s.grade_level, g.grade_level, case when not told.grades then t.grade_level end) end as grade_level,
  s.is_deleted and a.id is null as is_deleted
from stage.student s
left join stage.student_alias a on a.external_id = s.external_id
left join stage.latest_grade g on g.external_id = s.external_id
left join public.student t on t.community_id = access.community() and t.district_id = access.district() and t.external_id = coalesce(a.kept_external_id, s.external_id)
cross join lateral (select a.id is not null and t.id is not null and t.withdrawn_at is null as is_kept) f
cross join (select exists (select from stage.student where grade_level is not null) or exists (select from stage.latest_grade where grade_level is not null) as grades) told
where not s.set_aside
  and (a.id is null or not exists (select from stage.student o where o.external_id = a.kept_external_id and not o.set_aside))
order by coalesce(a.kept_external_id, s.external_id), s.is_deleted, s.external_id;
