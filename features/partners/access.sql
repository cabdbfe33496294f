-- Organizations and what they offer are known to everyone with a hat in the community.
select access.protect('organization'), access.let_read('organization', 'true');
select access.protect('service'), access.let_read('service', 'true');

-- A coordinator, a principal or the data steward brings an organization into the partnership.
create or replace function act.add_organization(name text, sector text) returns uuid
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare made uuid;
begin
  if access.role() is null or access.role() not in ('coordinator', 'principal', 'data_steward') then
    perform access.refuse('403', 'not_your_role', 'A coordinator, a principal or the data steward adds organizations.');
  end if;
  insert into public.organization (community_id, name, sector) values (access.community(), add_organization.name, add_organization.sector)
  returning id into made;
  return made;
end $$;

-- The school's side lists any organization's services; a partner lists its own.
create or replace function act.add_service(organization uuid, name text, description text, need_domain text, grades text, languages text[], schedule text, places int)
returns uuid language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare made uuid;
begin
  if access.role() is null or not (access.role() in ('coordinator', 'principal', 'data_steward')
      or access.role() = 'partner_worker' and access.organization() = add_service.organization) then
    perform access.refuse('403', 'not_your_role', 'Only the school side, or the organization itself, adds a service.');
  end if;
  if not exists (select from public.organization o where o.community_id = access.community() and o.id = add_service.organization) then
    perform access.refuse('404', 'not_found', 'There is no such organization here.');
  end if;
  insert into public.service (community_id, organization_id, name, description, need_domain, grades, languages, schedule, places)
  values (access.community(), add_service.organization, add_service.name, add_service.description, add_service.need_domain,
    add_service.grades, add_service.languages, add_service.schedule, add_service.places)
  returning id into made;
  return made;
end $$;
grant execute on function act.add_organization(text, text), act.add_service(uuid, text, text, text, text, text[], text, int) to concentric_app;
