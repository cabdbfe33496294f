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

-- A program's token, in its time and while whoever made it may sign in.
create or replace function door.live_token(token_hash bytea) returns platform.api_token
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select t from platform.api_token t left join platform.account a on a.id = t.account_id
  where t.token_hash = live_token.token_hash and t.revoked_at is null and t.expires_at > now() and a.disabled_at is null
$$;

-- What only a person does: a program that holds a token gives no roles, signs nothing and makes no tokens.
create or replace function access.require_person() returns void language plpgsql stable
set search_path = pg_catalog, pg_temp as $$
begin
  if access.setting('token') is not null then
    perform access.refuse('403', 'not_for_tokens', 'A person does this on the page; a token cannot.');
  end if;
end $$;

-- The password's hash for one address, for the server to compare; nothing for an address that nobody has, and nothing inside an
-- entered transaction: a SELECT smuggled into a page cannot become somebody else.
create or replace function door.find_account(email text) returns table (id uuid, password_hash text)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select a.id, a.password_hash from platform.account a where a.email = lower(find_account.email) and a.disabled_at is null and access.community() is null
$$;

create or replace function door.start_session(account uuid, token_hash bytea, how text, user_agent text, lifetime interval)
returns uuid language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
  insert into platform.sign_in (account_id, how, is_refused, user_agent)
  select start_session.account, start_session.how, false, left(start_session.user_agent, 200) where access.community() is null;
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
create or replace function door.find_invitation(token_hash bytea) returns table (email text, community_name text, role text, place text, has_account boolean)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select i.email, c.name, case when i.guardianship_id is not null then 'guardian' else coalesce(i.role, m.role) end, coalesce(sc.name, o.name, d.name),
    exists (select from platform.account a where a.email = i.email)
  from platform.invitation i
  join public.community c on c.community_id = i.community_id
  left join public.membership m on m.community_id = i.community_id and m.id = i.membership_id
  left join public.school sc on sc.community_id = i.community_id and sc.id = coalesce(i.school_id, m.school_id)
  left join public.organization o on o.community_id = i.community_id and o.id = i.organization_id
  left join public.district d on d.community_id = i.community_id and d.id = i.district_id and coalesce(i.role, m.role) = 'data_steward'
  where i.token_hash = find_invitation.token_hash and i.used_at is null and i.withdrawn_at is null and i.expires_at > now()
$$;
create or replace function door.accept_invitation(token_hash bytea, password_hash text) returns uuid
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare invited platform.invitation; made uuid;
begin
  invited := door.use_invitation(accept_invitation.token_hash);
  -- An account that is entered some other way is entered that way first: a link is no way around it.
  if exists (select from platform.account a where a.email = invited.email and a.password_hash is null
      and (exists (select from platform.passkey k where k.account_id = a.id) or exists (select from platform.identity d where d.account_id = a.id))) then
    perform access.refuse('403', 'sign_in_first', 'This address has an account here. Sign in, then open the link of the invitation again.');
  end if;
  insert into platform.account as account (email, password_hash, locale) values (invited.email, accept_invitation.password_hash, invited.locale)
  on conflict (email) do update set password_hash = coalesce(account.password_hash, excluded.password_hash) returning account.id into made;
  perform door.give_hat(invited, made);
  return made;
end $$;
-- By the signed-in account that the invitation names.
create or replace function door.accept_invitation_here(token_hash bytea, session_hash bytea) returns uuid
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare mine platform.account; invited platform.invitation;
begin
  select a.* into mine from platform.account a where a.id = (door.live_session(accept_invitation_here.session_hash)).account_id;
  if not found then perform access.refuse('401', 'not_signed_in', 'Please sign in.'); end if;
  invited := door.use_invitation(accept_invitation_here.token_hash);
  if invited.email <> mine.email then perform access.refuse('403', 'other_account', 'This invitation is for another address than the one you are signed in with. Sign out and open the link again.'); end if;
  perform door.give_hat(invited, mine.id);
  return mine.id;
end $$;
create or replace function door.use_invitation(token_hash bytea) returns platform.invitation
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare invited platform.invitation;
begin
  if nullif(current_setting('access.entered', true), '') is not null then perform access.refuse('403', 'not_your_role', 'Invitations are accepted before anybody has entered.'); end if;
  update platform.invitation i set used_at = now()
  where i.token_hash = use_invitation.token_hash and i.used_at is null and i.withdrawn_at is null and i.expires_at > now() returning * into invited;
  if not found then perform access.refuse('404', 'invitation_used', 'This invitation was used or has expired. Ask for a new one.'); end if;
  return invited;
