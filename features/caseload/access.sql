-- Whom somebody at school answers for, and what somebody wants to be reminded of. Neither gives a right: what a person may see of a
-- student is decided by the role at the school, as everywhere.

-- Nobody reads these tables but the functions below.
select access.protect('caseload_student'), access.protect('reminder');

-- The caseloads that count today: the coordinator's membership holds, and the student is at its school.
create or replace view access.live_caseload as
  select c.community_id, c.id, c.student_id, c.membership_id, c.school_id, h.person_id, c.from_on from public.caseload_student c
  join access.hat h on h.community_id = c.community_id and h.kind = 'membership' and h.id = c.membership_id and h.role = 'coordinator' and h.school_id = c.school_id
  join public.student s on s.community_id = c.community_id and s.id = c.student_id and s.withdrawn_at is null
  where c.ended_at is null and (s.access_school_id = c.school_id or exists (select from access.current_enrollment e
    where e.community_id = c.community_id and e.student_id = c.student_id and e.school_id = c.school_id));

-- The students of one's own caseload; what may be seen of them is decided where they are read.
create or replace function access.my_caseload() returns setof uuid language sql stable security definer rows 60 set search_path = pg_catalog, pg_temp as $$
  select l.student_id from access.live_caseload l where l.community_id = access.community() and l.membership_id = access.hat_id()
$$;

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

-- Reminders: one's own, with the hat that set them, and only about students and referrals that this hat still reaches.
create or replace function access.may_remind(student uuid, referral uuid) returns boolean language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select case
    when access.hat_kind() is distinct from 'membership' then false
    when access.role() = 'partner_worker' then exists (
      select from public.referral r
      join access.outside_right o on o.community_id = r.community_id and o.hat_id = access.hat_id() and o.student_id = r.student_id and o.element = 'referrals'
      where r.community_id = access.community() and r.id = may_remind.referral and r.student_id = may_remind.student
        and r.organization_id = access.organization() and r.state <> 'awaiting_consent')
    else exists (
      select from public.student s where s.community_id = access.community() and s.id = may_remind.student and s.withdrawn_at is null
        and (s.access_school_id = any (access.schools('directory')) or s.id = any (access.students('directory'))))
      and (may_remind.referral is null or exists (select from public.referral r where r.community_id = access.community()
        and r.id = may_remind.referral and r.student_id = may_remind.student
        and (r.access_school_id = any (access.schools('referrals')) or r.student_id = any (access.students('referrals')))))
    end
$$;

create or replace function act.set_reminder(student uuid, referral uuid, on_date date, body text) returns uuid
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare made uuid := platform.uuidv7(); about uuid := student;
begin
  if about is null then
    select r.student_id into about from public.referral r where r.community_id = access.community() and r.id = set_reminder.referral;
  end if;
  if not access.may_remind(about, referral) then perform access.refuse('404', 'not_found', 'There is no such student or referral, or you may not see it.'); end if;
  if on_date < access.today() then perform access.refuse('400', 'day_is_past', 'This day is past. Choose today or a later one.'); end if;
  insert into public.reminder (community_id, id, author_id, membership_id, student_id, access_school_id, referral_id, on_date, body)
  select s.community_id, made, access.person(), access.hat_id(), s.id, s.access_school_id, set_reminder.referral, set_reminder.on_date, set_reminder.body
  from public.student s where s.community_id = access.community() and s.id = about;
  return made;
end $$;

-- Done, not done after all, or another day.
create or replace function act.change_reminder(reminder uuid, is_done boolean, on_date date) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if on_date < access.today() then perform access.refuse('400', 'day_is_past', 'This day is past. Choose today or a later one.'); end if;
  update public.reminder x set done_at = case when change_reminder.is_done then coalesce(x.done_at, now()) end, on_date = coalesce(change_reminder.on_date, x.on_date)
  where x.community_id = access.community() and x.id = change_reminder.reminder and x.author_id = access.person() and x.membership_id = access.hat_id()
    and access.may_remind(x.student_id, x.referral_id);
  if not found then perform access.refuse('404', 'not_found', 'There is no such reminder of yours.'); end if;
end $$;

