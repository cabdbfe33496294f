-- Under which ids sources know a student is read with the student's name.
select access.protect('student_identifier', is_imported => true), access.let_read('student_identifier', access.holds('directory'));
-- Nobody reads these tables but the importer, which joins by exact ids, and the functions below.
select access.protect('person_identifier', is_imported => true), access.protect('identity_merge'), access.protect('identity_merge_row'),
  access.protect('identity_difference');

-- Every column that points to a student or to a person: found in the catalogue, so that a new table is never forgotten.
create or replace view access.identity_column as
  select case when a.attname = 'student_id' then 'student' else 'person' end as kind, c.oid::regclass as rel, c.relname::text as table_name, a.attname::text as column_name,
    exists (select from pg_attribute s where s.attrelid = c.oid and s.attname = 'access_school_id' and not s.attisdropped) as has_school,
    array(select k.attname::text from pg_index i join pg_attribute k on k.attrelid = c.oid and k.attnum = any (i.indkey) where i.indrelid = c.oid and i.indisprimary) as key_columns
  from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.atttypid = 'uuid'::regtype
  where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and c.relname not in ('identity_merge', 'identity_merge_row', 'identity_difference')
    and (a.attname = 'student_id' or a.attname ~ '(^|_)(person|author|giver|owner)_id$' or a.attname ~ '_by$');

-- Moves every row of one record to another. A row for which the other has one of the same key already is laid aside, whole, in the log.
create or replace function access.move_rows(merge uuid, kind text, survivor uuid, merged uuid) returns void
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare col record; r record; now_is jsonb; school uuid;
begin
  if kind = 'student' then select s.access_school_id into school from public.student s where s.community_id = access.community() and s.id = survivor; end if;
  for col in select c.* from access.identity_column c where c.kind = move_rows.kind order by c.table_name, c.column_name loop
    for r in execute format('select t.ctid as place, to_jsonb(t) as was from %s t where t.community_id = $1 and t.%I = $2', col.rel, col.column_name)
        using access.community(), merged loop
      begin
        execute format('update %s t set %I = $1 %s where t.ctid = $2 returning to_jsonb(t)', col.rel, col.column_name,
          case when kind = 'student' and col.has_school then ', access_school_id = $3' else '' end) into now_is using survivor, r.place, school;
        insert into public.identity_merge_row (community_id, merge_id, table_name, column_name, what, key, was)
        values (access.community(), merge, col.table_name, col.column_name, 'moved',
          (select jsonb_object_agg(k, now_is -> k) from unnest(col.key_columns) k), r.was);
      exception when unique_violation then
        execute format('delete from %s t where t.ctid = $1', col.rel) using r.place;
        insert into public.identity_merge_row (community_id, merge_id, table_name, column_name, what, key, was)
        values (access.community(), merge, col.table_name, col.column_name, 'laid_aside', '{}', r.was);
      end;
    end loop;
  end loop;
end $$;

-- Both records may carry a file's mark about the same person, and one of them is laid aside: the one that stays holds as long as either did.
create or replace function access.widen_restrictions(merge uuid, kind text, survivor uuid, merged uuid) returns void
language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
  with both_kept as (
    select k.id, to_jsonb(k) as was, g.from_on, g.until_on, g.withdrawn_at from public.contact_restriction k
    join public.contact_restriction g on g.community_id = k.community_id and g.kind = 'imported'
      and case widen_restrictions.kind when 'student' then g.student_id = widen_restrictions.merged and g.person_id = k.person_id
        else g.person_id = widen_restrictions.merged and g.student_id = k.student_id end
    where k.community_id = access.community() and k.kind = 'imported'
      and case widen_restrictions.kind when 'student' then k.student_id else k.person_id end = widen_restrictions.survivor
  ), noted as (
    insert into public.identity_merge_row (community_id, merge_id, table_name, column_name, what, key, was)
    select access.community(), widen_restrictions.merge, 'contact_restriction', widen_restrictions.kind || '_id', 'widened', jsonb_build_object('id', b.id), b.was from both_kept b
  )
  update public.contact_restriction r set from_on = least(r.from_on, b.from_on),
    until_on = case when r.until_on is null or b.until_on is null then null else greatest(r.until_on, b.until_on) end,
    withdrawn_at = case when r.withdrawn_at is null or b.withdrawn_at is null then null else r.withdrawn_at end
  from both_kept b where r.community_id = access.community() and r.id = b.id
$$;

-- What a file told before, a dry run that waits does not know any more: it is made anew. One at a time with imports.
create or replace function access.begin_identity_act() returns void language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp as $$
begin
  if access.role() is distinct from 'data_steward' then perform access.refuse('403', 'not_your_role', 'The data steward decides who is the same person.'); end if;
  perform pg_advisory_xact_lock(hashtextextended('import ' || access.community(), 0));
  update public.import i set checked_at = null
  where i.community_id = access.community() and i.district_id = access.district() and i.state in ('checked', 'needs_answer');
