-- The setting readers that every policy calls. access.enter (features/access) fills the settings at the start of a transaction;
-- outside of one they are empty, and nothing is seen. This file knows no feature.

create or replace function access.setting(name text) returns text language sql stable parallel safe
set search_path = pg_catalog, pg_temp as $$ select nullif(current_setting('access.' || name, true), '') $$;
create or replace function access.community() returns uuid language sql stable parallel safe as $$ select nullif(current_setting('access.community', true), '')::uuid $$;
create or replace function access.person() returns uuid language sql stable parallel safe as $$ select nullif(current_setting('access.person', true), '')::uuid $$;
create or replace function access.hat_kind() returns text language sql stable parallel safe as $$ select nullif(current_setting('access.hat_kind', true), '') $$;
create or replace function access.hat_id() returns uuid language sql stable parallel safe as $$ select nullif(current_setting('access.hat_id', true), '')::uuid $$;
create or replace function access.role() returns text language sql stable parallel safe as $$ select nullif(current_setting('access.role', true), '') $$;
create or replace function access.organization() returns uuid language sql stable parallel safe as $$ select nullif(current_setting('access.organization', true), '')::uuid $$;
create or replace function access.district() returns uuid language sql stable parallel safe as $$ select nullif(current_setting('access.district', true), '')::uuid $$;
-- The day in the community's time zone.
create or replace function access.today() returns date language sql stable parallel safe as $$ select nullif(current_setting('access.today', true), '')::date $$;
-- Classes that the teacher teaches today.
create or replace function access.classes() returns uuid[] language sql stable parallel safe as $$ select string_to_array(nullif(current_setting('access.classes', true), ''), ',')::uuid[] $$;

-- Students whose address is confidential, where the reader is not the one who keeps it.
create or replace function access.confidential_students() returns uuid[] language sql stable parallel safe as $$ select coalesce(string_to_array(nullif(current_setting('access.confidential_students', true), ''), ',')::uuid[], '{}') $$;

-- Schools and students whose element may be read in full, in part (what "in part" means stands at each policy), or written.
create or replace function access.schools(element text) returns uuid[] language sql stable parallel safe as $$ select string_to_array(nullif(current_setting('access.schools_' || element, true), ''), ',')::uuid[] $$;
create or replace function access.students(element text) returns uuid[] language sql stable parallel safe as $$ select string_to_array(nullif(current_setting('access.students_' || element, true), ''), ',')::uuid[] $$;
create or replace function access.part_schools(element text) returns uuid[] language sql stable parallel safe as $$ select string_to_array(nullif(current_setting('access.part_schools_' || element, true), ''), ',')::uuid[] $$;
create or replace function access.part_students(element text) returns uuid[] language sql stable parallel safe as $$ select string_to_array(nullif(current_setting('access.part_students_' || element, true), ''), ',')::uuid[] $$;
create or replace function access.write_schools(element text) returns uuid[] language sql stable parallel safe as $$ select string_to_array(nullif(current_setting('access.write_schools_' || element, true), ''), ',')::uuid[] $$;
create or replace function access.write_students(element text) returns uuid[] language sql stable parallel safe as $$ select string_to_array(nullif(current_setting('access.write_students_' || element, true), ''), ',')::uuid[] $$;

-- A text to be searched in: small letters without accents.
create or replace function access.plain(text text) returns text language sql immutable parallel safe as $$
  select case when plain.text ~ '^[ -~]*$' then lower(plain.text)
    else regexp_replace(normalize(lower(plain.text), NFD), '[\u0300-\u036F]', '', 'g') end
$$;
grant execute on function access.plain(text) to concentric_app;

-- The refusals that the server knows how to tell people. The code travels in the hint.
create or replace function access.refuse(status text, code text, sentence text) returns void language plpgsql
set search_path = pg_catalog, pg_temp as $$
begin
  raise exception using errcode = 'CN' || status, message = sentence, hint = code;
end $$;

-- Row-level security, forced, with a policy for the owner (whose functions would otherwise see nothing) and, where files fill
-- the table, one for the importer, which enters one community at a time.
create or replace function access.protect(rel regclass, is_imported boolean default false) returns void language plpgsql
set search_path = pg_catalog, pg_temp as $$
declare old record;
begin
  for old in select polname from pg_policy where polrelid = rel loop
    execute format('drop policy %I on %s', old.polname, rel);
  end loop;
  execute format('alter table %s enable row level security', rel);
  execute format('alter table %s force row level security', rel);
  execute format('revoke all on %s from public, concentric_app, concentric_import, concentric_worker', rel);
  execute format('create policy owner on %s to concentric_owner using (true) with check (true)', rel);
  if is_imported then
    execute format('create policy import on %s to concentric_import using (community_id = (select access.community())) with check (community_id = (select access.community()))', rel);
    execute format('grant select, insert, update, delete on %s to concentric_import', rel);
  end if;
end $$;

-- One read policy for people: a row of the community that the condition lets through; rows withdrawn at their source are gone
-- (a consent that its giver withdrew is not: the family sees that it did).
create or replace function access.let_read(rel regclass, condition text) returns void language plpgsql
set search_path = pg_catalog, pg_temp as $$
declare withdrawn boolean := 2 = (select count(*) from pg_attribute where attrelid = rel and attname in ('withdrawn_at', 'added_by_import') and not attisdropped);
begin
  execute format('create policy read on %s for select to concentric_app using (community_id = (select access.community()) and %s (%s))',
    rel, case when withdrawn then 'withdrawn_at is null and' else '' end, condition);
  execute format('grant select on %s to concentric_app', rel);