create or replace function access.my_reminders() returns table (id uuid, student_id uuid, referral_id uuid, on_date date, body text)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select x.id, x.student_id, x.referral_id, x.on_date, x.body from public.reminder x
  where x.community_id = access.community() and x.author_id = access.person() and x.membership_id = access.hat_id() and x.done_at is null
    and access.may_remind(x.student_id, x.referral_id)
  order by x.on_date, x.id limit 200
$$;
grant execute on function access.my_reminders(), act.set_reminder(uuid, uuid, date, text), act.change_reminder(uuid, boolean, date) to concentric_app;

-- Saved views of the student list are read by the person who made them, in the role in which they were made.
select access.protect('saved_view'), access.let_read('saved_view', 'membership_id = (select access.hat_id())');

create or replace function act.save_view(name text, grade text, flag text, sort text, scope text) returns uuid
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare made uuid := platform.uuidv7();
begin
  if access.hat_kind() is distinct from 'membership' then perform access.refuse('403', 'not_your_role', 'Views are for people at work.'); end if;
  if 50 <= (select count(*) from public.saved_view v where v.community_id = access.community() and v.membership_id = access.hat_id()) then
    perform access.refuse('409', 'too_many_views', 'You have fifty views. Delete one that you no longer use, then save this one.');
  end if;
  insert into public.saved_view (community_id, id, membership_id, name, grade, flag, sort, scope)
  values (access.community(), made, access.hat_id(), btrim(save_view.name), save_view.grade, save_view.flag, save_view.sort, save_view.scope)
  on conflict on constraint saved_view_community_id_membership_id_name_key do nothing;
  if not found then perform access.refuse('409', 'view_exists', 'You have a view of this name. Choose another name.'); end if;
  return made;
end $$;

-- Renamed by whoever saw it last: another window that renamed it first wins.
create or replace function act.rename_view(saved uuid, version int, name text) returns int
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare v public.saved_view;
begin
  select x.* into v from public.saved_view x where x.community_id = access.community() and x.id = rename_view.saved and x.membership_id = access.hat_id() for update;
  if not found then perform access.refuse('404', 'not_found', 'There is no such view of yours.'); end if;
  if v.version <> rename_view.version then
    perform access.refuse('409', 'view_changed', 'You renamed this view in another window in the meantime. Look at its name now, then rename it again.');
  end if;
  if exists (select from public.saved_view x where x.community_id = v.community_id and x.membership_id = v.membership_id and x.id <> v.id and x.name = btrim(rename_view.name)) then
    perform access.refuse('409', 'view_exists', 'You have a view of this name. Choose another name.');
  end if;
  update public.saved_view x set name = btrim(rename_view.name), version = v.version + 1 where x.community_id = v.community_id and x.id = v.id;
  return v.version + 1;
end $$;

create or replace function act.delete_view(saved uuid) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  delete from public.saved_view x where x.community_id = access.community() and x.id = delete_view.saved and x.membership_id = access.hat_id();
  if not found then perform access.refuse('404', 'not_found', 'There is no such view of yours.'); end if;
end $$;
grant execute on function act.save_view(text, text, text, text, text), act.rename_view(uuid, int, text), act.delete_view(uuid) to concentric_app;

-- Acts for many students at once: for all of them or for none. Nobody reads the table but the functions below.
select access.protect('bulk_act');

create or replace function access.keep_bulk(kind text, made uuid[]) returns uuid
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare kept uuid := platform.uuidv7();
begin
  insert into public.bulk_act (community_id, id, membership_id, kind, made) values (access.community(), kept, access.hat_id(), keep_bulk.kind, keep_bulk.made);
  return kept;
end $$;

-- All of the students go to a coordinator of their school. One who is not at that school keeps everybody where they are.
create or replace function act.assign_many(students uuid[], coordinator uuid, out bulk uuid, out changed int)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  place uuid;
  chosen jsonb := jsonb_build_object('students', to_jsonb(assign_many.students));
  done record;
begin
  select h.school_id into place from access.hat h where h.community_id = access.community() and h.kind = 'membership'
    and h.id = assign_many.coordinator and h.role = 'coordinator' and access.may_assign(h.school_id);
  if place is null then
    perform access.refuse('409', 'no_coordinator', 'This person does not coordinate at this school now. Load the page again.');
  end if;
  if not assign_many.students <@ access.chosen_students(place, chosen) then
    perform access.refuse('409', 'not_at_this_school', 'One of these students is not at this coordinator''s school. Nothing was changed. Choose students of that school.');
  end if;
  select a.assignment, a.moved into done from act.assign_caseload(place, assign_many.coordinator, chosen) a;
  changed := done.moved;
  bulk := access.keep_bulk('assign', array[done.assignment]);