end $$;
-- What was offered becomes so with its acceptance: the person on record or a new one, and the role at its place from today.
create or replace function door.give_hat(invited platform.invitation, account uuid) returns void
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare someone uuid;
begin
  select ap.person_id into someone from platform.account_person ap where ap.account_id = give_hat.account and ap.community_id = invited.community_id;
  if someone <> invited.person_id then
    perform access.refuse('409', 'other_person', 'This account belongs to another person on record in this community. Ask the data steward to look at the two records.');
  end if;
  someone := coalesce(someone, invited.person_id);
  if someone is null then
    insert into public.person (community_id, given_name, family_name, is_worker) values (invited.community_id, coalesce(invited.given_name, ''), coalesce(invited.family_name, ''), true)
    returning id into someone;
  end if;
  insert into platform.account_person (account_id, community_id, person_id) values (give_hat.account, invited.community_id, someone) on conflict (account_id, community_id) do nothing;
  if invited.role is not null then
    insert into public.membership (community_id, person_id, role, district_id, school_id, organization_id, from_on, approved_at, approved_by)
    values (invited.community_id, someone, invited.role, case when invited.role = 'data_steward' then invited.district_id end, invited.school_id, invited.organization_id,
      access.day_in(invited.community_id), now(), invited.invited_by);
  end if;
end $$;

-- Accepting as whoever a provider vouches for; the server has compared the address that the provider checked with the invited one. An
-- account that exists already is entered in its own way first, and this one added there.
create or replace function door.accept_invitation_as(token_hash bytea, issuer text, subject text) returns uuid
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare holder uuid; made uuid;
begin
  select i.account_id into holder from platform.identity i where i.issuer = accept_invitation_as.issuer and i.subject = accept_invitation_as.subject;
  if exists (select from platform.invitation i join platform.account a on a.email = i.email
      where i.token_hash = accept_invitation_as.token_hash and a.id is distinct from holder) then
    perform access.refuse('403', 'identity_unknown', 'This account of the other service opens nothing here yet. Sign in another way and add it under “How you sign in”.');
  end if;
  made := door.accept_invitation(accept_invitation_as.token_hash, null);
  insert into platform.identity (account_id, issuer, subject) values (made, accept_invitation_as.issuer, accept_invitation_as.subject)
  on conflict on constraint identity_issuer_subject_key do nothing;
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
  select coalesce((s.session).id, t.id), coalesce((s.session).account_id, t.account_id), record_refusal.method, record_refusal.route, record_refusal.status
  from (select door.live_session(record_refusal.token_hash) as session) s
  left join platform.api_token t on t.token_hash = record_refusal.token_hash
$$;

-- The data steward approves or ends a membership that a file proposed at one of the district's schools, or in the district itself.
create or replace function act.decide_membership(membership uuid, approve boolean) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform access.require_person();
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
  perform access.require_person();
  select g.student_id into child from public.guardianship g where g.community_id = access.community() and g.id = decide_guardianship.guardianship;
  if access.role() is distinct from 'data_steward' then perform access.refuse('403', 'not_your_role', 'The data steward decides who gets a role.'); end if;
  perform access.require_write('contacts', child);
  update public.guardianship g set approved_at = case when approve then now() end, approved_by = access.person(),
    until_on = case when approve then null else access.today() end
  where g.community_id = access.community() and g.id = decide_guardianship.guardianship;
end $$;

grant execute on function door.find_account(text), door.start_session(uuid, bytea, text, text, interval), door.list_sessions(bytea),
  door.end_session(bytea, uuid), door.list_hats(bytea), door.choose_hat(bytea, uuid), door.find_invitation(bytea),
  door.accept_invitation(bytea, text), door.accept_invitation_here(bytea, bytea), door.accept_invitation_as(bytea, text, text), door.demo_accounts(), door.record_refusal(bytea, text, text, int),
  act.decide_membership(uuid, boolean), act.decide_guardianship(uuid, boolean) to concentric_app;

-- Who may invite whom. The data steward: staff of the district's schools, in a new role or in the one on record, another data steward,
-- partners' workers, guardians on record.
-- A coordinator: partners' workers, and the guardians on record of the school's students.
create or replace function access.inviting_district() returns uuid language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select case access.role()
    when 'data_steward' then access.district()
    when 'coordinator' then (select s.district_id from public.membership m join public.school s on s.community_id = m.community_id and s.id = m.school_id
      where m.community_id = access.community() and m.id = access.hat_id()) end
$$;
create or replace function act.invite(token_hash bytea, email text, given_name text, family_name text, locale text, role text, school uuid, organization uuid,
  guardianship uuid, membership uuid, subject text, body text) returns uuid
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  district uuid := access.inviting_district(); child uuid; known uuid; given text := invite.given_name; family text := invite.family_name;
  is_staff boolean := role in ('principal', 'counselor', 'nurse', 'social_worker', 'coordinator', 'teacher', 'data_steward');
  made uuid := platform.uuidv7(); mail uuid;
