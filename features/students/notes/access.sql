-- A note says what kind of thing it tells of and when that happened. A restricted one is written by those who hold the element.
create or replace function act.write_note(student uuid, is_restricted boolean, body text, kind text, happened_on date) returns uuid
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  element text := case when write_note.is_restricted then 'restricted_notes' else 'notes' end;
  school uuid := access.require_write(element, student);
  made uuid := platform.uuidv7();
begin
  perform access.check_happened(happened_on);
  if is_restricted then
    insert into public.restricted_note (community_id, id, student_id, access_school_id, author_id, author_kind, body, kind, happened_on)
    values (access.community(), made, student, school, access.person(), access.author_kind(), write_note.body, write_note.kind, write_note.happened_on);
  else
    insert into public.note (community_id, id, student_id, access_school_id, author_id, author_kind, body, kind, happened_on)
    values (access.community(), made, student, school, access.person(), access.author_kind(), write_note.body, write_note.kind, write_note.happened_on);
  end if;
  perform access.drop_draft(student, element);
  return made;
end $$;

create or replace function access.check_happened(happened_on date) returns void language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
  if happened_on > access.today() then perform access.refuse('400', 'not_yet', 'A note tells of what has happened. Choose today or an earlier day.'); end if;
end $$;

create or replace function access.drop_draft(student uuid, form text) returns void language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
  delete from public.draft d where d.community_id = access.community() and d.author_id = access.person()
    and d.student_id = drop_draft.student and d.form = drop_draft.form
$$;

-- The author changes the own note; what it said before stays. Who has not seen the last change is told, and nothing is overwritten.
create or replace function act.change_note(note uuid, revision int, body text, kind text, happened_on date) returns int
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare n public.note;
begin
  select x.* into n from public.note x where x.community_id = access.community() and x.id = change_note.note and x.author_id = access.person() for update;
  if not found then perform access.refuse('404', 'not_found', 'There is no such note of yours.'); end if;
  perform access.require_write('notes', n.student_id);
  perform access.check_happened(change_note.happened_on);
  if n.revision <> change_note.revision then
    perform access.refuse('409', 'note_changed', 'You changed this note in another window in the meantime. Look at both texts, then save again.');
  end if;
  insert into public.note_revision (community_id, note_id, student_id, access_school_id, author_id, revision, kind, happened_on, body, written_at)
  values (n.community_id, n.id, n.student_id, n.access_school_id, n.author_id, n.revision, n.kind, n.happened_on, n.body, coalesce(n.changed_at, n.written_at));
  update public.note x set body = change_note.body, kind = change_note.kind, happened_on = change_note.happened_on, revision = n.revision + 1, changed_at = now()
  where x.community_id = n.community_id and x.id = n.id;
  perform access.drop_draft(n.student_id, 'note.' || n.id);
  return n.revision + 1;
end $$;

-- A mistake is marked, and the mark can be taken away; nothing is deleted.
create or replace function act.mark_note(note uuid, is_restricted boolean, in_error boolean) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare about uuid; element text := case when is_restricted then 'restricted_notes' else 'notes' end;
begin
  if is_restricted then
    select x.student_id into about from public.restricted_note x where x.community_id = access.community() and x.id = mark_note.note and x.author_id = access.person() for update;
  else
    select x.student_id into about from public.note x where x.community_id = access.community() and x.id = mark_note.note and x.author_id = access.person() for update;
  end if;
  if about is null then perform access.refuse('404', 'not_found', 'There is no such note of yours.'); end if;
  perform access.require_write(element, about);
  if is_restricted then
    update public.restricted_note x set in_error_at = case when mark_note.in_error then now() end where x.community_id = access.community() and x.id = mark_note.note;
  else
    update public.note x set in_error_at = case when mark_note.in_error then now() end where x.community_id = access.community() and x.id = mark_note.note;
  end if;
end $$;