end $$;

-- Figures and flags are made anew by a job that is written with the act: both or neither. It enters by the last import that holds.
create or replace function access.queue_figures() returns void language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare door uuid;
begin
  select i.id into door from public.import i where i.community_id = access.community() and i.district_id = access.district() and i.state = 'applied' order by i.applied_at desc limit 1;
  if door is not null and exists (select from pg_namespace n where n.nspname = 'graphile_worker' and has_schema_privilege(current_user, n.oid, 'usage')) then
    execute 'select graphile_worker.enqueue($1, $2)' using 'recompute_flags', door;
  end if;
end $$;

-- Two records are one person: the survivor keeps its id and takes everything over; the other id leads to it from now on.
create or replace function act.join_identities(kind text, survivor uuid, merged uuid) returns uuid
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare made uuid := platform.uuidv7(); kept jsonb; gone jsonb; known uuid;
begin
  perform access.begin_identity_act();
  if survivor = merged or kind not in ('student', 'person') then perform access.refuse('400', 'nothing_to_join', 'Choose two different records.'); end if;
  if kind = 'student' then
    perform access.require_write('directory', survivor), access.require_write('directory', merged);
    select to_jsonb(s) into kept from public.student s where s.community_id = access.community() and s.id = survivor for update;
    select to_jsonb(s) into gone from public.student s where s.community_id = access.community() and s.id = merged for update;
    if kept ->> 'district_id' is distinct from gone ->> 'district_id' then perform access.refuse('404', 'not_found', 'There is no such student, or you may not write this.'); end if;
  else
    select to_jsonb(p) into kept from public.person p where p.community_id = access.community() and p.id = survivor and p.district_id = access.district() and not p.is_worker for update;
    select to_jsonb(p) into gone from public.person p where p.community_id = access.community() and p.id = merged and p.district_id = access.district() and not p.is_worker for update;
    if kept is null or gone is null then perform access.refuse('404', 'not_found', 'There are no two such guardians in your district.'); end if;
    if 2 = (select count(*) from platform.account_person a where a.community_id = access.community() and a.person_id in (survivor, merged)) then
      perform access.refuse('409', 'two_accounts', 'Both sign in with an account of their own. Close one of the accounts first.');
    end if;
  end if;
  insert into public.identity_merge (community_id, id, district_id, kind, survivor_id, merged_id, survivor_was, merged_was, merged_by)
  values (access.community(), made, access.district(), join_identities.kind, survivor, merged, kept, gone, access.person());
  -- The next import finds the survivor under both ids.
  if gone ->> 'external_id' is not null then
    if kind = 'student' then
      insert into public.student_identifier (community_id, student_id, access_school_id, district_id, kind, value)
      values (access.community(), survivor, (kept ->> 'access_school_id')::uuid, access.district(), 'source', gone ->> 'external_id') on conflict do nothing returning id into known;
    else
      insert into public.person_identifier (community_id, person_id, district_id, kind, value)
      values (access.community(), survivor, access.district(), 'source', gone ->> 'external_id') on conflict do nothing returning id into known;
    end if;
    if known is not null then
      insert into public.identity_merge_row (community_id, merge_id, table_name, column_name, what, key, was)
      values (access.community(), made, join_identities.kind || '_identifier', join_identities.kind || '_id', 'added', jsonb_build_object('id', known), '{}');
    end if;
  end if;
  perform access.widen_restrictions(made, kind, survivor, merged);
  perform access.move_rows(made, kind, survivor, merged);
  insert into public.identity_difference (community_id, kind, one_id, other_id, decided_by)
  select d.community_id, d.kind, least(survivor, x.id), greatest(survivor, x.id), d.decided_by
  from public.identity_difference d, lateral (select case when d.one_id = merged then d.other_id else d.one_id end as id) x
  where d.community_id = access.community() and merged in (d.one_id, d.other_id) and x.id <> survivor on conflict do nothing;
  if kind = 'student' then
    delete from public.student s where s.community_id = access.community() and s.id = merged;
    update public.student s set person_id = coalesce(s.person_id, (gone ->> 'person_id')::uuid) where s.community_id = access.community() and s.id = survivor;
    perform access.settle(access.community());
    perform access.queue_figures();
  else
    update platform.account_person a set person_id = survivor where a.community_id = access.community() and a.person_id = merged;
    if found then
      insert into public.identity_merge_row (community_id, merge_id, table_name, column_name, what, key, was)
      values (access.community(), made, 'account_person', 'account', 'moved', '{}', '{}');
    end if;
    delete from public.person p where p.community_id = access.community() and p.id = merged;
  end if;
  return made;
end $$;