end $$;

-- The condition of one element: the student's school now, or the student, is in the scope that access.enter wrote.
create or replace function access.holds(element text, part text default null) returns text language sql immutable
set search_path = pg_catalog, pg_temp as $$
  select format('(access_school_id = any ((select access.schools(%1$L))::uuid[]) or student_id = any ((select access.students(%1$L))::uuid[]))', element)
    || case when part is null then '' else format(' or (access_school_id = any ((select access.part_schools(%1$L))::uuid[]) or student_id = any ((select access.part_students(%1$L))::uuid[])) and (%2$s)', element, part) end
$$;

grant execute on function access.community(), access.person(), access.hat_kind(), access.hat_id(), access.role(), access.organization(),
  access.district(), access.today(), access.classes(), access.confidential_students(), access.schools(text), access.students(text), access.part_schools(text),
  access.part_students(text), access.write_schools(text), access.write_students(text) to concentric_app, concentric_import;

-- Platform data is reached through definer functions only.
do $$
declare rel regclass;
begin
  for rel in select c.oid from pg_class c where c.relnamespace = 'platform'::regnamespace and c.relkind = 'r' and c.relname <> 'migration' loop
    perform access.protect(rel);
  end loop;
end $$;

-- Mail is queued by functions of the owner, in the transaction that gives the reason for it: rolled back, it was never written. The
-- address is the caller's to know; the app role cannot write to an address of its choice.
create or replace function access.queue_mail(recipient text, locale text, subject text, body text, html text default null,
  kind text default 'notice', community uuid default null, lasts interval default '3 days') returns uuid
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare made uuid;
begin
  insert into platform.outbox (community_id, kind, recipient, locale, subject, body, html, good_until)
  values (queue_mail.community, queue_mail.kind, lower(btrim(queue_mail.recipient)), queue_mail.locale, left(queue_mail.subject, 200),
    queue_mail.body, queue_mail.html, now() + queue_mail.lasts)
  returning id into made;
  -- Before the first worker there is no queue; that worker finds the mail when it starts.
  if exists (select from pg_namespace n where n.nspname = 'graphile_worker' and has_schema_privilege(current_user, n.oid, 'usage')) then
    execute 'select graphile_worker.enqueue_patiently($1, $2)' using 'send_mail', made;
  end if;
  return made;
end $$;

-- A mail to oneself: whoever has entered, at the address of the own account, in its language. Nothing without an account. What is
-- computed for a person after entering as that person can be sent no further.
create or replace function act.mail_me(subject text, body text, html text default null) returns uuid
language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
  select access.queue_mail(a.email, a.locale, mail_me.subject, mail_me.body, mail_me.html, 'notice', access.community())
  from platform.account_person ap join platform.account a on a.id = ap.account_id
  where ap.community_id = access.community() and ap.person_id = access.person() and a.disabled_at is null and not a.is_operator
$$;
grant execute on function act.mail_me(text, text, text) to concentric_app;

-- For the worker alone: the one mail that it is to send now, and how that ended. Each try is counted before it is made.
create or replace function access.take_mail(id uuid)
returns table (recipient text, locale text, subject text, body text, html text, queued_at timestamptz)
language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
  update platform.outbox o set attempts = o.attempts + 1
  where o.id = take_mail.id and o.sent_at is null and o.given_up_at is null and o.good_until > now()
  returning o.recipient, o.locale, o.subject, o.body, o.html, o.queued_at
$$;
create or replace function access.end_mail(id uuid, problem text, is_final boolean) returns void
language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
  update platform.outbox o set problem = end_mail.problem,
    sent_at = case when end_mail.problem is null then now() end,
    given_up_at = case when end_mail.problem is not null and end_mail.is_final then now() end,
    body = case when end_mail.is_final then '' else o.body end, html = case when end_mail.is_final then null else o.html end
  where o.id = end_mail.id and o.sent_at is null
$$;
create or replace function access.unsent_mail() returns table (id uuid, task text) language sql stable security definer
set search_path = pg_catalog, pg_temp as $$
  select o.id, 'send_mail' from platform.outbox o where o.sent_at is null and o.given_up_at is null and o.good_until > now() order by o.queued_at
$$;
grant execute on function access.take_mail(uuid), access.end_mail(uuid, text, boolean), access.unsent_mail() to concentric_worker;

-- What waits where no mail server is set up, shown on a page only while an invented town is all there is: a link that signs somebody
-- in is for its recipient alone.
create or replace function door.list_outbox()
returns table (id uuid, recipient text, subject text, body text, queued_at timestamptz)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select o.id, o.recipient, o.subject, o.body, o.queued_at from platform.outbox o
  where o.sent_at is null and o.good_until > now() and access.community() is null
    and exists (select from platform.community_directory d where d.is_demo) and not exists (select from platform.community_directory d where not d.is_demo)
  order by o.queued_at desc limit 100
$$;
grant execute on function door.list_outbox() to concentric_app;

-- Whether the server may be sent requests: it reaches a database whose access files have run.
create or replace function door.is_ready() returns boolean language sql immutable set search_path = pg_catalog, pg_temp as $$ select true $$;
grant execute on function door.is_ready() to concentric_app;