end $$;

create or replace function act.remind_many(students uuid[], on_date date, body text, out bulk uuid, out changed int)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare made uuid[];
begin
  select array_agg(act.set_reminder(s, null, remind_many.on_date, remind_many.body)) into made from (select distinct unnest(remind_many.students) as s) each_one;
  changed := cardinality(made);
  bulk := access.keep_bulk('remind', made);
end $$;

-- The same note for each of them. What the author has in draft about one of them stays.
create or replace function act.note_many(students uuid[], body text, kind text, happened_on date, out bulk uuid, out changed int)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare made uuid[];
begin
  perform access.check_happened(note_many.happened_on);
  with one as (
    insert into public.note (community_id, student_id, access_school_id, author_id, author_kind, body, kind, happened_on)
    select access.community(), s, access.require_write('notes', s), access.person(), access.author_kind(), note_many.body, note_many.kind, note_many.happened_on
    from (select distinct unnest(note_many.students) as s) each_one returning id)
  select array_agg(id) into made from one;
  changed := cardinality(made);
  bulk := access.keep_bulk('note', made);
end $$;

-- Whether all that the act made is as it made it.
create or replace function access.is_as_made(b public.bulk_act) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select case b.kind
    when 'note' then cardinality(b.made) = (select count(*) from public.note n where n.community_id = b.community_id and n.id = any (b.made)
      and n.author_id = access.person() and n.revision = 1 and n.in_error_at is null)
    when 'remind' then cardinality(b.made) = (select count(*) from public.reminder r where r.community_id = b.community_id and r.id = any (b.made)
      and r.membership_id = b.membership_id and r.done_at is null having count(distinct r.on_date) = 1)
    else not exists (select from public.caseload_student c where c.community_id = b.community_id and c.assignment_id = b.made[1] and c.ended_at is not null)
      and not exists (select from public.caseload_student c join public.caseload_student l on l.community_id = c.community_id
        and l.student_id = c.student_id and l.school_id = c.school_id and l.assignment_id > b.made[1]
        where c.community_id = b.community_id and b.made[1] in (c.assignment_id, c.ended_by_assignment_id)) end
$$;

-- Undoes exactly what one act of one's own made, within ten minutes, and only while nobody has changed any of it. Notes are marked as
-- entered in error, as any note is; reminders are taken away; the caseloads are as before.
create or replace function act.undo_bulk(bulk uuid) returns int
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare b public.bulk_act;
begin
  select x.* into b from public.bulk_act x where x.community_id = access.community() and x.id = undo_bulk.bulk and x.membership_id = access.hat_id() for update;
  if not found then perform access.refuse('404', 'not_found', 'There is nothing to undo.'); end if;
  if b.undone_at is not null then perform access.refuse('409', 'undone_already', 'This was undone already.'); end if;
  if b.made_at < now() - interval '10 minutes' then
    perform access.refuse('409', 'too_late_to_undo', 'This was too long ago to be undone at once. Open the students one by one.');
  end if;
  perform 1 from public.note n where n.community_id = b.community_id and n.id = any (b.made) for update;
  perform 1 from public.reminder r where r.community_id = b.community_id and r.id = any (b.made) for update;
  if not access.is_as_made(b) then
    perform access.refuse('409', 'changed_since', 'One of these was changed since, so nothing was undone. Open the students one by one.');
  end if;
  case b.kind
  when 'note' then
    perform act.mark_note(n, false, true) from unnest(b.made) n;
  when 'remind' then
    delete from public.reminder r where r.community_id = b.community_id and r.id = any (b.made);
  else
    perform act.undo_assignment(b.made[1]);
  end case;
  update public.bulk_act x set undone_at = now() where x.community_id = b.community_id and x.id = b.id;
  return cardinality(b.made);
end $$;
grant execute on function act.assign_many(uuid[], uuid), act.remind_many(uuid[], date, text), act.note_many(uuid[], text, text, date), act.undo_bulk(uuid) to concentric_app;

