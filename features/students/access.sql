-- Who may read and write what is known about a student. The scopes come from access.enter, which derives them by the role matrix.

-- A student's name and grade are read by whoever holds the directory element for the student's school or for the student.
select access.protect('student', is_imported => true), access.let_read('student',
  'access_school_id = any ((select access.schools(''directory''))::uuid[]) or id = any ((select access.students(''directory''))::uuid[])');
-- Birth date, sex, race and home language are read by those who hold demographics: not by coordinators or teachers.
select access.protect('student_demographics', is_imported => true), access.let_read('student_demographics', access.holds('demographics'));
select access.protect('student_program', is_imported => true), access.let_read('student_program', access.holds('demographics'));
select access.protect('enrollment', is_imported => true), access.let_read('enrollment', access.holds('enrollment'));
select access.protect('class_enrollment', is_imported => true), access.let_read('class_enrollment', access.holds('enrollment'));
-- Who teaches which class is no student's record.
select access.protect('class_teacher', is_imported => true), access.let_read('class_teacher', 'true');
-- A guardian sees the own guardianship and contact details, never another guardian's.
select access.protect('guardianship', is_imported => true), access.let_read('guardianship', access.holds('contacts', 'person_id = (select access.person())'));
-- While an address is confidential, nobody from outside is told how to reach the family either.
select access.protect('student_contact', is_imported => true), access.let_read('student_contact',
  '((select access.role()) <> ''partner_worker'' or student_id <> all ((select access.confidential_students())::uuid[])) and ('
  || access.holds('contacts', 'person_id = (select access.person())') || ')');
-- An address is read by those who hold the household, a guardian's own by the guardian; a confidential one by the data steward alone.
select access.protect('student_address'), access.let_read('student_address',
  'student_id <> all ((select access.confidential_students())::uuid[]) and (' || access.holds('household', 'person_id = (select access.person())') || ')');
-- That a family keeps directory information at school is read like a consent: by school staff, and by whoever said it.
select access.protect('directory_opt_out'), access.let_read('directory_opt_out', access.holds('consents', 'giver_id = (select access.person())'));
-- Court orders, no-contact and confidential-address marks are seen by the data steward and school leaders only.
select access.protect('contact_restriction', is_imported => true), access.let_read('contact_restriction', access.holds('contact_restrictions'));
select access.protect('attendance_event', is_imported => true), access.let_read('attendance_event', access.holds('attendance'));
select access.protect('behavior_incident', is_imported => true), access.let_read('behavior_incident', access.holds('behavior'));
select access.protect('discipline_action', is_imported => true), access.let_read('discipline_action', access.holds('behavior'));
-- A teacher reads the grades of the classes that he or she teaches.
select access.protect('grade', is_imported => true), access.let_read('grade', access.holds('grades', 'class_id = any ((select access.classes())::uuid[])'));
select access.protect('assessment_result', is_imported => true), access.let_read('assessment_result', access.holds('assessments'));
select access.protect('college_access_event', is_imported => true), access.let_read('college_access_event', access.holds('college_access'));

-- A teacher reads the notes that he or she wrote; counselors, nurses, social workers, coordinators and the principal read the school's.
select access.protect('note'), access.let_read('note', access.holds('notes', 'author_id = (select access.person())'));
-- What a note said before is read by whoever reads the note.
select access.protect('note_revision'), access.let_read('note_revision', access.holds('notes', 'author_id = (select access.person())'));
-- Restricted notes are known to counselors, nurses and social workers, and to the coordinator who wrote one: that there is one, by whom and
-- when. No statement of the server reads the text: it comes out of act.open_restricted_note alone, which records who opened it and why.
select access.protect('restricted_note'), access.let_read('restricted_note', access.holds('restricted_notes', 'author_id = (select access.person())'));
revoke select on restricted_note from concentric_app;
grant select (community_id, id, student_id, access_school_id, author_id, author_kind, kind, happened_on, written_at, in_error_at) on restricted_note to concentric_app;
-- Openings are read by the data steward and the author, and drafts by their author, through functions alone.
select access.protect('restricted_note_opening'), access.protect('draft');
-- A teacher reads the needs that he or she named. A guardian never reads what another guardian proposed.
select access.protect('need'), access.let_read('need', '((select access.hat_kind()) <> ''guardianship'' or author_kind <> ''guardian'' or author_id = (select access.person())) and ('
  || access.holds('needs', 'author_id = (select access.person())') || ')');
