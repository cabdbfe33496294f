-- Who lives together. A row is read with its own student alone; a sibling at another school is known to nobody who may not read the
-- sibling's household as well. While an address is confidential, the data steward alone knows who lives where.

-- To which household a student belongs: an id that says nothing by itself. A family reads no such row.
select access.protect('household_student'), access.let_read('household_student',
  'student_id <> all ((select access.confidential_students())::uuid[]) and (' || access.holds('household') || ')');
-- Adults and younger children who live with the student. A guardian reads the own row, never another guardian's.
select access.protect('household_member'), access.let_read('household_member',
  'student_id <> all ((select access.confidential_students())::uuid[]) and (' || access.holds('household', 'person_id = (select access.person())') || ')');

-- The check before a household is written: the element, and no confidential address that is another's to keep.
create or replace function access.require_household(student uuid) returns uuid language plpgsql stable security definer
set search_path = pg_catalog, pg_temp as $$
declare school uuid := access.require_write('household', student);
begin
  if student = any (access.confidential_students()) then
    perform access.refuse('403', 'address_confidential', 'The data steward keeps the address of this student. Ask there.');
  end if;
  return school;
end $$;

-- Two students live together: said by somebody at school who may write the household of both. Others of either household come along,
-- whom the writer may not know and is not told of.
create or replace function act.join_household(student uuid, sibling uuid) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare school uuid := access.require_household(student); other_school uuid := access.require_household(sibling); theirs uuid; others uuid;
begin
  if access.hat_kind() <> 'membership' then perform access.refuse('403', 'not_your_role', 'Somebody at school says who lives together.'); end if;
  if student = sibling then perform access.refuse('400', 'same_student', 'Choose another student than this one.'); end if;
  perform pg_advisory_xact_lock(hashtextextended('household ' || access.community(), 0));
  select h.household_id into theirs from public.household_student h where h.community_id = access.community() and h.student_id = join_household.student;
  select h.household_id into others from public.household_student h where h.community_id = access.community() and h.student_id = join_household.sibling;
  theirs := coalesce(theirs, others, platform.uuidv7());
  update public.household_student h set household_id = theirs where h.community_id = access.community() and h.household_id = others;
  insert into public.household_student (community_id, student_id, access_school_id, household_id, written_by)
  values (access.community(), student, school, theirs, access.person()), (access.community(), sibling, other_school, theirs, access.person())
  on conflict do nothing;
end $$;

-- The student does not live with the others any more, or never did.
create or replace function act.leave_household(student uuid) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform access.require_household(student);
  if access.hat_kind() <> 'membership' then perform access.refuse('403', 'not_your_role', 'Somebody at school says who lives together.'); end if;
  delete from public.household_student h where h.community_id = access.community() and h.student_id = leave_household.student;
end $$;

-- Somebody who lives with the student. An adult who is a guardian or contact on file is named as that person; a guardian names herself alone.
create or replace function act.add_household_member(student uuid, kind text, person uuid, name text, relation text, birth_year int) returns uuid
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare school uuid := access.require_household(student); made uuid := platform.uuidv7(); known text;
begin
  if access.hat_kind() <> 'membership' and (kind <> 'adult' or person is distinct from access.person()) then
    perform access.refuse('404', 'not_of_family', 'This person is neither a guardian nor a contact of the student. Choose from the list.');
  end if;
  if person is not null then
    select concat_ws(' ', p.given_name, p.family_name) into known from public.person p where p.community_id = access.community() and p.id = person and exists (
      select from public.guardianship g where g.community_id = p.community_id and g.student_id = add_household_member.student and g.person_id = p.id and g.withdrawn_at is null
      union all select from public.student_contact c where c.community_id = p.community_id and c.student_id = add_household_member.student and c.person_id = p.id and c.withdrawn_at is null
      union all select from public.student s where s.community_id = p.community_id and s.id = add_household_member.student and s.person_id = p.id);
    if not found or kind <> 'adult' then
      perform access.refuse('404', 'not_of_family', 'This person is neither a guardian nor a contact of the student. Choose from the list.');
    end if;
    perform pg_advisory_xact_lock(hashtextextended('household ' || access.community(), 0));
    if exists (select from public.household_member m where m.community_id = access.community() and m.student_id = add_household_member.student
        and m.person_id = add_household_member.person and m.ended_on is null) then
      perform access.refuse('409', 'member_already', 'This person is in the household already.');
    end if;
  elsif length(btrim(name)) < 1 then
    perform access.refuse('400', 'member_name', 'Please write a name, or what the person is called at home.');
  end if;
  insert into public.household_member (community_id, id, student_id, access_school_id, kind, person_id, name, relation, birth_year, written_by)
  values (access.community(), made, student, school, add_household_member.kind, add_household_member.person, coalesce(known, btrim(add_household_member.name)),
    btrim(add_household_member.relation), add_household_member.birth_year, access.person());
  return made;
end $$;

-- Does not live there any more. What was needed stays on record.
create or replace function act.end_household_member(member uuid) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare m public.household_member;
begin
  select x.* into m from public.household_member x where x.community_id = access.community() and x.id = end_household_member.member and x.ended_on is null
    and (access.hat_kind() = 'membership' or x.person_id = access.person())
    and (x.access_school_id = any (access.write_schools('household')) or x.student_id = any (access.write_students('household'))) for update;
  if not found then perform access.refuse('404', 'not_found', 'There is nobody like that in this household.'); end if;
  perform access.require_household(m.student_id);
  update public.household_member x set ended_on = access.today() where x.community_id = m.community_id and x.id = m.id;
end $$;
grant execute on function act.join_household(uuid, uuid), act.leave_household(uuid), act.add_household_member(uuid, text, uuid, text, text, int),
  act.end_household_member(uuid) to concentric_app;