-- Notices: computed as whoever reads them, from the last thirty days. Nothing of which the reader may not know now is among them, whatever
-- the reader knew when it happened.
select access.protect('notice_seen');

create or replace function access.my_notices() returns table (id text, kind text, at timestamptz, student_id uuid, about text, detail text)
language sql stable security definer rows 20 set search_path = pg_catalog, pg_temp as $$
  with place as (select c.community_id, c.time_zone, now() - interval '30 days' as since from public.community c
    where c.community_id = access.community() and access.hat_kind() = 'membership')
  -- A new flag of a student on one's own caseload, where flags may be read.
  select 'flag ' || g.student_id || g.indicator, 'flag', g.raised_at, g.student_id, g.indicator, g.level
  from place join public.flag g on g.community_id = place.community_id and g.raised_at > place.since
  where g.student_id in (select access.my_caseload())
    and (g.access_school_id = any (access.schools('flags')) or g.student_id = any (access.students('flags')))
  union all
  -- A partner's answer to a referral that one wrote, or of a student on one's own caseload.
  select 'referral ' || e.id, 'referral', e.at, r.student_id, o.name, e.state
  from place join public.referral_event e on e.community_id = place.community_id and e.at > place.since
    and e.author_kind = 'partner' and e.state in ('accepted', 'waitlisted', 'declined', 'started', 'completed', 'ended_early')
  join public.referral r on r.community_id = e.community_id and r.id = e.referral_id
  join public.organization o on o.community_id = r.community_id and o.id = r.organization_id
  where access.role() <> 'partner_worker' and (r.author_id = access.person() or r.student_id in (select access.my_caseload()))
    and (r.access_school_id = any (access.schools('referrals')) or r.student_id = any (access.students('referrals')))
  union all
  -- One's own reminders, from the morning of their day on.
  select 'reminder ' || x.id, 'reminder', x.on_date::timestamp at time zone place.time_zone, x.student_id, x.body, null
  from place cross join access.my_reminders() x where x.on_date between access.today() - 30 and access.today()
  union all
  -- Permission given or withdrawn for a student on one's own caseload.
  select what || ' ' || k.id, what, moment, k.student_id, o.name, null
  from place join public.consent k on k.community_id = place.community_id
  join public.organization o on o.community_id = k.community_id and o.id = k.organization_id
  cross join lateral (values ('consent_given', k.given_at), ('consent_withdrawn', k.withdrawn_at)) happened(what, moment)
  where moment > place.since and k.student_id in (select access.my_caseload())
    and (k.access_school_id = any (access.schools('consents')) or k.student_id = any (access.students('consents')))
  union all
  -- For the data steward: files that came in, failed or wait for an answer, and sources from which nothing has come for too long.
  select 'import ' || i.id, 'import', coalesce(i.applied_at, i.checked_at, i.created_at), null, coalesce(s.name, ''), i.state
  from place join public.import i on i.community_id = place.community_id and i.state in ('applied', 'failed', 'needs_answer')
  left join public.import_source s on s.community_id = i.community_id and s.id = i.source_id
  where access.role() = 'data_steward' and i.district_id = access.district() and coalesce(i.applied_at, i.checked_at, i.created_at) > place.since
  union all
  select 'overdue ' || s.id, 'overdue', (late.from_on + 1)::timestamp at time zone place.time_zone, null, s.name, null
  from place join public.import_source s on s.community_id = place.community_id
  cross join lateral (select coalesce((select max(access.local_day(i.community_id, i.applied_at)) from public.import i
    where i.community_id = s.community_id and i.source_id = s.id and i.applied_at is not null), s.expected_since) + s.expected_every_days as from_on) late
  where access.role() = 'data_steward' and s.district_id = access.district() and late.from_on < access.today()
  union all
  -- An invitation of one's own that was answered.
  select 'invitation ' || v.id, 'invitation', v.used_at, null, concat_ws(' ', v.given_name, v.family_name), null
  from place join platform.invitation v on v.community_id = place.community_id and v.used_at > place.since and v.invited_by = access.person()
  where v.district_id = access.inviting_district()
  order by 3 desc limit 200
$$;

create or replace function access.my_notices_seen() returns timestamptz language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select n.seen_until from public.notice_seen n where n.community_id = access.community() and n.membership_id = access.hat_id()
$$;