-- The one way to the text of a restricted note: with a typed reason, which the data steward and the author can read.
create or replace function act.open_restricted_note(student uuid, note uuid, reason text) returns table (body text)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare n public.restricted_note;
begin
  select x.* into n from public.restricted_note x where x.community_id = access.community() and x.id = open_restricted_note.note
    and x.student_id = open_restricted_note.student
    and (x.access_school_id = any (access.schools('restricted_notes')) or x.student_id = any (access.students('restricted_notes'))
      or x.author_id = access.person() and (x.access_school_id = any (access.part_schools('restricted_notes')) or x.student_id = any (access.part_students('restricted_notes'))));
  if not found then perform access.refuse('404', 'not_found', 'There is no such note, or you may not open it.'); end if;
  if length(trim(open_restricted_note.reason)) < 3 then perform access.refuse('400', 'opening_reason_needed', 'Please say in a few words why you open this note.'); end if;
  insert into public.restricted_note_opening (community_id, note_id, student_id, access_school_id, person_id, role, reason)
  values (n.community_id, n.id, n.student_id, n.access_school_id, access.person(), access.role(), trim(open_restricted_note.reason));
  return query select n.body;
end $$;

-- Who opened restricted notes, and why: for the data steward, and for the author of each.
create or replace function access.list_restricted_openings() returns table (id uuid, opened_at timestamptz, person_name text, role text, reason text, student_id uuid, author_name text, is_mine boolean)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select o.id, o.opened_at, concat_ws(' ', p.given_name, p.family_name), o.role, o.reason, o.student_id, concat_ws(' ', a.given_name, a.family_name), n.author_id = access.person()
  from public.restricted_note_opening o
  join public.restricted_note n on n.community_id = o.community_id and n.id = o.note_id
  join public.person p on p.community_id = o.community_id and p.id = o.person_id
  join public.person a on a.community_id = n.community_id and a.id = n.author_id
  where o.community_id = access.community()
    and (access.role() = 'data_steward' and (o.access_school_id = any (access.schools('directory')) or o.student_id = any (access.students('directory')))
      or n.author_id = access.person() and o.person_id <> access.person()
        and (o.access_school_id = any (access.schools('restricted_notes') || access.part_schools('restricted_notes'))
          or o.student_id = any (access.students('restricted_notes') || access.part_students('restricted_notes'))))
  order by o.opened_at desc limit 500
$$;

-- Drafts: kept for the author alone, and only about students of whom he or she may write this now.
create or replace function access.element_of_form(form text) returns text language sql immutable set search_path = pg_catalog, pg_temp as $$
  select case when form like 'note.%' then 'notes' else form end
$$;
create or replace function access.my_draft(student uuid, form text) returns table (body text, details jsonb, version int, saved_at timestamptz)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform access.require_write(access.element_of_form(my_draft.form), my_draft.student);
  return query select d.body, d.details, d.version, d.saved_at from public.draft d
  where d.community_id = access.community() and d.author_id = access.person() and d.student_id = my_draft.student and d.form = my_draft.form;
end $$;

-- version: what the window last saw, 0 for none. Another window's newer text is never overwritten.
create or replace function act.save_draft(student uuid, form text, body text, details jsonb, version int) returns int
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare school uuid := access.require_write(access.element_of_form(form), student); kept int; made int;
begin
  select d.version into kept from public.draft d where d.community_id = access.community() and d.author_id = access.person()
    and d.student_id = save_draft.student and d.form = save_draft.form for update;
  if coalesce(kept, 0) <> save_draft.version then
    perform access.refuse('409', 'draft_changed', 'You are writing the same thing in another window. Look at both texts and choose one.');
  end if;
  insert into public.draft as d (community_id, author_id, student_id, access_school_id, form, body, details)
  values (access.community(), access.person(), save_draft.student, school, save_draft.form, save_draft.body, save_draft.details)
  on conflict on constraint draft_community_id_author_id_student_id_form_key do update
    set body = excluded.body, details = excluded.details, version = d.version + 1, saved_at = now() where d.version = save_draft.version
  returning d.version into made;
  if made is null then
    perform access.refuse('409', 'draft_changed', 'You are writing the same thing in another window. Look at both texts and choose one.');
  end if;
  return made;
end $$;
create or replace function act.drop_draft(student uuid, form text) returns void language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
  select access.drop_draft(drop_draft.student, drop_draft.form)
$$;
grant execute on function act.write_note(uuid, boolean, text, text, date), act.change_note(uuid, int, text, text, date), act.mark_note(uuid, boolean, boolean),
  act.open_restricted_note(uuid, uuid, text), access.list_restricted_openings(), access.my_draft(uuid, text),
  act.save_draft(uuid, text, text, jsonb, int), act.drop_draft(uuid, text) to concentric_app;