-- Strengths and own words are read by school staff and the family; one guardian never reads what another wrote.
select access.protect('strength'), access.let_read('strength', '((select access.hat_kind()) <> ''guardianship'' or author_kind <> ''guardian'' or author_id = (select access.person())) and ('
  || access.holds('strengths') || ')');
select access.protect('student_voice'), access.let_read('student_voice', '((select access.hat_kind()) <> ''guardianship'' or author_kind <> ''guardian'' or author_id = (select access.person())) and ('
  || access.holds('voice') || ')');

-- The one check before anything is written about a student: the student's school now, if the hat may write the element.
-- The same answer for a student who does not exist and one who is not in reach.
create or replace function access.require_write(element text, student uuid) returns uuid
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare school uuid;
begin
  select s.access_school_id into school from public.student s
  where s.community_id = access.community() and s.id = require_write.student and s.withdrawn_at is null
    and (s.access_school_id = any (access.write_schools(element)) or s.id = any (access.write_students(element)));
  if not found then perform access.refuse('404', 'not_found', 'There is no such student, or you may not write this.'); end if;
  return school;
end $$;

create or replace function access.author_kind() returns text language sql stable set search_path = pg_catalog, pg_temp as $$
  select case access.hat_kind() when 'guardianship' then 'guardian' when 'self' then 'student'
    else case access.role() when 'partner_worker' then 'partner' else 'staff' end end
$$;

-- Writing about a student. What a guardian or student says of a need is a proposal until someone at school takes it up.
create or replace function act.write(element text, student uuid, body text, domain text default null) returns uuid
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  school uuid := access.require_write(element, student);
  kind text := access.author_kind();
  made uuid := platform.uuidv7();
begin
  case element
  when 'notes' then
    insert into public.note (community_id, id, student_id, access_school_id, author_id, author_kind, body) values (access.community(), made, student, school, access.person(), kind, write.body);
  when 'restricted_notes' then
    insert into public.restricted_note (community_id, id, student_id, access_school_id, author_id, author_kind, body) values (access.community(), made, student, school, access.person(), kind, write.body);
  when 'strengths' then
    insert into public.strength (community_id, id, student_id, access_school_id, author_id, author_kind, body) values (access.community(), made, student, school, access.person(), kind, write.body);
  when 'voice' then
    insert into public.student_voice (community_id, id, student_id, access_school_id, author_id, author_kind, body) values (access.community(), made, student, school, access.person(), kind, write.body);
  when 'needs' then
    insert into public.need (community_id, id, student_id, access_school_id, author_id, author_kind, domain, status, body)
    values (access.community(), made, student, school, access.person(), kind, write.domain, case when kind in ('guardian', 'student') then 'proposed' else 'open' end, write.body);
  else
    perform access.refuse('400', 'unknown_element', 'There is nothing to write under that name.');
  end case;
  perform access.drop_draft(student, element);
  return made;
end $$;
grant execute on function act.write(text, uuid, text, text) to concentric_app;

-- The adults whom a court order or mark of this student may name, or names: guardians, contacts, and those named already. For those who
-- read such marks.
create or replace function access.family_of(student uuid) returns table (person_id uuid, name text)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select p.id, concat_ws(' ', p.given_name, p.family_name) from public.person p
  where p.community_id = access.community() and exists (
    select from public.student s where s.community_id = p.community_id and s.id = family_of.student and s.withdrawn_at is null
      and (s.access_school_id = any (access.schools('contact_restrictions')) or s.id = any (access.students('contact_restrictions'))))
    and p.id in (
      select g.person_id from public.guardianship g where g.community_id = access.community() and g.student_id = family_of.student
      union select c.person_id from public.student_contact c where c.community_id = access.community() and c.student_id = family_of.student
      union select r.person_id from public.contact_restriction r where r.community_id = access.community() and r.student_id = family_of.student)
  order by 2, 1
$$;

