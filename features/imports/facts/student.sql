create unlogged table stage.to_student as
select coalesce(t.id, platform.uuidv7()) as id, access.district() as district_id, s.external_id, s.given_name, coalesce(s.middle_name, '') as middle_name, s.family_name,
  coalesce(s.preferred_name, '') as preferred_name, coalesce(s.grade_level, case when not exists (select from stage.student g where g.grade_level is not null) then t.grade_level end) as grade_level, s.is_deleted
from stage.student s
left join public.student t on t.community_id = access.community() and t.district_id = access.district() and t.external_id = s.external_id
where not s.set_aside;
