-- A teacher of a class gets that class. Every other role that a file gives is a proposal, which opens nothing until a steward approves it.
create unlogged table stage.to_membership as
select coalesce(t.id, platform.uuidv7()) as id, w.person_id, w.role, w.school_id, case when w.role = 'data_steward' then access.district() end as district_id,
  access.today() as from_on,
  case when t.id is null and w.has_class or t.approved_at is null and t.approved_by is null and t.until_on is null and w.has_class then now() else t.approved_at end as approved_at,
  false as is_deleted
from (
  select person_id, role, school_id, bool_or(has_class) as has_class from (
    select k.id as person_id, p.role, s.id as school_id, false as has_class
    from stage.person p join stage.known_worker k on k.external_id = p.external_id left join stage.known_school s on s.external_id = p.school_external_id
    where not p.set_aside and not p.is_deleted and p.role is not null and (s.id is not null or p.role = 'data_steward')
    union all
    select t.person_id, 'teacher', c.school_id, true from stage.want_class_teacher t join stage.known_class c on c.id = t.class_id where t.import_action in ('add', 'change', 'same')
  ) hats group by person_id, role, school_id
) w
left join lateral (
  select m.* from public.membership m
  where m.community_id = access.community() and m.person_id = w.person_id and m.role = w.role and m.school_id is not distinct from w.school_id
  order by (m.withdrawn_at is null) desc, m.created_at limit 1
) t on true
union all
-- Whom the files say to be gone has no role left here, one given by hand included. Who is only missing loses the roles that files gave.
select m.id, m.person_id, m.role, m.school_id, m.district_id, m.from_on, m.approved_at, true
from public.membership m join public.person p on p.community_id = m.community_id and p.id = m.person_id
where m.community_id = access.community() and m.withdrawn_at is null and p.district_id = access.district() and p.external_id in (select external_id from stage.named_gone)
  and not exists (select from stage.want_person w where w.id = p.id and w.import_action in ('add', 'change', 'same'));
