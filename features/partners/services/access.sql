-- The school's side lists any organization's services; a partner lists its own. What is sent is checked by the tables' own rules.

-- Schools, places and hours of a service as sent, each replaced whole; what is not named stays. A place without an id is a new one of
-- the organization.
create or replace function access.put_service_parts(service uuid, organization uuid, parts jsonb) returns void
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  community uuid := access.community();
  place jsonb;
  known uuid;
begin
  if parts ? 'school_ids' then
    delete from public.service_school s where s.community_id = community and s.service_id = put_service_parts.service;
    insert into public.service_school (community_id, service_id, school_id)
    select distinct community, put_service_parts.service, s.id from public.school s
    where s.community_id = community and s.withdrawn_at is null and s.id in (select jsonb_array_elements_text(parts -> 'school_ids')::uuid);
    if (select count(distinct e) from jsonb_array_elements_text(parts -> 'school_ids') e)
        <> (select count(*) from public.service_school s where s.community_id = community and s.service_id = put_service_parts.service) then
      perform access.refuse('404', 'not_found', 'There is no such school here.');
    end if;
  end if;
  if parts ? 'schedules' then
    delete from public.service_schedule s where s.community_id = community and s.service_id = put_service_parts.service;
    insert into public.service_schedule (community_id, service_id, sort_order, rrule, starts_at, ends_at, valid_from, valid_to, description)
    select community, put_service_parts.service, r.ordinality::int, r.rrule, r.starts_at, r.ends_at, r.valid_from, r.valid_to, coalesce(r.description, '')
    from jsonb_populate_recordset(null::public.service_schedule, parts -> 'schedules') with ordinality as r order by r.ordinality;
  end if;
  if parts ? 'locations' then
    delete from public.service_location l where l.community_id = community and l.service_id = put_service_parts.service;
    for place in select jsonb_array_elements(parts -> 'locations') loop
      known := coalesce((place ->> 'id')::uuid, access.add_location(organization, place));
      if not exists (select from public.location l where l.community_id = community and l.id = known
          and (l.organization_id is null or l.organization_id = put_service_parts.organization or l.school_id is not null)) then
        perform access.refuse('404', 'not_found', 'There is no such place of this organization.');
      end if;
      insert into public.service_location (community_id, service_id, location_id) values (community, put_service_parts.service, known) on conflict do nothing;
    end loop;
  end if;
end $$;

create or replace function access.add_location(organization uuid, place jsonb) returns uuid
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  made uuid := platform.uuidv7();
  l public.location := jsonb_populate_record(jsonb_populate_record(null::public.location,
    '{"address_1": "", "address_2": "", "city": "", "region": "", "postal_code": "", "country": "US", "is_school": false}'), place);
begin
  perform access.check_owner(l.school_id, null);
  insert into public.location (community_id, id, organization_id, name, address_1, address_2, city, region, postal_code, country, latitude, longitude, is_school, school_id)
  values (access.community(), made, add_location.organization, btrim(l.name), l.address_1, l.address_2, l.city, l.region, l.postal_code, l.country,
    l.latitude, l.longitude, l.is_school or l.school_id is not null, l.school_id);
  return made;
end $$;

-- The program of that name of the organization, made when there is none; nothing for no name.
create or replace function access.program_named(organization uuid, name text) returns uuid
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare found_id uuid;
begin
  if btrim(coalesce(name, '')) = '' then return null; end if;
  insert into public.program (community_id, organization_id, name) values (access.community(), program_named.organization, btrim(program_named.name))
  on conflict on constraint program_community_id_organization_id_name_key do nothing;
  select p.id into found_id from public.program p where p.community_id = access.community() and p.organization_id = program_named.organization and p.name = btrim(program_named.name);
  return found_id;
end $$;

create or replace function access.check_service(offer public.service) returns void
language plpgsql immutable set search_path = pg_catalog, pg_temp as $$
begin
  if cardinality(offer.need_domains) = 0 then perform access.refuse('400', 'need_domain_missing', 'Say which need this service answers.'); end if;
  if offer.min_age > offer.max_age then perform access.refuse('400', 'ages_crossed', 'The youngest age is above the oldest one. Change one of them.'); end if;
  if offer.evidence_tier is not null and btrim(offer.evidence_citation) = '' then
    perform access.refuse('400', 'citation_missing', 'Name the study or source that the evidence tier stands on, or leave the tier out.');
  end if;
