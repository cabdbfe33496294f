-- Tokens for programs: made by a signed-in person for one of the own hats, or by the data steward for a system. Nobody reads the table;
-- a token enters by access.enter as a session does, and never passes a door of this file that makes or lists tokens.

-- What a hat of this role can read or write at all: the most that a token for it may be given.
create or replace function door.token_elements(role text) returns text[]
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select coalesce(array_agg(m.element order by m.element), '{}') from access.matrix m
  where m.role = token_elements.role and (m.may_read <> 'no' or m.may_write)
$$;

create or replace function door.check_token(role text, elements text[], days int) returns void
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  if check_token.days not between 1 and 365 then
    perform access.refuse('400', 'token_days', 'A token lasts at least a day and at most a year.');
  end if;
  if not check_token.elements <@ door.token_elements(check_token.role) then
    perform access.refuse('400', 'token_scope', 'A token can hold only what its role may see.');
  end if;
end $$;

create or replace function door.create_token(token_hash bytea, made_hash bytea, hat uuid, name text, may_write boolean, elements text[], areas text[], days int)
returns uuid language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare mine platform.session := door.live_session(create_token.token_hash); chosen record; made uuid;
begin
  if mine.id is null then perform access.refuse('401', 'not_signed_in', 'Please sign in.'); end if;
  select h.community_id, h.kind, h.id, h.role into chosen from door.list_hats(create_token.token_hash) h where h.id = create_token.hat;
  if not found then perform access.refuse('404', 'not_found', 'This hat is not one of yours.'); end if;
  perform door.check_token(chosen.role, create_token.elements, create_token.days);
  if 50 <= (select count(*) from platform.api_token t where t.account_id = mine.account_id and t.revoked_at is null and t.expires_at > now()) then
    perform access.refuse('409', 'too_many_tokens', 'You have fifty tokens. End one that is no longer used, then make a new one.');
  end if;
  insert into platform.api_token (token_hash, name, account_id, community_id, person_id, hat_kind, hat_id, role, may_write, elements, areas, created_by, expires_at)
  select create_token.made_hash, btrim(create_token.name), mine.account_id, chosen.community_id, ap.person_id, chosen.kind, chosen.id, chosen.role,
    create_token.may_write, create_token.elements, create_token.areas, ap.person_id, now() + make_interval(days => create_token.days)
  from platform.account_person ap where ap.account_id = mine.account_id and ap.community_id = chosen.community_id
  returning id into made;
  return made;
end $$;

-- The district of a data steward's session, while that hat holds: the steward lists and ends the tokens of its systems.
create or replace function door.stewarded_district(token_hash bytea) returns uuid
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare mine platform.session := door.live_session(stewarded_district.token_hash);
begin
  if mine.hat_id is null then return null; end if;
  execute format('set local access.today = %L', access.day_in(mine.community_id));
  return (select h.district_id from access.hat h
    join platform.account_person ap on ap.account_id = mine.account_id and ap.community_id = h.community_id and ap.person_id = h.person_id
    where h.community_id = mine.community_id and h.kind = mine.hat_kind and h.id = mine.hat_id and h.role = 'data_steward');
end $$;

-- One's own tokens, and for the data steward those of the district's systems.
create or replace function door.list_tokens(token_hash bytea)
returns table (id uuid, name text, community text, role text, place text, is_system boolean, may_write boolean, elements text[], areas text[],
  created_at timestamptz, expires_at timestamptz, last_used_at timestamptz)
language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
  select t.id, t.name, d.slug, t.role, coalesce(sc.name, o.name, di.name, nullif(concat_ws(' ', st.given_name, st.family_name), '')),
    t.account_id is null, t.may_write, t.elements, t.areas, t.created_at, t.expires_at, t.last_used_at
  from platform.api_token t
  join (select (s).account_id, (s).community_id, (s).id, door.stewarded_district(list_tokens.token_hash) as district_id
    from (select door.live_session(list_tokens.token_hash) as s) x) mine
    on t.account_id = mine.account_id or t.account_id is null and t.community_id = mine.community_id and t.district_id = mine.district_id
  join platform.community_directory d on d.community_id = t.community_id
  left join public.membership m on m.community_id = t.community_id and m.id = t.hat_id and t.hat_kind = 'membership'
  left join public.school sc on sc.community_id = m.community_id and sc.id = m.school_id
  left join public.organization o on o.community_id = m.community_id and o.id = m.organization_id
  left join public.district di on di.community_id = m.community_id and di.id = m.district_id
  left join public.guardianship g on g.community_id = t.community_id and g.id = t.hat_id and t.hat_kind = 'guardianship'
  left join public.student st on st.community_id = t.community_id and st.id = coalesce(g.student_id, case when t.hat_kind = 'self' then t.hat_id end)
  where t.revoked_at is null
  order by t.created_at desc
