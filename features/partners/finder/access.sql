-- What anybody may read without signing in: services that their organization lists for the public, of organizations that have joined.
-- Of a confidential one neither where nor when. Nothing is counted, and nothing in it comes from a student's record.
create or replace function door.public_services(slug text) returns table (service jsonb)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  here uuid;
begin
  select d.community_id into here from platform.community_directory d where d.slug = public_services.slug;
  if here is null then perform access.refuse('404', 'not_found', 'There is no community of this name here.'); end if;
  return query select jsonb_build_object('id', s.id, 'name', s.name, 'description', s.description, 'needDomains', s.need_domains,
      'eligibility', s.eligibility, 'gradeLevels', s.grade_levels, 'minAge', s.min_age, 'maxAge', s.max_age, 'languages', s.languages,
      'isInSchoolTime', s.is_in_school_time, 'cost', s.cost, 'costNote', s.cost_note, 'documents', s.documents, 'application', s.application,
      'evidenceTier', s.evidence_tier, 'evidenceCitation', s.evidence_citation, 'isConfidential', s.is_confidential,
      'isAccepting', s.is_accepting, 'status', s.status, 'contactName', s.contact_name, 'url', s.url, 'email', s.email, 'phone', s.phone)
    || jsonb_build_object('lastConfirmedAt', s.last_confirmed_at, 'changedAt', s.changed_at, 'program', case when p.id is not null then jsonb_build_object('id', p.id, 'name', p.name,
        'description', p.description) end,
      'organization', jsonb_build_object('id', o.id, 'name', o.name, 'description', o.description, 'website', o.website, 'email', o.email,
        'phone', o.phone, 'sector', o.sector),
      'schools', coalesce((select jsonb_agg(jsonb_build_object('id', c.id, 'name', c.name) order by c.name, c.id)
        from public.service_school ss join public.school c on c.community_id = ss.community_id and c.id = ss.school_id
        where ss.community_id = here and ss.service_id = s.id), '[]'),
      'schedules', coalesce((select jsonb_agg(jsonb_build_object('id', h.id, 'rrule', h.rrule, 'startsAt', to_char(h.starts_at, 'HH24:MI'),
        'endsAt', to_char(h.ends_at, 'HH24:MI'), 'validFrom', h.valid_from, 'validTo', h.valid_to, 'description', h.description) order by h.sort_order, h.id)
        from public.service_schedule h where h.community_id = here and h.service_id = s.id and not s.is_confidential), '[]'),
      'locations', coalesce((select jsonb_agg(jsonb_build_object('id', l.id, 'name', l.name, 'address1', l.address_1, 'address2', l.address_2,
        'city', l.city, 'region', l.region, 'postalCode', l.postal_code, 'country', l.country, 'latitude', l.latitude, 'longitude', l.longitude,
        'isSchool', l.is_school) order by l.name, l.id)
        from public.service_location sl join public.location l on l.community_id = sl.community_id and l.id = sl.location_id
        where sl.community_id = here and sl.service_id = s.id and not s.is_confidential), '[]'))
  from public.service s join public.organization o on o.community_id = s.community_id and o.id = s.organization_id
  left join public.program p on p.community_id = s.community_id and p.id = s.program_id
  where s.community_id = here and s.is_public and s.status in ('active', 'temporarily_closed') and o.status in ('joined', 'active')
  order by s.name, s.id;
end $$;

create or replace function door.public_community(slug text) returns table (name text, time_zone text)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  here uuid;
begin
  select d.community_id into here from platform.community_directory d where d.slug = public_community.slug;
  return query select c.name, c.time_zone from public.community c where c.community_id = here;
end $$;
grant execute on function door.public_services(text), door.public_community(text) to concentric_app;