-- Undoes a merge: every row goes back to where it came from, as it is now. Rows written since stay, but those that the steward names:
-- [{"table": …, "id": …}].
create or replace function act.split_identities(merge uuid, moves jsonb) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare m public.identity_merge; r record; col record; wish record;
begin
  perform access.begin_identity_act();
  select x.* into m from public.identity_merge x where x.community_id = access.community() and x.id = split_identities.merge and x.district_id = access.district()
    and x.split_at is null for update;
  if not found then perform access.refuse('404', 'not_found', 'There are no such joined records in your district.'); end if;
  if exists (select from public.identity_merge o where o.community_id = m.community_id and o.split_at is null and o.merged_at > m.merged_at
      and m.survivor_id in (o.survivor_id, o.merged_id)) then
    perform access.refuse('409', 'split_later_first', 'This record was joined with another one later. Split that one first.');
  end if;
  if m.kind = 'student' then
    insert into public.student select (jsonb_populate_record(null::public.student, m.merged_was)).*;
  else
    insert into public.person select (jsonb_populate_record(null::public.person, m.merged_was)).*;
    update platform.account_person a set person_id = m.merged_id where a.community_id = m.community_id and a.person_id = m.survivor_id
      and exists (select from public.identity_merge_row x where x.community_id = m.community_id and x.merge_id = m.id and x.column_name = 'account');
  end if;
  for r in select x.*, c.rel, c.has_school from public.identity_merge_row x
      join access.identity_column c on c.kind = m.kind and c.table_name = x.table_name and c.column_name = x.column_name
      where x.community_id = m.community_id and x.merge_id = m.id order by x.id desc loop
    if r.what = 'added' then
      execute format('delete from %s t where t.community_id = $1 and t.id = $2', r.rel) using m.community_id, (r.key ->> 'id')::uuid;
    elsif r.what = 'widened' then
      update public.contact_restriction x set from_on = (r.was ->> 'from_on')::date, until_on = (r.was ->> 'until_on')::date, withdrawn_at = (r.was ->> 'withdrawn_at')::timestamptz
      where x.community_id = m.community_id and x.id = (r.key ->> 'id')::uuid;
    elsif r.what = 'laid_aside' then
      execute format('insert into %s select (jsonb_populate_record(null::%s, $1)).* on conflict do nothing', r.rel, r.rel) using r.was;
    else
      execute format('update %s t set %I = $1 %s where %s and t.%I = $2', r.rel, r.column_name,
        case when m.kind = 'student' and r.has_school then ', access_school_id = ($3 ->> ''access_school_id'')::uuid' else '' end,
        (select string_agg(format('t.%I = %L', k.key, k.value), ' and ') from jsonb_each_text(r.key) k), r.column_name)
        using m.merged_id, m.survivor_id, r.was;
    end if;
  end loop;
  for wish in select x.* from jsonb_to_recordset(moves) x("table" text, id uuid) loop
    select c.* into col from access.identity_column c where c.kind = m.kind and c.table_name = wish."table" and 'id' = any (c.key_columns) limit 1;
    if found then
      execute format('update %s t set %I = $1 %s where t.community_id = $2 and t.id = $3 and t.%I = $4', col.rel, col.column_name,
        case when m.kind = 'student' and col.has_school then ', access_school_id = ($5 ->> ''access_school_id'')::uuid' else '' end, col.column_name)
        using m.merged_id, m.community_id, wish.id, m.survivor_id, m.merged_was;
    end if;
  end loop;
  if m.kind = 'student' then
    update public.student s set person_id = (m.survivor_was ->> 'person_id')::uuid where s.community_id = m.community_id and s.id = m.survivor_id
      and s.person_id is not distinct from coalesce((m.survivor_was ->> 'person_id')::uuid, (m.merged_was ->> 'person_id')::uuid);
    -- Who has no enrollment left goes back to the school of before; settling then looks at the enrollments of today.
    update public.student s set access_school_id = (m.survivor_was ->> 'access_school_id')::uuid where s.community_id = m.community_id and s.id = m.survivor_id;
    for col in select c.* from access.identity_column c where c.kind = 'student' and c.has_school loop
      execute format('update %s t set access_school_id = $1 where t.community_id = $2 and t.student_id = $3 and t.access_school_id is distinct from $1', col.rel)
        using (m.survivor_was ->> 'access_school_id')::uuid, m.community_id, m.survivor_id;
    end loop;
    perform access.settle(m.community_id);
    perform access.queue_figures();
  end if;
  update public.identity_merge x set split_at = clock_timestamp(), split_by = access.person() where x.community_id = m.community_id and x.id = m.id;
end $$;

