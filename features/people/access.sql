-- The names of people who work in the community are known in it; a guardian's or student's name only to himself or herself here.
select access.protect('person', is_imported => true), access.let_read('person', 'is_worker or id = (select access.person())');
-- One's own hats; the data steward sees those of the district, to approve the proposals that come from files.
select access.protect('membership', is_imported => true), access.let_read('membership',
  'person_id = (select access.person()) or ((select access.role()) = ''data_steward'' and school_id = any ((select access.schools(''directory''))::uuid[]))');

create or replace function door.live_session(token_hash bytea) returns platform.session
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select s from platform.session s join platform.account a on a.id = s.account_id
  where s.token_hash = live_session.token_hash and s.revoked_at is null and s.expires_at > now() and a.disabled_at is null
$$;

-- The password's hash for one address, for the server to compare; nothing for an address that nobody has, and nothing inside an
-- entered transaction: a SELECT smuggled into a page cannot become somebody else.
create or replace function door.find_account(email text) returns table (id uuid, password_hash text)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select a.id, a.password_hash from platform.account a where a.email = lower(find_account.email) and a.disabled_at is null and access.community() is null
$$;

create or replace function door.start_session(account uuid, token_hash bytea, how text, user_agent text, lifetime interval)
returns uuid language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
  insert into platform.session (account_id, token_hash, how, user_agent, expires_at)
  select start_session.account, start_session.token_hash, start_session.how, left(start_session.user_agent, 200), now() + start_session.lifetime
  where access.community() is null
  returning id
$$;

-- One's own sessions, and the end of one of them.
create or replace function door.list_sessions(token_hash bytea)
returns table (id uuid, how text, user_agent text, created_at timestamptz, last_seen_at timestamptz, is_current boolean)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select o.id, o.how, o.user_agent, o.created_at, o.last_seen_at, o.id = (mine.session).id
  from (select door.live_session(list_sessions.token_hash) as session) mine
  join platform.session o on o.account_id = (mine.session).account_id and o.revoked_at is null and o.expires_at > now()
  order by o.last_seen_at desc
$$;
create or replace function door.end_session(token_hash bytea, session uuid default null) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare mine platform.session := door.live_session(end_session.token_hash);
begin
  update platform.session o set revoked_at = now()
  where o.account_id = mine.account_id and o.id = coalesce(end_session.session, mine.id) and o.revoked_at is null;
  return found;
end $$;

-- The hats of the signed-in account in every community where it is somebody.
create or replace function door.list_hats(token_hash bytea)
returns table (community_id uuid, slug text, community_name text, is_demo boolean, kind text, id uuid, role text, person_name text, place text, student_name text, is_current boolean)
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare mine platform.session := door.live_session(list_hats.token_hash); link record;
begin
  for link in select ap.community_id, ap.person_id, d.slug, d.is_demo from platform.account_person ap
              join platform.community_directory d on d.community_id = ap.community_id where ap.account_id = mine.account_id loop
    execute format('set local access.today = %L', access.day_in(link.community_id));
    return query
      select h.community_id, link.slug, c.name, link.is_demo, h.kind, h.id, h.role, concat_ws(' ', p.given_name, p.family_name),
        coalesce(sc.name, o.name, di.name), case when h.student_id is not null then concat_ws(' ', st.given_name, st.family_name) end,
        h.kind = mine.hat_kind and h.id = mine.hat_id
      from access.hat h
      join public.community c on c.community_id = h.community_id
      join public.person p on p.community_id = h.community_id and p.id = h.person_id
      left join public.school sc on sc.community_id = h.community_id and sc.id = h.school_id
      left join public.organization o on o.community_id = h.community_id and o.id = h.organization_id
      left join public.district di on di.community_id = h.community_id and di.id = h.district_id
      left join public.student st on st.community_id = h.community_id and st.id = h.student_id
      where h.community_id = link.community_id and h.person_id = link.person_id
      order by h.role, 9, 10;
  end loop;
end $$;

-- Putting on one of one's own hats. Any other hat is as good as none.
create or replace function door.choose_hat(token_hash bytea, hat uuid) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare chosen record;
begin
  select h.community_id, h.kind, h.id into chosen from door.list_hats(choose_hat.token_hash) h where h.id = choose_hat.hat;
  if not found then return false; end if;
  update platform.session s set community_id = chosen.community_id, hat_kind = chosen.kind, hat_id = chosen.id, last_seen_at = now()
  where s.token_hash = choose_hat.token_hash;
  return true;
