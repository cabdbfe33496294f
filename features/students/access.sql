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