-- A court order, no-contact or confidential-address mark, entered by the data steward with the document that it rests on. From its first
-- day on, the guardian whom it names has no rights over this student.
create or replace function act.enter_restriction(student uuid, person uuid, kind text, description text, document text, from_on date, until_on date)
returns uuid language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare school uuid := access.require_write('contact_restrictions', student); made uuid := platform.uuidv7();
begin
  if kind not in ('court_order', 'no_contact', 'confidential_address') then
    perform access.refuse('400', 'unknown_restriction', 'Choose a court order, no contact, or a confidential address.');
  end if;
  if until_on < from_on then perform access.refuse('400', 'days_reversed', 'The last day lies before the first. Change one of them.'); end if;
  if not exists (select from access.family_of(student) f where f.person_id = enter_restriction.person) then
    perform access.refuse('404', 'not_of_family', 'This person is neither a guardian nor a contact of the student. Choose from the list.');
  end if;
  if exists (select from public.contact_restriction r where r.community_id = access.community() and r.student_id = enter_restriction.student
      and r.person_id = enter_restriction.person and r.kind = enter_restriction.kind and r.withdrawn_at is null
      and r.from_on <= coalesce(enter_restriction.until_on, 'infinity') and coalesce(r.until_on, 'infinity') >= enter_restriction.from_on) then
    perform access.refuse('409', 'restricted_already', 'Such a mark about this person holds in these days already. End that one first.');
  end if;
  insert into public.contact_restriction (community_id, id, student_id, access_school_id, person_id, kind, description, document, from_on, until_on, entered_by, entered_at)
  values (access.community(), made, student, school, person, kind, description, document, from_on, until_on, access.person(), now());
  return made;
end $$;

-- The last day of a mark; a day that is past ends it at once.
create or replace function act.end_restriction(restriction uuid, until_on date) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare r public.contact_restriction;
begin
  select x.* into r from public.contact_restriction x where x.community_id = access.community() and x.id = end_restriction.restriction and x.withdrawn_at is null for update;
  perform access.require_write('contact_restrictions', r.student_id);
  if r.until_on < access.today() then perform access.refuse('409', 'ended_already', 'This has ended already.'); end if;
  update public.contact_restriction x set until_on = end_restriction.until_on, ended_by = access.person(), ended_at = now()
  where x.community_id = r.community_id and x.id = r.id;
end $$;

-- Where the student lives with this adult; nothing written takes the address away. A guardian writes the own one. While the address is
-- confidential, the data steward alone keeps it.
create or replace function act.set_address(student uuid, person uuid, address text) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare school uuid := access.require_write('household', student);
begin
  if access.hat_kind() <> 'membership' and person is distinct from access.person() or not exists (
      select from public.student s where s.community_id = access.community() and s.id = set_address.student and s.person_id = set_address.person
      union all select from public.guardianship g where g.community_id = access.community() and g.student_id = set_address.student and g.person_id = set_address.person and g.withdrawn_at is null
      union all select from public.student_contact c where c.community_id = access.community() and c.student_id = set_address.student and c.person_id = set_address.person and c.withdrawn_at is null) then
    perform access.refuse('404', 'not_of_family', 'This person is neither a guardian nor a contact of the student. Choose from the list.');
  end if;
  if student = any (access.confidential_students()) then
    perform access.refuse('403', 'address_confidential', 'The data steward keeps the address of this student. Ask there.');
  end if;
  delete from public.student_address a where a.community_id = access.community() and a.student_id = set_address.student and a.person_id = set_address.person;
  if btrim(address) <> '' then
    insert into public.student_address (community_id, student_id, access_school_id, person_id, address, written_by)
    values (access.community(), student, school, person, btrim(address), access.person());
  end if;
end $$;

-- The family, or the data steward for it, keeps directory information at school; whoever said so, or the steward, takes it back.
create or replace function access.may_opt_out(student uuid) returns boolean language sql stable security definer
set search_path = pg_catalog, pg_temp as $$
  select exists (select from public.student s where s.community_id = access.community() and s.id = may_opt_out.student and s.withdrawn_at is null
    and (access.hat_kind() in ('guardianship', 'self') and s.id = any (access.students('directory'))
      or access.role() = 'data_steward' and (s.access_school_id = any (access.schools('directory')) or s.id = any (access.students('directory')))))
$$;
create or replace function act.opt_out_of_directory(student uuid) returns uuid
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare made uuid := platform.uuidv7();
begin
  if not access.may_opt_out(student) then perform access.refuse('404', 'not_found', 'There is no such student, or you may not decide this.'); end if;
  insert into public.directory_opt_out (community_id, id, student_id, access_school_id, giver_id, giver_kind)
  select s.community_id, made, s.id, s.access_school_id, access.person(), access.author_kind()
  from public.student s where s.community_id = access.community() and s.id = opt_out_of_directory.student
  on conflict (community_id, student_id, giver_id) where withdrawn_at is null do nothing;
  if not found then perform access.refuse('409', 'opted_out_already', 'Directory information stays at school already.'); end if;
  return made;
