-- Signing in, step by step. None of these answers inside an entered transaction: what a page reads cannot become somebody else.
create or replace function door.refuse_inside() returns void language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
  if nullif(current_setting('access.entered', true), '') is not null then perform access.refuse('403', 'not_your_role', 'Signing in happens before anybody has entered.'); end if;
end $$;

-- A refused try, for the history of the account, if there is one.
create or replace function door.record_refused(account uuid, how text, user_agent text) returns void
language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
  insert into platform.sign_in (account_id, how, is_refused, user_agent)
  values (record_refused.account, record_refused.how, true, left(record_refused.user_agent, 200))
$$;
-- Ten refused tries in a quarter of an hour close this way to the account until the quarter is over; the other ways stay open.
create or replace function door.may_try(account uuid, how text) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select count(*) < 10 from platform.sign_in s
  where s.account_id = may_try.account and s.how = may_try.how and s.is_refused and s.at > now() - interval '15 minutes'
$$;

create or replace function door.begin_step(token_hash bytea, kind text, account uuid, body jsonb, lifetime interval) returns void
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform door.refuse_inside();
  delete from platform.sign_in_step s where s.expires_at < now() - interval '1 day';
  insert into platform.sign_in_step (token_hash, kind, account_id, body, expires_at)
  values (begin_step.token_hash, begin_step.kind, begin_step.account, begin_step.body, now() + begin_step.lifetime);
end $$;
-- The step that a browser or a link names, used up by asking.
create or replace function door.take_step(token_hash bytea, kind text) returns table (account uuid, body jsonb)
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform door.refuse_inside();
  return query update platform.sign_in_step s set used_at = now()
  where s.token_hash = take_step.token_hash and s.kind = take_step.kind and s.used_at is null and s.expires_at > now()
  returning s.account_id, s.body;
end $$;

-- A link by mail: for an account that exists, five an hour at most; for anything else nothing happens. The mail is queued with it.
create or replace function door.mail_link(email text, token_hash bytea, kind text, subjects jsonb, bodies jsonb) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare a platform.account;
begin
  perform door.refuse_inside();
  select x.* into a from platform.account x where x.email = lower(mail_link.email) and x.disabled_at is null and not x.is_operator for update;
  if not found or mail_link.kind not in ('link', 'recovery') then return false; end if;
  if 5 <= (select count(*) from platform.sign_in_step s where s.account_id = a.id and s.kind in ('link', 'recovery') and s.created_at > now() - interval '1 hour') then return false; end if;
  perform door.begin_step(mail_link.token_hash, mail_link.kind, a.id, '{}', interval '15 minutes');
  perform access.queue_mail(a.email, a.locale, mail_link.subjects ->> a.locale, mail_link.bodies ->> a.locale, kind := 'link', lasts := interval '15 minutes');
  return true;
end $$;

-- What is asked after a password or a link: the sealed secret of the code app, for the server to compare. Five tries for each step.
create or replace function door.has_code(account uuid) returns boolean language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select exists (select from platform.totp t where t.account_id = has_code.account and t.confirmed_at is not null)
$$;
create or replace function door.try_code(token_hash bytea) returns table (account uuid, how text, sealed_secret bytea)
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform door.refuse_inside();
  return query with tried as (
    update platform.sign_in_step s set tries = s.tries + 1
    where s.token_hash = try_code.token_hash and s.kind = 'code' and s.used_at is null and s.expires_at > now() and s.tries < 5
    returning s.account_id, s.body ->> 'how' as how)
  select t.account_id, tried.how, t.sealed_secret from tried join platform.totp t on t.account_id = tried.account_id and t.confirmed_at is not null;
end $$;
-- A code counts once: the half minute moves on, and only forward.
create or replace function door.use_code(account uuid, counter bigint) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform door.refuse_inside();
  update platform.totp t set last_counter = use_code.counter where t.account_id = use_code.account and t.last_counter < use_code.counter;
  return found;
end $$;
create or replace function door.use_recovery_code(account uuid, code_hash bytea) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform door.refuse_inside();
  update platform.recovery_code r set used_at = now()
  where r.account_id = use_recovery_code.account and r.code_hash = use_recovery_code.code_hash and r.used_at is null;
  return found;
end $$;