end $$;

-- An invitation is used once, by whoever holds the link; it sets the password of an address that has none yet. An account that has one
-- keeps it, and the server asks for it first.
create or replace function door.find_invitation(token_hash bytea) returns table (email text, community_name text)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select i.email, c.name from platform.invitation i join public.community c on c.community_id = i.community_id
  where i.token_hash = find_invitation.token_hash and i.used_at is null and i.expires_at > now()
$$;
create or replace function door.accept_invitation(token_hash bytea, password_hash text) returns uuid
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare invited platform.invitation; made uuid;
begin
  if nullif(current_setting('access.entered', true), '') is not null then perform access.refuse('403', 'not_your_role', 'Invitations are accepted before anybody has entered.'); end if;
  update platform.invitation i set used_at = now()
  where i.token_hash = accept_invitation.token_hash and i.used_at is null and i.expires_at > now() returning * into invited;
  if not found then perform access.refuse('404', 'invitation_used', 'This invitation was used or has expired. Ask for a new one.'); end if;
  insert into platform.account as account (email, password_hash) values (invited.email, accept_invitation.password_hash)
  on conflict (email) do update set password_hash = coalesce(account.password_hash, excluded.password_hash) returning account.id into made;
  insert into platform.account_person (account_id, community_id, person_id) values (made, invited.community_id, invited.person_id) on conflict do nothing;
  return made;
end $$;

-- The demo's cast, one click each: answers only while a demo community exists and no other one does.
create or replace function door.demo_accounts() returns table (id uuid, email text) language sql stable security definer
set search_path = pg_catalog, pg_temp as $$
  select a.id, a.email from platform.account a
  where nullif(current_setting('access.entered', true), '') is null and a.email like '%@riverbend.example' and not exists (select from platform.community_directory d where not d.is_demo)
    and exists (select from platform.community_directory d where d.is_demo)
$$;

create or replace function door.record_refusal(token_hash bytea, method text, route text, status int) returns void
language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
  insert into platform.refusal (session_id, account_id, method, route, status)
  select (s.session).id, (s.session).account_id, record_refusal.method, record_refusal.route, record_refusal.status
  from (select door.live_session(record_refusal.token_hash) as session) s
$$;

-- The data steward approves or ends a membership that a file proposed at one of the district's schools, or in the district itself.
create or replace function act.decide_membership(membership uuid, approve boolean) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if access.role() is distinct from 'data_steward' then perform access.refuse('403', 'not_your_role', 'The data steward decides who gets a role.'); end if;
  update public.membership m set approved_at = case when approve then now() end, approved_by = access.person(),
    until_on = case when approve then m.until_on else access.today() end
  where m.community_id = access.community() and m.id = decide_membership.membership
    and (m.school_id = any (access.schools('directory')) or m.role = 'data_steward' and m.district_id = access.district());
  if not found then perform access.refuse('404', 'not_found', 'There is no such proposal in your district.'); end if;
end $$;
create or replace function act.decide_guardianship(guardianship uuid, approve boolean) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare child uuid;
begin
  select g.student_id into child from public.guardianship g where g.community_id = access.community() and g.id = decide_guardianship.guardianship;
  if access.role() is distinct from 'data_steward' then perform access.refuse('403', 'not_your_role', 'The data steward decides who gets a role.'); end if;
  perform access.require_write('contacts', child);
  update public.guardianship g set approved_at = case when approve then now() end, approved_by = access.person(),
    until_on = case when approve then null else access.today() end
  where g.community_id = access.community() and g.id = decide_guardianship.guardianship;
end $$;

grant execute on function door.find_account(text), door.start_session(uuid, bytea, text, text, interval), door.list_sessions(bytea),
  door.end_session(bytea, uuid), door.list_hats(bytea), door.choose_hat(bytea, uuid), door.find_invitation(bytea),
  door.accept_invitation(bytea, text), door.demo_accounts(), door.record_refusal(bytea, text, text, int),
  act.decide_membership(uuid, boolean), act.decide_guardianship(uuid, boolean) to concentric_app;