end $$;
create or replace function act.end_directory_opt_out(opt_out uuid) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  update public.directory_opt_out o set withdrawn_at = now(), withdrawn_by = access.person()
  where o.community_id = access.community() and o.id = end_directory_opt_out.opt_out and o.withdrawn_at is null
    and (o.giver_id = access.person() or access.role() = 'data_steward') and access.may_opt_out(o.student_id);
  if not found then perform access.refuse('404', 'not_found', 'There is nothing of yours to take back here.'); end if;
end $$;
grant execute on function access.family_of(uuid), act.enter_restriction(uuid, uuid, text, text, text, date, date), act.end_restriction(uuid, date),
  act.set_address(uuid, uuid, text), act.opt_out_of_directory(uuid), act.end_directory_opt_out(uuid) to concentric_app;
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


-- A legal hold stops destruction; the data steward places and releases it. Holds and what was destroyed are read by the owner's commands.
select access.protect('legal_hold'), access.protect('destruction');

create or replace function act.place_legal_hold(student uuid, reason text) returns uuid
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare school uuid := access.require_write('directory', place_legal_hold.student); placed uuid;
begin
  insert into public.legal_hold (community_id, student_id, access_school_id, reason, placed_by)
  values (access.community(), place_legal_hold.student, school, btrim(place_legal_hold.reason), access.person()) returning id into placed;
  return placed;
end $$;

create or replace function act.release_legal_hold(hold uuid) returns void
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare held uuid := (select h.student_id from public.legal_hold h where h.community_id = access.community() and h.id = release_legal_hold.hold and h.released_at is null);
begin
  perform access.require_write('directory', held);
  update public.legal_hold h set released_at = now(), released_by = access.person()
  where h.community_id = access.community() and h.id = release_legal_hold.hold;
end $$;
grant execute on function act.place_legal_hold(uuid, text), act.release_legal_hold(uuid) to concentric_app;

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

-- Questions about facts, and what families say of facts that were not changed. No element of their own: each is opened by the element of the
-- fact that it speaks of, in the functions below.
select access.protect('correction_request'), access.protect('record_statement');

create or replace function access.element_of_fact(fact text) returns text language sql immutable set search_path = pg_catalog, pg_temp as $$
  select case fact when 'name' then 'directory' when 'grade_level' then 'directory' when 'birth_date' then 'demographics' when 'contact' then 'contacts'
    when 'grade' then 'grades' when 'assessment' then 'assessments' when 'enrollment' then 'enrollment' when 'attendance' then 'attendance'
    when 'behavior' then 'behavior' when 'college_access' then 'college_access' end
$$;
create or replace function access.reads_whole(element text, student uuid, school uuid) returns boolean language sql stable set search_path = pg_catalog, pg_temp as $$
  select coalesce(school = any (access.schools(element)), false) or coalesce(student = any (access.students(element)), false)
$$;