create or replace function door.speak(account uuid, locale text) returns void language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
  update platform.account a set locale = speak.locale where a.id = speak.account and a.locale <> speak.locale and speak.locale in ('en', 'es')
$$;

-- One's own account, and changes of the ways into it. A change asks for a proof in the last quarter of an hour and is told by mail.
create or replace function door.my_account(token_hash bytea)
returns table (id uuid, email text, locale text, how text, has_password boolean, password_hash text, has_code boolean, recovery_codes int, is_proved boolean)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select a.id, a.email, a.locale, (mine.session).how, a.password_hash is not null, a.password_hash, door.has_code(a.id),
    (select count(*)::int from platform.recovery_code r where r.account_id = a.id and r.used_at is null),
    (mine.session).proved_at > now() - interval '15 minutes'
  from (select door.live_session(my_account.token_hash) as session) mine join platform.account a on a.id = (mine.session).account_id
  where access.community() is null
$$;
create or replace function door.proved_account(token_hash bytea) returns platform.account
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare mine platform.session := door.live_session(proved_account.token_hash); a platform.account;
begin
  perform door.refuse_inside();
  if mine.id is null then perform access.refuse('401', 'not_signed_in', 'Please sign in.'); end if;
  if mine.proved_at <= now() - interval '15 minutes' then perform access.refuse('403', 'prove_first', 'Please show once more that it is you.'); end if;
  select x.* into a from platform.account x where x.id = mine.account_id for update;
  return a;
end $$;
create or replace function door.tell_change(account platform.account, subjects jsonb, bodies jsonb) returns void
language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
  select access.queue_mail(account.email, account.locale, subjects ->> account.locale, bodies ->> account.locale) where not account.is_operator
$$;
-- The session goes on under another token.
create or replace function door.prove(token_hash bytea, fresh_hash bytea) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform door.refuse_inside();
  update platform.session s set token_hash = prove.fresh_hash, proved_at = now()
  where s.id = (door.live_session(prove.token_hash)).id;
  return found;
end $$;

create or replace function door.set_password(token_hash bytea, password_hash text, subjects jsonb, bodies jsonb) returns void
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare a platform.account := door.proved_account(set_password.token_hash);
begin
  update platform.account x set password_hash = set_password.password_hash where x.id = a.id;
  update platform.session s set revoked_at = now() where s.account_id = a.id and s.token_hash <> set_password.token_hash and s.revoked_at is null;
  perform door.tell_change(a, subjects, bodies);
end $$;
-- A forgotten password: the link of the mail sets a new one, and whoever was signed in anywhere is not any more.
create or replace function door.recover(step_hash bytea, password_hash text, subjects jsonb, bodies jsonb) returns uuid
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare a platform.account; step record;
begin
  select t.account, t.body into step from door.take_step(recover.step_hash, 'recovery') t;
  select x.* into a from platform.account x where x.id = step.account and x.disabled_at is null;
  if not found then perform access.refuse('404', 'link_used', 'This link was used or has expired. Ask for a new one.'); end if;
  update platform.account x set password_hash = recover.password_hash where x.id = a.id;
  update platform.session s set revoked_at = now() where s.account_id = a.id and s.revoked_at is null;
  update platform.sign_in_step s set used_at = now() where s.account_id = a.id and s.used_at is null;
  -- The operator has made sure who it is: whoever comes by that link has lost the code app too.
  if step.body ->> 'by' = 'operator' then
    delete from platform.totp t where t.account_id = a.id;
    delete from platform.recovery_code r where r.account_id = a.id;
  end if;
  perform door.tell_change(a, subjects, bodies);
  return a.id;
end $$;

create or replace function door.begin_totp(token_hash bytea, sealed_secret bytea) returns void
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare a platform.account := door.proved_account(begin_totp.token_hash);
begin
  if door.has_code(a.id) then perform access.refuse('409', 'code_is_on', 'A code app is set up already. Take it away first.'); end if;
  insert into platform.totp as t (account_id, sealed_secret) values (a.id, begin_totp.sealed_secret)
  on conflict (account_id) do update set sealed_secret = excluded.sealed_secret, created_at = now(), last_counter = 0;
end $$;
create or replace function door.my_totp(token_hash bytea) returns table (account uuid, sealed_secret bytea, is_confirmed boolean)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select t.account_id, t.sealed_secret, t.confirmed_at is not null from platform.totp t
  where t.account_id = (door.live_session(my_totp.token_hash)).account_id and access.community() is null