$$;

create or replace function door.revoke_token(token_hash bytea, token uuid) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  mine platform.session := door.live_session(revoke_token.token_hash);
  district uuid := door.stewarded_district(revoke_token.token_hash);
  ended platform.api_token;
begin
  update platform.api_token t set revoked_at = now()
  where t.id = revoke_token.token and t.revoked_at is null
    and (t.account_id = mine.account_id or t.account_id is null and t.community_id = mine.community_id and t.district_id = district)
  returning * into ended;
  if ended.account_id is null then
    update public.membership m set until_on = access.day_in(m.community_id) where m.community_id = ended.community_id and m.id = ended.hat_id;
  end if;
  return ended.id is not null;
end $$;

-- A token tells what it is for, to whoever holds it.
create or replace function door.describe_token(token_hash bytea)
returns table (name text, community text, role text, may_write boolean, elements text[], areas text[], expires_at timestamptz)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select (t).name, d.slug, (t).role, (t).may_write, (t).elements, (t).areas, (t).expires_at
  from (select door.live_token(describe_token.token_hash) as t) x join platform.community_directory d on d.community_id = (t).community_id
$$;

-- A system's token is a membership on record: of the whole district as its data steward's, or of one school as its principal's, and
-- never more than the steward who makes it may see.
create or replace function act.create_system_token(made_hash bytea, name text, role text, school uuid, may_write boolean, elements text[], areas text[], days int)
returns uuid language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare system uuid := platform.uuidv7(); worn uuid := platform.uuidv7(); made uuid;
begin
  perform access.require_person();
  if access.role() is distinct from 'data_steward' then perform access.refuse('403', 'not_your_role', 'The data steward gives systems their access.'); end if;
  perform door.check_token(create_system_token.role, create_system_token.elements, create_system_token.days);
  if create_system_token.role not in ('data_steward', 'principal') or not create_system_token.elements <@ door.token_elements('data_steward') then
    perform access.refuse('400', 'token_scope', 'A token can hold only what its role may see.');
  end if;
  if (create_system_token.role = 'principal') <> (create_system_token.school is not null)
    or create_system_token.school is not null and not create_system_token.school = any (access.schools('directory')) then
    perform access.refuse('400', 'token_school', 'Please choose one of your district''s schools, or the whole district.');
  end if;
  insert into public.person (community_id, id, given_name, family_name, is_worker) values (access.community(), system, 'System', btrim(create_system_token.name), true);
  insert into public.membership (community_id, id, person_id, role, district_id, school_id, from_on, until_on, approved_at, approved_by)
  values (access.community(), worn, system, create_system_token.role,
    case when create_system_token.school is null then access.district() end, create_system_token.school,
    access.today(), access.today() + create_system_token.days, now(), access.person());
  insert into platform.api_token (token_hash, name, community_id, person_id, hat_kind, hat_id, role, district_id, may_write, elements, areas, created_by, expires_at)
  values (create_system_token.made_hash, btrim(create_system_token.name), access.community(), system, 'membership', worn, create_system_token.role,
    access.district(), create_system_token.may_write, create_system_token.elements, create_system_token.areas, access.person(),
    now() + make_interval(days => create_system_token.days))
  returning id into made;
  return made;
end $$;

grant execute on function door.token_elements(text), door.create_token(bytea, bytea, uuid, text, boolean, text[], text[], int),
  door.list_tokens(bytea), door.revoke_token(bytea, uuid), door.describe_token(bytea),
  act.create_system_token(bytea, text, text, uuid, boolean, text[], text[], int) to concentric_app;