-- The rows that a question is about, withdrawn ones too, each as a few words, with the import that changed it last.
create or replace function access.fact_rows(student uuid, fact text, on_day date, label text)
returns table (said text, is_live boolean, changed_by_import uuid) language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select case fact_rows.fact when 'name' then concat_ws(' ', s.given_name, nullif(s.middle_name, ''), s.family_name) else s.grade_level end, s.withdrawn_at is null, s.changed_by_import
  from public.student s where s.community_id = access.community() and s.id = fact_rows.student and fact_rows.fact in ('name', 'grade_level')
  union all select d.birth_date::text, d.withdrawn_at is null, d.changed_by_import
  from public.student_demographics d where d.community_id = access.community() and d.student_id = fact_rows.student and fact_rows.fact = 'birth_date'
  union all select concat_ws(' · ', c.name, nullif(c.phone, ''), nullif(c.email, '')), c.withdrawn_at is null, c.changed_by_import
  from public.student_contact c where c.community_id = access.community() and c.student_id = fact_rows.student and fact_rows.fact = 'contact' and c.id::text = fact_rows.label
  union all select concat_ws(' · ', sc.name, e.grade_level, e.exit_on::text), e.withdrawn_at is null, e.changed_by_import
  from public.enrollment e join public.school sc on sc.community_id = e.community_id and sc.id = e.school_id
  where e.community_id = access.community() and e.student_id = fact_rows.student and fact_rows.fact = 'enrollment' and e.entry_on = fact_rows.on_day
  union all select a.code, a.withdrawn_at is null, a.changed_by_import
  from public.attendance_event a where a.community_id = access.community() and a.student_id = fact_rows.student and fact_rows.fact = 'attendance' and a.on_date = fact_rows.on_day
  union all select b.behavior || ' · ' || b.participation, b.withdrawn_at is null, b.changed_by_import
  from public.behavior_incident b where b.community_id = access.community() and b.student_id = fact_rows.student and fact_rows.fact = 'behavior' and b.on_date = fact_rows.on_day
  union all select concat_ws(' · ', d.action, d.days::text), d.withdrawn_at is null, d.changed_by_import
  from public.discipline_action d where d.community_id = access.community() and d.student_id = fact_rows.student and fact_rows.fact = 'behavior' and d.on_date = fact_rows.on_day
  union all select concat_ws(' · ', g.numeric_grade::text, nullif(g.letter_grade, '')), g.withdrawn_at is null, g.changed_by_import
  from public.grade g where g.community_id = access.community() and g.student_id = fact_rows.student and fact_rows.fact = 'grade' and g.course_title = fact_rows.label
    and g.term_ends_on = fact_rows.on_day
  union all select concat_ws(' · ', nullif(t.subject, ''), t.score, t.level), t.withdrawn_at is null, t.changed_by_import
  from public.assessment_result t where t.community_id = access.community() and t.student_id = fact_rows.student and fact_rows.fact = 'assessment' and t.assessment = fact_rows.label
    and t.taken_on = fact_rows.on_day
  union all select concat_ws(' · ', v.institution, v.detail), v.withdrawn_at is null, v.changed_by_import
  from public.college_access_event v where v.community_id = access.community() and v.student_id = fact_rows.student and fact_rows.fact = 'college_access' and v.event = fact_rows.label
    and v.on_date = fact_rows.on_day
$$;
create or replace function access.fact_says(student uuid, fact text, on_day date, label text) returns text[] language sql stable security definer
set search_path = pg_catalog, pg_temp as $$
  select coalesce(array_agg(f.said order by f.said), '{}') from access.fact_rows(student, fact, on_day, label) f where f.is_live and f.said <> ''
$$;

-- "This is wrong": by whoever reads the fact as family or at the school. Nothing in our copy changes by it; the source does.
create or replace function act.ask_correction(student uuid, fact text, on_day date, label text, wrong text, right_is text) returns uuid
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare element text := access.element_of_fact(ask_correction.fact); school uuid; made uuid := platform.uuidv7(); kind text := access.author_kind();
begin
  perform access.require_person();
  if element is null then perform access.refuse('400', 'no_such_fact', 'Choose what is wrong from the list.'); end if;
  select s.access_school_id into school from public.student s
  where s.community_id = access.community() and s.id = ask_correction.student and s.withdrawn_at is null and (access.reads_whole(element, s.id, s.access_school_id)
    -- Of the contacts a family reads its own.
    or element = 'contacts' and s.id = any (access.part_students('contacts')) and exists (select from public.student_contact c
      where c.community_id = s.community_id and c.student_id = s.id and c.id::text = ask_correction.label and c.person_id = access.person() and c.withdrawn_at is null));
  if not found or kind = 'partner' then perform access.refuse('404', 'not_found', 'There is no such student, or you may not see this fact.'); end if;
  if exists (select from public.correction_request r where r.community_id = access.community() and r.student_id = ask_correction.student and r.asked_by = access.person()
      and r.fact = ask_correction.fact and r.on_day is not distinct from ask_correction.on_day and r.label = ask_correction.label and r.state = 'open') then
    perform access.refuse('409', 'asked_already', 'You have asked about this already, and the answer is still to come.');
  end if;
  insert into public.correction_request (community_id, id, student_id, access_school_id, element, fact, on_day, label, was, wrong, right_is, asked_by, asker_kind)
  values (access.community(), made, ask_correction.student, school, element, ask_correction.fact, ask_correction.on_day, ask_correction.label,
    access.fact_says(ask_correction.student, ask_correction.fact, ask_correction.on_day, ask_correction.label),
    btrim(ask_correction.wrong), btrim(ask_correction.right_is), access.person(), kind);
  return made;