-- Not the same person: remembered, and not proposed again.
create or replace function act.tell_apart(kind text, one uuid, other uuid) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if access.role() is distinct from 'data_steward' then perform access.refuse('403', 'not_your_role', 'The data steward decides who is the same person.'); end if;
  if one = other or kind not in ('student', 'person') then perform access.refuse('400', 'nothing_to_join', 'Choose two different records.'); end if;
  insert into public.identity_difference (community_id, kind, one_id, other_id, decided_by)
  values (access.community(), tell_apart.kind, least(one, other), greatest(one, other), access.person()) on conflict do nothing;
end $$;

-- Which pairs were told apart, for the steward's list.
create or replace function access.told_apart() returns table (kind text, one_id uuid, other_id uuid)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select d.kind, d.one_id, d.other_id from public.identity_difference d where d.community_id = access.community() and access.role() = 'data_steward'
$$;

-- The records that are joined now, for the steward who may split them.
create or replace function access.list_joined() returns table (id uuid, kind text, survivor_id uuid, merged_id uuid, survivor_name text, merged_name text,
  merged_number text, moved int, laid_aside int, at timestamptz, by_name text)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select m.id, m.kind, m.survivor_id, m.merged_id, concat_ws(' ', m.survivor_was ->> 'given_name', m.survivor_was ->> 'family_name'),
    concat_ws(' ', m.merged_was ->> 'given_name', m.merged_was ->> 'family_name'), m.merged_was ->> 'external_id',
    (select count(*)::int from public.identity_merge_row r where r.community_id = m.community_id and r.merge_id = m.id and r.what = 'moved'),
    (select count(*)::int from public.identity_merge_row r where r.community_id = m.community_id and r.merge_id = m.id and r.what = 'laid_aside'),
    m.merged_at, concat_ws(' ', p.given_name, p.family_name)
  from public.identity_merge m left join public.person p on p.community_id = m.community_id and p.id = m.merged_by
  where m.community_id = access.community() and m.district_id = access.district() and access.role() = 'data_steward' and m.split_at is null
  order by m.merged_at desc
$$;

-- What people have written since two records were joined: the kind of row and its day, never what it says.
create or replace function access.written_since_joined(merge uuid) returns table (table_name text, id uuid, at timestamptz)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare m public.identity_merge; col record;
begin
  select x.* into m from public.identity_merge x where x.community_id = access.community() and x.id = written_since_joined.merge
    and x.district_id = access.district() and access.role() = 'data_steward' and x.split_at is null;
  if not found then perform access.refuse('404', 'not_found', 'There are no such joined records in your district.'); end if;
  for col in select c.* from access.identity_column c where c.kind = m.kind and 'id' = any (c.key_columns) and c.column_name in ('student_id', 'person_id')
      and not exists (select from pg_attribute a where a.attrelid = c.rel and a.attname in ('added_by_import', 'since_import') and not a.attisdropped) order by c.table_name loop
    return query execute format('select %L::text, t.id, to_timestamp((''x'' || translate(left(t.id::text, 13), ''-'', ''''))::bit(48)::bigint / 1000.0)
      from %s t where t.community_id = $1 and t.%I = $2
        and (''x'' || translate(left(t.id::text, 13), ''-'', ''''))::bit(48)::bigint >= floor(extract(epoch from $3) * 1000)
        and not exists (select from public.identity_merge_row r where r.community_id = t.community_id and r.merge_id = $4 and r.table_name = %L and r.key ->> ''id'' = t.id::text)',
      col.table_name, col.rel, col.column_name, col.table_name) using m.community_id, m.survivor_id, m.merged_at, m.id;
  end loop;
end $$;

-- Where an id leads that was joined into another record; for those who may see that one.
create or replace function access.joined_into(student uuid) returns uuid
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare found_id uuid := student; next_id uuid;
begin
  loop
    select m.survivor_id into next_id from public.identity_merge m
    where m.community_id = access.community() and m.kind = 'student' and m.merged_id = found_id and m.split_at is null;
    exit when not found;
    found_id := next_id;
  end loop;
  if found_id = student then return null; end if;
  return (select s.id from public.student s where s.community_id = access.community() and s.id = found_id and s.withdrawn_at is null
    and (s.access_school_id = any (access.schools('directory')) or s.id = any (access.students('directory'))));
end $$;
-- A name without case, accents and marks, to find records worth comparing.
create or replace function access.plain_name(name text) returns text language sql immutable parallel safe set search_path = pg_catalog, pg_temp as $$
  select regexp_replace(translate(lower(name), 'áàäâãåéèëêíìïîóòöôõúùüûñçý', 'aaaaaaeeeeiiiiooooouuuuncy'), '[^[:alnum:]]', '', 'g')
$$;
grant execute on function access.plain_name(text) to concentric_app;
grant execute on function act.join_identities(text, uuid, uuid), act.split_identities(uuid, jsonb), act.tell_apart(text, uuid, uuid), access.told_apart(),
  access.list_joined(), access.written_since_joined(uuid), access.joined_into(uuid) to concentric_app;