begin
  if district is null or is_staff and access.role() <> 'data_steward' then perform access.refuse('403', 'not_your_role', 'Your role does not invite people to this.'); end if;
  if membership is not null then
    if access.role() <> 'data_steward' then perform access.refuse('403', 'not_your_role', 'Your role does not invite people to this.'); end if;
    select p.id, p.given_name, p.family_name into known, given, family from access.hat h
    join public.person p on p.community_id = h.community_id and p.id = h.person_id
    left join public.school s on s.community_id = h.community_id and s.id = h.school_id
    where h.community_id = access.community() and h.kind = 'membership' and h.id = invite.membership
      and (s.district_id = district or h.role = 'data_steward' and h.district_id = district);
    if not found then perform access.refuse('404', 'not_found', 'There is no such role in your district.'); end if;
  elsif guardianship is not null then
    select g.student_id, g.person_id into child, known from public.guardianship g
    where g.community_id = access.community() and g.id = invite.guardianship and g.approved_at is not null and g.withdrawn_at is null and (g.until_on is null or g.until_on >= access.today());
    perform access.require_write('contacts', child);
  elsif role = 'partner_worker' then
    if not exists (select from public.organization o where o.community_id = access.community() and o.id = invite.organization) then perform access.refuse('404', 'not_found', 'There is no such organization.'); end if;
  elsif role = 'data_steward' then
    if school is not null or organization is not null then perform access.refuse('400', 'invalid', 'A data steward is one of the whole district.'); end if;
  elsif not coalesce(is_staff, false) or organization is not null or school is null or not exists (select from public.school s
      where s.community_id = access.community() and s.id = invite.school and s.district_id = district and s.withdrawn_at is null) then
    perform access.refuse('400', 'invalid', 'Choose a role, and the school or organization that it is at.');
  end if;
  if num_nonnulls(role, guardianship, membership) <> 1 then perform access.refuse('400', 'invalid', 'Choose a role, and the school or organization that it is at.'); end if;
  if exists (select from platform.account_person ap where ap.community_id = access.community() and ap.person_id = known) then
    perform access.refuse('409', 'has_account', 'This person has an account already.');
  end if;
  mail := access.queue_mail(invite.email, invite.locale, invite.subject, invite.body, kind := 'invitation', community := access.community(), lasts := interval '3 days');
  insert into platform.invitation (id, token_hash, email, community_id, person_id, given_name, family_name, locale, role, district_id, school_id, organization_id,
    guardianship_id, membership_id, invited_by, mail_id, expires_at)
  values (made, invite.token_hash, lower(btrim(invite.email)), access.community(), known, left(given, 80), left(family, 80), invite.locale, invite.role,
    district, case when is_staff then invite.school end, case when invite.role = 'partner_worker' then invite.organization end, invite.guardianship, invite.membership, access.person(), mail, now() + interval '14 days');
  return made;
end $$;
create or replace function access.lock_invitation(invitation uuid) returns platform.invitation
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare found_row platform.invitation;
begin
  select i.* into found_row from platform.invitation i
  where i.id = lock_invitation.invitation and i.community_id = access.community() and i.district_id = access.inviting_district()
    and (access.role() = 'data_steward' or i.invited_by = access.person()) for update;
  if not found then perform access.refuse('404', 'not_found', 'There is no such invitation of yours.'); end if;
  if found_row.used_at is not null or found_row.withdrawn_at is not null then perform access.refuse('409', 'invitation_over', 'This invitation was accepted or withdrawn in the meantime.'); end if;
  return found_row;
end $$;
-- Sent again: the old link is over, and two weeks begin anew.
create or replace function act.resend_invitation(invitation uuid, token_hash bytea, subject text, body text) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare i platform.invitation := access.lock_invitation(invitation);
begin
  update platform.invitation x set token_hash = resend_invitation.token_hash, expires_at = now() + interval '14 days',
    mail_id = access.queue_mail(i.email, i.locale, resend_invitation.subject, resend_invitation.body, kind := 'invitation', community := access.community(), lasts := interval '3 days')
  where x.id = i.id;
end $$;
create or replace function act.withdraw_invitation(invitation uuid) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare i platform.invitation := access.lock_invitation(invitation);
begin
  update platform.invitation x set withdrawn_at = now() where x.id = i.id;
