-- How many places of a service are taken is a count about students: school staff learn it, and a partner of its own services. Everyone
-- else learns what the organization itself says.
create or replace function access.list_open_places() returns table (service_id uuid, capacity int, open int)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  with served as (
    select p.service_id, p.student_id from public.participation p
    where p.community_id = access.community() and p.stage in ('enrolled', 'active')
    union
    select r.service_id, r.student_id from public.referral r
    where r.community_id = access.community() and r.state in ('accepted', 'waitlisted')
      and not exists (select from public.participation p where p.community_id = r.community_id and p.referral_id = r.id)
  ), counted as (select s.service_id, count(*)::int as taken from served s group by s.service_id)
  select s.id, s.capacity, case when s.capacity is not null then greatest(s.capacity - coalesce(c.taken, 0), 0) end
  from public.service s left join counted c on c.service_id = s.id
  where s.community_id = access.community()
    and (access.role() in ('data_steward', 'principal', 'counselor', 'nurse', 'social_worker', 'coordinator', 'teacher')
      or access.role() = 'partner_worker' and s.organization_id = access.organization())
$$;

-- Open places of one service; nothing where places are not limited, or where the count is not the reader's to know.
create or replace function access.open_places(service uuid) returns int language sql stable security definer
set search_path = pg_catalog, pg_temp as $$
  select l.open from access.list_open_places() l where l.service_id = open_places.service
$$;
grant execute on function access.list_open_places(), access.open_places(uuid) to concentric_app;