$$;
create or replace function door.confirm_totp(token_hash bytea, counter bigint, code_hashes bytea[], subjects jsonb, bodies jsonb) returns void
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare a platform.account := door.proved_account(confirm_totp.token_hash);
begin
  update platform.totp t set confirmed_at = now(), last_counter = confirm_totp.counter where t.account_id = a.id and t.confirmed_at is null;
  if not found then perform access.refuse('409', 'code_is_on', 'A code app is set up already. Take it away first.'); end if;
  perform door.replace_codes(a.id, code_hashes);
  perform door.tell_change(a, subjects, bodies);
end $$;
create or replace function door.replace_codes(account uuid, code_hashes bytea[]) returns void
language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
  delete from platform.recovery_code r where r.account_id = replace_codes.account;
  insert into platform.recovery_code (account_id, code_hash) select replace_codes.account, h from unnest(code_hashes) h
$$;
create or replace function door.renew_codes(token_hash bytea, code_hashes bytea[], subjects jsonb, bodies jsonb) returns void
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare a platform.account := door.proved_account(renew_codes.token_hash);
begin
  if not door.has_code(a.id) then perform access.refuse('404', 'not_found', 'There is no code app to which the codes would belong.'); end if;
  perform door.replace_codes(a.id, code_hashes);
  perform door.tell_change(a, subjects, bodies);
end $$;
create or replace function door.remove_totp(token_hash bytea, subjects jsonb, bodies jsonb) returns void
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare a platform.account := door.proved_account(remove_totp.token_hash);
begin
  delete from platform.totp t where t.account_id = a.id;
  if not found then perform access.refuse('404', 'not_found', 'There is no code app to take away.'); end if;
  delete from platform.recovery_code r where r.account_id = a.id;
  perform door.tell_change(a, subjects, bodies);
end $$;

create or replace function door.list_passkeys(token_hash bytea)
returns table (id uuid, credential_id text, transports text[], name text, created_at timestamptz, last_used_at timestamptz)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select p.id, p.credential_id, p.transports, p.name, p.created_at, p.last_used_at from platform.passkey p
  where p.account_id = (door.live_session(list_passkeys.token_hash)).account_id and access.community() is null order by p.created_at
$$;
create or replace function door.add_passkey(token_hash bytea, credential_id text, public_key bytea, counter bigint, transports text[], name text, subjects jsonb, bodies jsonb) returns uuid
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare a platform.account := door.proved_account(add_passkey.token_hash); made uuid;
begin
  if 20 <= (select count(*) from platform.passkey p where p.account_id = a.id) then perform access.refuse('409', 'too_many_passkeys', 'You have 20 passkeys. Take one away before you add another.'); end if;
  insert into platform.passkey (account_id, credential_id, public_key, counter, transports, name)
  values (a.id, add_passkey.credential_id, add_passkey.public_key, add_passkey.counter, add_passkey.transports, left(add_passkey.name, 80))
  on conflict on constraint passkey_credential_id_key do nothing returning passkey.id into made;
  if made is null then perform access.refuse('409', 'exists', 'This passkey is here already.'); end if;
  perform door.tell_change(a, subjects, bodies);
  return made;
end $$;
create or replace function door.name_passkey(token_hash bytea, passkey uuid, name text) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  update platform.passkey p set name = left(btrim(name_passkey.name), 80)
  where p.id = name_passkey.passkey and p.account_id = (door.live_session(name_passkey.token_hash)).account_id and access.community() is null;
  return found;
end $$;
-- The last way in is not taken away: with a password or a provider there is another, and a link by mail for everybody else.
create or replace function door.remove_passkey(token_hash bytea, passkey uuid, subjects jsonb, bodies jsonb) returns void
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare a platform.account := door.proved_account(remove_passkey.token_hash);
begin
  delete from platform.passkey p where p.id = remove_passkey.passkey and p.account_id = a.id;
  if not found then perform access.refuse('404', 'not_found', 'There is no such passkey of yours.'); end if;
  perform door.tell_change(a, subjects, bodies);
end $$;
create or replace function door.find_passkey(credential_id text)
returns table (account uuid, public_key bytea, counter bigint, transports text[])
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select p.account_id, p.public_key, p.counter, p.transports from platform.passkey p join platform.account a on a.id = p.account_id
  where p.credential_id = find_passkey.credential_id and a.disabled_at is null and access.community() is null