end $$;

create or replace function act.add_service(organization uuid, service jsonb) returns uuid
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  made uuid := platform.uuidv7();
  owner public.organization := access.lock_organization(add_service.organization);
  s public.service := jsonb_populate_record(jsonb_populate_record(null::public.service, '{"description": "", "eligibility": "", "need_domains": [],
    "languages": ["en"], "cost": "unknown", "cost_note": "", "documents": [], "application": "", "evidence_citation": "", "is_confidential": false,
    "is_public": true, "takes_referrals": true, "status": "active", "contact_name": "", "url": "", "email": "", "phone": ""}'), add_service.service);
begin
  perform access.check_service(s);
  s.program_id := access.program_named(owner.id, add_service.service ->> 'program_name');
  insert into public.service (community_id, id, organization_id, name, description, need_domains, eligibility, grade_levels, min_age, max_age, languages,
    capacity, is_in_school_time, cost, cost_note, documents, application, evidence_tier, evidence_citation, is_confidential, is_public, takes_referrals,
    is_accepting, status, contact_name, url, email, phone, program_id, last_confirmed_at, last_confirmed_by)
  values (access.community(), made, owner.id, btrim(s.name), s.description, s.need_domains, s.eligibility, s.grade_levels, s.min_age, s.max_age, s.languages,
    s.capacity, s.is_in_school_time, s.cost, s.cost_note, s.documents, s.application, s.evidence_tier, s.evidence_citation, s.is_confidential, s.is_public,
    s.takes_referrals, s.is_accepting, s.status, s.contact_name, s.url, s.email, s.phone, s.program_id, now(), access.person());
  perform access.put_service_parts(made, owner.id, add_service.service);
  return made;
end $$;

-- The service, locked, of an organization whose offer the hat may write.
create or replace function access.lock_service(service uuid) returns public.service
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare found_row public.service;
begin
  select s.* into found_row from public.service s where s.community_id = access.community() and s.id = lock_service.service for update;
  if not found then perform access.refuse('404', 'not_found', 'There is no such service here.'); end if;
  perform access.lock_organization(found_row.organization_id);
  return found_row;
end $$;

-- What is not named stays. Whoever changes a listing has read it: it counts as confirmed.
create or replace function act.change_service(id uuid, version int, service jsonb) returns int
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  was public.service := access.lock_service(change_service.id);
  s public.service := jsonb_populate_record(was, change_service.service);
begin
  if was.version <> change_service.version then
    perform access.refuse('409', 'listing_changed', 'Somebody changed this in the meantime. Look at it as it is now; what you wrote is kept here.');
  end if;
  perform access.check_service(s);
  if change_service.service ? 'program_name' then s.program_id := access.program_named(was.organization_id, change_service.service ->> 'program_name'); end if;
  update public.service w set name = btrim(s.name), description = s.description, need_domains = s.need_domains, eligibility = s.eligibility,
    grade_levels = s.grade_levels, min_age = s.min_age, max_age = s.max_age, languages = s.languages, capacity = s.capacity,
    is_in_school_time = s.is_in_school_time, cost = s.cost, cost_note = s.cost_note, documents = s.documents, application = s.application,
    evidence_tier = s.evidence_tier, evidence_citation = s.evidence_citation, is_confidential = s.is_confidential, is_public = s.is_public,
    takes_referrals = s.takes_referrals, is_accepting = s.is_accepting, status = s.status, contact_name = s.contact_name, url = s.url, email = s.email,
    phone = s.phone, program_id = s.program_id, version = was.version + 1, changed_at = now(), last_confirmed_at = now(), last_confirmed_by = access.person()
  where w.community_id = was.community_id and w.id = was.id;
  perform access.put_service_parts(was.id, was.organization_id, change_service.service);
  return was.version + 1;
end $$;

create or replace function act.confirm_service(id uuid) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare s public.service := access.lock_service(confirm_service.id);
begin
  update public.service w set last_confirmed_at = now(), last_confirmed_by = access.person() where w.community_id = s.community_id and w.id = s.id;
end $$;
grant execute on function act.add_service(uuid, jsonb), act.change_service(uuid, int, jsonb), act.confirm_service(uuid) to concentric_app;