-- Seen is what was shown: a moment that lies ahead is taken for now, and an older window takes nothing back.
create or replace function act.see_notices(until timestamptz) returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if access.hat_kind() is distinct from 'membership' then perform access.refuse('403', 'not_your_role', 'Notices are for people at work.'); end if;
  insert into public.notice_seen as n (community_id, membership_id, seen_until) values (access.community(), access.hat_id(), least(see_notices.until, now()))
  on conflict (community_id, membership_id) do update set seen_until = greatest(n.seen_until, excluded.seen_until);
end $$;
grant execute on function access.my_notices(), access.my_notices_seen(), act.see_notices(timestamptz) to concentric_app;

-- The daily mail, for the worker alone. Whom to look at: accounts that want it, at seven in the morning of their community or later that day,
-- once a day.
create or replace function access.due_daily_mails() returns table (account_id uuid, community_id uuid, locale text, hats uuid[])
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select a.id, c.community_id, a.locale, array(select m.id from public.membership m where m.community_id = c.community_id and m.person_id = ap.person_id
    and m.approved_at is not null and m.withdrawn_at is null)
  from platform.account a
  join platform.account_person ap on ap.account_id = a.id
  join public.community c on c.community_id = ap.community_id
  where a.wants_daily_mail and a.disabled_at is null and not a.is_operator
    and extract(hour from now() at time zone c.time_zone) >= 7
    and not exists (select from platform.daily_mail d where d.account_id = a.id and d.community_id = c.community_id and d.on_date = access.day_in(c.community_id))
    and exists (select from public.membership m where m.community_id = c.community_id and m.person_id = ap.person_id and m.approved_at is not null and m.withdrawn_at is null)
  order by a.id
$$;

-- How many notices of each kind one role has that were neither seen nor in an earlier mail. It enters as that role's person, with what the role
-- reaches now; a role that has ended has none. The worker gets numbers and no word of a notice.
create or replace function access.count_for_mail(community uuid, hat uuid) returns table (kind text, count int)
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare h record; since timestamptz;
begin
  perform access.begin_in(count_for_mail.community);
  select x.* into h from access.hat x where x.community_id = count_for_mail.community and x.id = count_for_mail.hat and x.kind = 'membership';
  if not found then return; end if;
  execute format('set local access.person = %L', h.person_id);
  execute format('set local access.hat_kind = %L', h.kind);
  execute format('set local access.hat_id = %L', h.id);
  execute format('set local access.role = %L', h.role);
  execute format('set local access.organization = %L', coalesce(h.organization_id::text, ''));
  execute format('set local access.district = %L', coalesce(h.district_id::text, ''));
  if h.role <> 'partner_worker' then perform access.open_reach(h.kind, h.id, h.role); end if;
  select greatest(access.my_notices_seen(), (select max(d.looked_at) from platform.daily_mail d
    join platform.account_person ap on ap.account_id = d.account_id and ap.community_id = d.community_id
    where ap.community_id = h.community_id and ap.person_id = h.person_id)) into since;
  return query select n.kind, count(*)::int from access.my_notices() n where since is null or date_trunc('milliseconds', n.at) > since group by n.kind order by n.kind;
end $$;

-- Puts the mail into the queue, or notes that there was nothing to tell; of two workers only one.
create or replace function access.queue_daily_mail(account uuid, community uuid, subject text, body text) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare a platform.account;
begin
  select x.* into a from platform.account x where x.id = queue_daily_mail.account and x.wants_daily_mail and x.disabled_at is null;
  if not found then return false; end if;
  insert into platform.daily_mail (account_id, community_id, on_date) values (a.id, queue_daily_mail.community, access.day_in(queue_daily_mail.community))
  on conflict do nothing;
  if not found or queue_daily_mail.subject is null then return false; end if;
  update platform.daily_mail d set mail_id = access.queue_mail(a.email, a.locale, queue_daily_mail.subject, queue_daily_mail.body, null, 'notice', d.community_id, '1 day')
  where d.account_id = a.id and d.community_id = queue_daily_mail.community and d.on_date = access.day_in(queue_daily_mail.community);
  return true;
end $$;
grant execute on function access.due_daily_mails(), access.count_for_mail(uuid, uuid), access.queue_daily_mail(uuid, uuid, text, text) to concentric_worker;