end $$;

-- Whether the reader may know of a question: at the school whoever reads the fact, and whoever asked; of the family the one who asked, no other guardian.
create or replace function access.may_know_of(r public.correction_request) returns boolean language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select case when access.role() = 'partner_worker' then false
    when access.hat_kind() = 'membership' then access.reads_whole(r.element, r.student_id, r.access_school_id)
      or r.asked_by = access.person() and r.asker_kind = 'staff' and access.reads_whole('directory', r.student_id, r.access_school_id)
    else r.asked_by = access.person() and r.asker_kind in ('guardian', 'student') and access.reads_whole('directory', r.student_id, r.access_school_id) end
$$;
create or replace function access.lock_correction(request uuid, version int) returns public.correction_request
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare r public.correction_request;
begin
  perform access.require_person();
  select x.* into r from public.correction_request x where x.community_id = access.community() and x.id = lock_correction.request and access.may_know_of(x) for update;
  if not found then perform access.refuse('404', 'not_found', 'There is no such question, or you may not see it.'); end if;
  if r.version <> lock_correction.version then
    perform access.refuse('409', 'correction_changed', 'Somebody answered or closed this in the meantime. Load the page again; what you wrote is still here.');
  end if;
  return r;
end $$;

-- The data steward's answer. "Corrected" is a word about the source; the import that brings the correction is linked when it comes.
create or replace function act.answer_correction(request uuid, version int, answer text, answer_text text) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare r public.correction_request := access.lock_correction(request, version);
begin
  if access.role() is distinct from 'data_steward' then perform access.refuse('403', 'not_your_role', 'The data steward answers for the source.'); end if;
  perform access.require_write(r.element, r.student_id);
  if r.state = 'closed' then perform access.refuse('409', 'correction_closed', 'This question is closed.'); end if;
  if answer_correction.answer not in ('corrected', 'not_changed') then perform access.refuse('400', 'no_such_answer', 'Choose one of the answers that are offered.'); end if;
  if answer_correction.answer = 'not_changed' and btrim(answer_correction.answer_text) = '' then
    perform access.refuse('400', 'reason_missing', 'Say why it is not changed. The family reads it.');
  end if;
  update public.correction_request x set state = 'answered', answer = answer_correction.answer, answer_text = btrim(answer_correction.answer_text),
    answered_by = access.person(), answered_at = clock_timestamp(), version = x.version + 1
  where x.community_id = r.community_id and x.id = r.id;
end $$;
-- Whoever asked closes it: satisfied, or no longer asking.
create or replace function act.close_correction(request uuid, version int) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare r public.correction_request := access.lock_correction(request, version);
begin
  if r.asked_by is distinct from access.person() then perform access.refuse('403', 'not_your_role', 'Whoever asked closes the question.'); end if;
  if r.state = 'closed' then perform access.refuse('409', 'correction_closed', 'This question is closed.'); end if;
  update public.correction_request x set state = 'closed', closed_at = clock_timestamp(), version = x.version + 1 where x.community_id = r.community_id and x.id = r.id;
end $$;
-- The family's right when nothing was changed: its own words beside the fact, for as long as the record is kept.
create or replace function act.add_statement(request uuid, version int, body text) returns uuid
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare r public.correction_request := access.lock_correction(request, version); made uuid := platform.uuidv7();
begin
  if r.asked_by is distinct from access.person() or r.asker_kind = 'staff' then perform access.refuse('403', 'not_your_role', 'The guardian or student who asked adds a statement.'); end if;
  if r.answer is distinct from 'not_changed' then perform access.refuse('409', 'statement_not_yet', 'A statement is added when the answer is that nothing was changed.'); end if;
  insert into public.record_statement (community_id, id, student_id, access_school_id, request_id, body, author_id, author_kind)
  values (r.community_id, made, r.student_id, r.access_school_id, r.id, btrim(add_statement.body), access.person(), r.asker_kind) on conflict (community_id, request_id) do nothing;
  if not found then perform access.refuse('409', 'statement_there', 'Your statement stands beside this fact already.'); end if;
  update public.correction_request x set version = x.version + 1 where x.community_id = r.community_id and x.id = r.id;
  return made;
end $$;