end $$;
create or replace function access.list_invitations()
returns table (id uuid, email text, person_name text, locale text, role text, place text, created_at timestamptz, expires_at timestamptz, used_at timestamptz, withdrawn_at timestamptz, mail text)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select i.id, i.email, concat_ws(' ', i.given_name, i.family_name), i.locale, case when i.guardianship_id is not null then 'guardian' else coalesce(i.role, r.role) end, coalesce(s.name, o.name, d.name), i.created_at, i.expires_at, i.used_at, i.withdrawn_at,
    case when m.sent_at is not null then 'sent' when m.given_up_at is not null or m.good_until <= now() then 'not_delivered' when m.id is not null then 'waiting' end
  from platform.invitation i
  left join platform.outbox m on m.id = i.mail_id
  left join public.membership r on r.community_id = i.community_id and r.id = i.membership_id
  left join public.school s on s.community_id = i.community_id and s.id = coalesce(i.school_id, r.school_id)
  left join public.organization o on o.community_id = i.community_id and o.id = i.organization_id
  left join public.district d on d.community_id = i.community_id and d.id = i.district_id and coalesce(i.role, r.role) = 'data_steward'
  where i.community_id = access.community() and i.district_id = access.inviting_district() and (access.role() = 'data_steward' or i.invited_by = access.person())
  order by i.created_at desc limit 500
$$;

-- The staff of the district, for its data steward: who has which role, and when and how they last signed in. No address of a network.
create or replace function access.list_staff()
returns table (id uuid, person_name text, role text, place text, from_on date, has_account boolean, last_at timestamptz, last_how text, refused int, has_second boolean, is_self boolean)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return query select h.id, concat_ws(' ', p.given_name, p.family_name), h.role, coalesce(s.name, d.name), m.from_on, ap.account_id is not null, l.at, l.how,
    (select count(*)::int from platform.sign_in r where r.account_id = ap.account_id and r.is_refused and r.at > now() - interval '30 days'),
    ap.account_id is not null and (door.has_code(ap.account_id) or exists (select from platform.passkey k where k.account_id = ap.account_id)), h.person_id = access.person()
  from access.hat h
  join public.membership m on m.community_id = h.community_id and m.id = h.id
  join public.person p on p.community_id = h.community_id and p.id = h.person_id
  left join public.school s on s.community_id = h.community_id and s.id = h.school_id
  left join public.district d on d.community_id = h.community_id and d.id = h.district_id
  left join platform.account_person ap on ap.community_id = h.community_id and ap.person_id = h.person_id
  left join lateral (select x.at, x.how from platform.sign_in x where x.account_id = ap.account_id and not x.is_refused and x.how <> 'reset_code' order by x.at desc limit 1) l on true
  where h.community_id = access.community() and h.kind = 'membership' and access.role() = 'data_steward'
    and (s.district_id = access.district() or h.role = 'data_steward' and h.district_id = access.district())
  order by p.family_name, p.given_name, h.role limit 2000;
end $$;
-- A role ends with yesterday: the next request of its holder sees nothing.
create or replace function act.end_membership(membership uuid) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if access.role() is distinct from 'data_steward' then perform access.refuse('403', 'not_your_role', 'The data steward decides who gets a role.'); end if;
  if end_membership.membership = access.hat_id() then perform access.refuse('409', 'own_hat', 'You are using this role yourself. Another data steward can end it.'); end if;
  update public.membership m set until_on = access.today() - 1
  where m.community_id = access.community() and m.id = end_membership.membership and m.withdrawn_at is null and (m.until_on is null or m.until_on >= access.today())
    and (exists (select from public.school s where s.community_id = m.community_id and s.id = m.school_id and s.district_id = access.district())
      or m.role = 'data_steward' and m.district_id = access.district());
  if not found then perform access.refuse('404', 'not_found', 'There is no such role in your district.'); end if;
end $$;
grant execute on function access.list_invitations(), access.list_staff(), act.end_membership(uuid), act.withdraw_invitation(uuid),
  act.resend_invitation(uuid, bytea, text, text), act.invite(bytea, text, text, text, text, text, uuid, uuid, uuid, uuid, text, text) to concentric_app;

-- Whether one wants the daily mail, and at which hour; asked and answered before anybody has entered.
create or replace function door.daily_mail_wish(token_hash bytea) returns table (wanted boolean, hour int)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select a.wants_daily_mail, a.daily_mail_hour from (select door.live_session(daily_mail_wish.token_hash) as session) mine
  join platform.account a on a.id = (mine.session).account_id where access.community() is null
$$;
create or replace function door.choose_daily_mail(token_hash bytea, wanted boolean, hour int) returns void
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare mine platform.session := door.live_session(choose_daily_mail.token_hash);
begin
  perform door.refuse_inside();
  if mine.id is null then perform access.refuse('401', 'not_signed_in', 'Please sign in.'); end if;
  update platform.account a set wants_daily_mail = choose_daily_mail.wanted, daily_mail_hour = choose_daily_mail.hour where a.id = mine.account_id;
end $$;
grant execute on function door.daily_mail_wish(bytea), door.choose_daily_mail(bytea, boolean, int) to concentric_app;
