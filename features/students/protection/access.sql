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
