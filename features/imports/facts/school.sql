create unlogged table stage.to_school as
select coalesce(t.id, platform.uuidv7()) as id, access.district() as district_id, s.external_id, s.name, coalesce(s.level, t.level) as level, s.is_deleted
from stage.school s
left join public.school t on t.community_id = access.community() and t.district_id = access.district() and t.external_id = s.external_id
where not s.set_aside;
