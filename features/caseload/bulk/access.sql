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
