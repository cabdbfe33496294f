create unlogged table stage.to_class as
select coalesce(t.id, platform.uuidv7()) as id, access.district() as district_id, s.external_id, coalesce(k.id, t.school_id) as school_id, coalesce(s.title, t.title) as title, s.course_title, s.subject,
  coalesce(s.is_homeroom = 'true', false) as is_homeroom, access.day_of(s.starts_on) as starts_on, access.day_of(s.ends_on) as ends_on, s.is_deleted
from stage.class s
left join stage.known_school k on k.external_id = s.school_external_id
left join public.class t on t.community_id = access.community() and t.district_id = access.district() and t.external_id = s.external_id
where not s.set_aside;