$$;
-- An authenticator that counts counts upward; one that does not says nought for ever. Anything else is a copy.
create or replace function door.use_passkey(credential_id text, counter bigint) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform door.refuse_inside();
  update platform.passkey p set counter = use_passkey.counter, last_used_at = now()
  where p.credential_id = use_passkey.credential_id and (p.counter < use_passkey.counter or p.counter = 0 and use_passkey.counter = 0);
  return found;
end $$;

-- Providers: an account is found by issuer and subject and by nothing else.
create or replace function door.find_identity(issuer text, subject text) returns uuid
language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
  update platform.identity i set last_used_at = now() from platform.account a
  where i.issuer = find_identity.issuer and i.subject = find_identity.subject and a.id = i.account_id and a.disabled_at is null and access.community() is null
  returning i.account_id
$$;
create or replace function door.list_identities(token_hash bytea) returns table (id uuid, issuer text, email text, created_at timestamptz, last_used_at timestamptz)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select i.id, i.issuer, i.email, i.created_at, i.last_used_at from platform.identity i
  where i.account_id = (door.live_session(list_identities.token_hash)).account_id and access.community() is null order by i.created_at
$$;
create or replace function door.add_identity(token_hash bytea, issuer text, subject text, email text, subjects jsonb, bodies jsonb) returns void
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare a platform.account := door.proved_account(add_identity.token_hash); holder uuid;
begin
  insert into platform.identity (account_id, issuer, subject, email) values (a.id, add_identity.issuer, add_identity.subject, add_identity.email)
  on conflict on constraint identity_issuer_subject_key do nothing;
  if found then perform door.tell_change(a, subjects, bodies); end if;
  select i.account_id into holder from platform.identity i where i.issuer = add_identity.issuer and i.subject = add_identity.subject;
  if holder <> a.id then perform access.refuse('409', 'identity_taken', 'This account of the provider opens another account here already.'); end if;
end $$;
create or replace function door.remove_identity(token_hash bytea, identity uuid, subjects jsonb, bodies jsonb) returns void
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare a platform.account := door.proved_account(remove_identity.token_hash);
begin
  delete from platform.identity i where i.id = remove_identity.identity and i.account_id = a.id;
  if not found then perform access.refuse('404', 'not_found', 'There is no such way of yours to sign in.'); end if;
  perform door.tell_change(a, subjects, bodies);
end $$;

-- One's own history: the last hundred sign-ins and refused tries.
create or replace function door.list_sign_ins(token_hash bytea) returns table (id uuid, at timestamptz, how text, is_refused boolean, user_agent text)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select s.id, s.at, s.how, s.is_refused, s.user_agent from platform.sign_in s
  where s.account_id = (door.live_session(list_sign_ins.token_hash)).account_id order by s.at desc limit 100
$$;

grant execute on function door.record_refused(uuid, text, text), door.may_try(uuid, text), door.begin_step(bytea, text, uuid, jsonb, interval),
  door.take_step(bytea, text), door.mail_link(text, bytea, text, jsonb, jsonb), door.has_code(uuid), door.try_code(bytea),
  door.use_code(uuid, bigint), door.use_recovery_code(uuid, bytea), door.speak(uuid, text), door.my_account(bytea), door.prove(bytea, bytea),
  door.set_password(bytea, text, jsonb, jsonb), door.recover(bytea, text, jsonb, jsonb), door.begin_totp(bytea, bytea), door.my_totp(bytea),
  door.confirm_totp(bytea, bigint, bytea[], jsonb, jsonb), door.renew_codes(bytea, bytea[], jsonb, jsonb), door.remove_totp(bytea, jsonb, jsonb),
  door.list_passkeys(bytea), door.add_passkey(bytea, text, bytea, bigint, text[], text, jsonb, jsonb), door.name_passkey(bytea, uuid, text),
  door.remove_passkey(bytea, uuid, jsonb, jsonb), door.find_passkey(text), door.use_passkey(text, bigint), door.find_identity(text, text),
  door.list_identities(bytea), door.add_identity(bytea, text, text, text, jsonb, jsonb), door.remove_identity(bytea, uuid, jsonb, jsonb),
  door.list_sign_ins(bytea) to concentric_app;
