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
    insert into public.need (community_id, id, student_id, access_school_id, author_id, author_kind, domain, status, body, source, known_since)
    values (access.community(), made, student, school, access.person(), kind, write.domain, case when kind in ('guardian', 'student') then 'proposed' else 'open' end, write.body,
      case when kind = 'guardian' then 'family' when kind = 'student' then 'student' when access.role() = 'teacher' then 'teacher' else 'staff' end, access.today());
  else
    perform access.refuse('400', 'unknown_element', 'There is nothing to write under that name.');
  end case;
  perform access.drop_draft(student, element);
  return made;
end $$;
grant execute on function act.write(text, uuid, text, text) to concentric_app;