-- Questions that the reader may know of: about one student, or about all in reach. Contacts are named by the row's id, told here by name.
create or replace function access.list_corrections(student uuid) returns table (id uuid, student_id uuid, student_name text, school_name text, element text, fact text, on_day date, label text,
  was text[], says_now text[], wrong text, right_is text, asker_kind text, asker_name text, is_mine boolean, asked_at timestamptz, state text, answer text, answer_text text, answered_at timestamptz,
  answered_by text, corrected_at timestamptz, corrected_from text, became text[], statement text, may_answer boolean, version int)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select r.id, r.student_id, concat_ws(' ', s.given_name, s.family_name), sc.name, r.element, r.fact, r.on_day,
    case r.fact when 'contact' then coalesce((select c.name from public.student_contact c where c.community_id = r.community_id and c.id::text = r.label), '') else r.label end,
    r.was, access.fact_says(r.student_id, r.fact, r.on_day, r.label), r.wrong, r.right_is, r.asker_kind, concat_ws(' ', p.given_name, p.family_name), r.asked_by = access.person(), r.asked_at, r.state,
    r.answer, r.answer_text, r.answered_at, concat_ws(' ', q.given_name, q.family_name), i.applied_at, src.name, r.became, w.body,
    access.role() = 'data_steward' and r.state <> 'closed', r.version
  from public.correction_request r
  join public.student s on s.community_id = r.community_id and s.id = r.student_id and s.withdrawn_at is null
  join public.person p on p.community_id = r.community_id and p.id = r.asked_by
  left join public.school sc on sc.community_id = s.community_id and sc.id = s.access_school_id
  left join public.person q on q.community_id = r.community_id and q.id = r.answered_by
  left join public.import i on i.community_id = r.community_id and i.id = r.corrected_by_import
  left join public.import_source src on src.community_id = i.community_id and src.id = i.source_id
  left join public.record_statement w on w.community_id = r.community_id and w.request_id = r.id
  where r.community_id = access.community() and (list_corrections.student is null or r.student_id = list_corrections.student) and access.may_know_of(r)
  order by array_position(array['open', 'answered', 'closed'], r.state), r.asked_at desc limit 200
$$;
-- Statements beside the facts that the reader reads, partners who may open the fact included; who of the family wrote it is not told.
create or replace function access.list_statements(student uuid) returns table (fact text, on_day date, label text, body text, written_at timestamptz)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select r.fact, r.on_day, case r.fact when 'contact' then coalesce((select c.name from public.student_contact c where c.community_id = r.community_id and c.id::text = r.label), '') else r.label end,
    w.body, w.written_at
  from public.record_statement w join public.correction_request r on r.community_id = w.community_id and r.id = w.request_id
  join public.student s on s.community_id = w.community_id and s.id = w.student_id and s.withdrawn_at is null
  where w.community_id = access.community() and w.student_id = list_statements.student and access.reads_whole(r.element, w.student_id, w.access_school_id)
  order by w.written_at
$$;
grant execute on function act.ask_correction(uuid, text, date, text, text, text), act.answer_correction(uuid, int, text, text), act.close_correction(uuid, int),
  act.add_statement(uuid, int, text), access.list_corrections(uuid), access.list_statements(uuid) to concentric_app;

-- The import that is being applied has changed what somebody asked about: it carried the correction. Undone, it did not.
create or replace function access.link_corrections(import uuid) returns int language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare linked int;
begin
  if access.hat_kind() is distinct from 'import' then perform access.refuse('404', 'not_found', 'There is no such import at work.'); end if;
  update public.correction_request r set corrected_by_import = null, became = null, version = r.version + 1 from public.import i
  where r.community_id = access.community() and r.corrected_by_import = link_corrections.import and i.community_id = r.community_id and i.id = r.corrected_by_import and i.undone_at is not null;
  update public.correction_request r set corrected_by_import = i.id, became = access.fact_says(r.student_id, r.fact, r.on_day, r.label), version = r.version + 1
  from public.import i
  where i.community_id = access.community() and i.id = link_corrections.import and i.undone_at is null and r.community_id = i.community_id and r.corrected_by_import is null and r.state <> 'closed'
    and exists (select from access.fact_rows(r.student_id, r.fact, r.on_day, r.label) f where f.changed_by_import = i.id)
    and access.fact_says(r.student_id, r.fact, r.on_day, r.label) <> r.was;
  get diagnostics linked = row_count;
  return linked;
end $$;
grant execute on function access.link_corrections(uuid) to concentric_import;
