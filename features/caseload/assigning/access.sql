-- Who may say which coordinator has which students: the school's principal and coordinators, and the data steward.
create or replace function access.may_assign(school uuid) returns boolean language sql stable set search_path = pg_catalog, pg_temp as $$
  select coalesce(access.role() in ('principal', 'coordinator', 'data_steward') and may_assign.school = any (access.schools('directory')), false)
$$;

-- The coordinators of the schools in reach, and how many students each has.
create or replace function access.list_caseloads() returns table (school_id uuid, school_name text, membership_id uuid, person_name text, is_mine boolean, students int)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select sc.id, sc.name, h.id, concat_ws(' ', p.given_name, p.family_name), h.id = access.hat_id(),
    (select count(*)::int from access.live_caseload l where l.community_id = h.community_id and l.membership_id = h.id)
  from access.hat h
  join public.school sc on sc.community_id = h.community_id and sc.id = h.school_id
  join public.person p on p.community_id = h.community_id and p.id = h.person_id
  where h.community_id = access.community() and h.kind = 'membership' and h.role = 'coordinator' and access.may_assign(h.school_id)
  order by sc.name, 4, h.id
$$;

-- Who has which student, for those who may assign.
create or replace function access.list_caseload_students(school uuid) returns table (student_id uuid, membership_id uuid)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select l.student_id, l.membership_id from access.live_caseload l
  where l.community_id = access.community() and l.school_id = list_caseload_students.school and access.may_assign(list_caseload_students.school)
$$;

-- The students of a school that a choice names: {"students": [ids]}, {"grade": "07"}, {"class": id}, {"of": membership}, {"nobody": true} or {"all": true}.
create or replace function access.chosen_students(school uuid, choice jsonb) returns uuid[] language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select coalesce(array_agg(s.id), '{}') from public.student s
  left join lateral (select l.membership_id from access.live_caseload l
    where l.community_id = s.community_id and l.student_id = s.id and l.school_id = chosen_students.school) now on true
  where s.community_id = access.community() and s.withdrawn_at is null
    and (s.access_school_id = chosen_students.school or exists (select from access.current_enrollment e
      where e.community_id = s.community_id and e.student_id = s.id and e.school_id = chosen_students.school))
    and case
      when choice ? 'students' then s.id in (select jsonb_array_elements_text(choice -> 'students')::uuid)
      when choice ? 'grade' then s.grade_level = choice ->> 'grade'
      when choice ? 'class' then exists (select from public.class_enrollment e where e.community_id = s.community_id and e.student_id = s.id
        and e.class_id = (choice ->> 'class')::uuid and e.withdrawn_at is null
        and (e.begin_on is null or e.begin_on <= access.today()) and (e.end_on is null or e.end_on >= access.today()))
      when choice ? 'of' then now.membership_id = (choice ->> 'of')::uuid
      when choice ? 'nobody' then now.membership_id is null
      else coalesce((choice ->> 'all')::boolean, false) end
$$;

-- Gives the chosen students to a coordinator, or to nobody (null). Answers with the act, which can be undone, and how many were moved.
create or replace function act.assign_caseload(school uuid, coordinator uuid, choice jsonb, out assignment uuid, out moved int)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare chosen uuid[];
begin
  if not access.may_assign(assign_caseload.school) then
    perform access.refuse('403', 'not_your_role', 'The principal, the coordinators and the data steward say who has which students.');
  end if;
  if coordinator is not null and not exists (select from access.hat h where h.community_id = access.community() and h.kind = 'membership'
      and h.id = coordinator and h.role = 'coordinator' and h.school_id = assign_caseload.school) then
    perform access.refuse('409', 'no_coordinator', 'This person does not coordinate at this school now. Load the page again.');
  end if;
  chosen := access.chosen_students(assign_caseload.school, choice);
  assignment := platform.uuidv7();
  -- One act after another at a school: two people who assign at once do not end up with one student twice.
  perform pg_advisory_xact_lock(hashtextextended(assign_caseload.school::text, 15));
  update public.caseload_student c set ended_at = now(), until_on = access.today(), ended_by_assignment_id = assignment
  where c.community_id = access.community() and c.school_id = assign_caseload.school and c.ended_at is null
    and c.student_id = any (chosen) and c.membership_id is distinct from coordinator;
  get diagnostics moved = row_count;
  if coordinator is null then return; end if;
  insert into public.caseload_student (community_id, student_id, access_school_id, school_id, membership_id, from_on, set_by, assignment_id)
  select s.community_id, s.id, s.access_school_id, assign_caseload.school, coordinator, access.today(), access.person(), assignment
  from public.student s where s.community_id = access.community() and s.id = any (chosen)
    and not exists (select from public.caseload_student c where c.community_id = s.community_id and c.student_id = s.id
      and c.school_id = assign_caseload.school and c.ended_at is null);
  get diagnostics moved = row_count;
end $$;

-- Puts things back as they were before one act, except for students whom somebody has moved since.
create or replace function act.undo_assignment(assignment uuid) returns int
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare place uuid; back int; dropped int;
begin
  select c.school_id into place from public.caseload_student c where c.community_id = access.community()
    and undo_assignment.assignment in (c.assignment_id, c.ended_by_assignment_id) and access.may_assign(c.school_id) limit 1;
  if place is null then perform access.refuse('404', 'not_found', 'There is nothing to undo.'); end if;
  perform pg_advisory_xact_lock(hashtextextended(place::text, 15));
  update public.caseload_student c set ended_at = now(), until_on = access.today()
  where c.community_id = access.community() and c.assignment_id = undo_assignment.assignment and c.ended_at is null;
  get diagnostics dropped = row_count;
  update public.caseload_student c set ended_at = null, until_on = null, ended_by_assignment_id = null
  where c.community_id = access.community() and c.ended_by_assignment_id = undo_assignment.assignment
    and not exists (select from public.caseload_student o where o.community_id = c.community_id and o.student_id = c.student_id
      and o.school_id = c.school_id and (o.ended_at is null or o.assignment_id > undo_assignment.assignment
        or o.assignment_id = undo_assignment.assignment and o.ended_by_assignment_id is not null));
  get diagnostics back = row_count;
  return greatest(back, dropped);
end $$;

grant execute on function access.my_caseload(), access.list_caseloads(), access.list_caseload_students(uuid),
  act.assign_caseload(uuid, uuid, jsonb), act.undo_assignment(uuid) to concentric_app;
