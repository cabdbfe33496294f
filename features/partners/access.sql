-- Organizations and what they offer are known to everyone with a hat in the community.
select access.protect('organization'), access.let_read('organization', 'true');
select access.protect('program'), access.let_read('program', 'true');
select access.protect('service'), access.let_read('service', 'true');
select access.protect('service_school'), access.let_read('service_school', 'true');
select access.protect('service_schedule'), access.let_read('service_schedule', 'true');
-- Where a confidential service takes place is read with the others: whoever refers must know the way. The public is not told.
select access.protect('location'), access.let_read('location', 'true');
select access.protect('service_location'), access.let_read('service_location', 'true');

-- The organization, locked, where the hat may write what it offers: the school's side for any of them, a partner for its own.
create or replace function access.lock_organization(organization uuid) returns public.organization
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare found_row public.organization;
begin
  if access.role() is null or not (access.role() in ('coordinator', 'principal', 'data_steward')
      or access.role() = 'partner_worker' and access.organization() = lock_organization.organization) then
    perform access.refuse('403', 'not_your_role', 'Only the school side, or the organization itself, writes what it offers.');
  end if;
  select o.* into found_row from public.organization o
  where o.community_id = access.community() and o.id = lock_organization.organization for update;
  if not found then perform access.refuse('404', 'not_found', 'There is no such organization here.'); end if;
  return found_row;
end $$;

-- A coordinator, a principal or the data steward brings an organization into the partnership; a school's own programs belong to an
-- organization of that school or of the district.
create or replace function act.add_organization(organization jsonb) returns uuid
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  made uuid := platform.uuidv7();
  o public.organization := jsonb_populate_record(jsonb_populate_record(null::public.organization, '{"status": "joined", "description": "",
    "website": "", "email": "", "phone": ""}'), add_organization.organization);
begin
  if access.role() is null or access.role() not in ('coordinator', 'principal', 'data_steward') then
    perform access.refuse('403', 'not_your_role', 'A coordinator, a principal or the data steward adds organizations.');
  end if;
  perform access.check_owner(o.school_id, o.district_id);
  insert into public.organization (community_id, id, name, sector, partner_level, status, description, website, email, phone, school_id, district_id)
  values (access.community(), made, btrim(o.name), o.sector, o.partner_level, o.status, o.description, o.website, o.email, o.phone, o.school_id, o.district_id);
  return made;
end $$;

create or replace function access.check_owner(school uuid, district uuid) returns void
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  if school is not null and not exists (select from public.school s where s.community_id = access.community() and s.id = check_owner.school and s.withdrawn_at is null)
      or district is not null and not exists (select from public.district d where d.community_id = access.community() and d.id = check_owner.district) then
    perform access.refuse('404', 'not_found', 'There is no such school or district here.');
  end if;
end $$;

-- What is not named stays. How far the partnership has come, its level, and whose own programs these are, is the school side's to say.
create or replace function act.change_organization(id uuid, version int, organization jsonb) returns int
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  was public.organization := access.lock_organization(change_organization.id);
  o public.organization := jsonb_populate_record(was, change_organization.organization);
begin
  if was.version <> change_organization.version then
    perform access.refuse('409', 'listing_changed', 'Somebody changed this in the meantime. Look at it as it is now; what you wrote is kept here.');
  end if;
  if access.role() = 'partner_worker' and (o.status, o.partner_level, o.school_id, o.district_id) is distinct from (was.status, was.partner_level, was.school_id, was.district_id) then
    perform access.refuse('403', 'not_your_role', 'The school side says how far the partnership has come.');
  end if;
  perform access.check_owner(o.school_id, o.district_id);
  update public.organization w set name = btrim(o.name), sector = o.sector, partner_level = o.partner_level, status = o.status, description = o.description,
    website = o.website, email = o.email, phone = o.phone, school_id = o.school_id, district_id = o.district_id, version = was.version + 1, changed_at = now()
  where w.community_id = was.community_id and w.id = was.id;
  return was.version + 1;
end $$;
grant execute on function act.add_organization(jsonb), act.change_organization(uuid, int, jsonb) to concentric_app;
