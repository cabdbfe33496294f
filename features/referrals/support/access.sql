-- What was delivered. A session tells nothing about a student; who was there is read by whoever holds the services of the student, and by the
-- organization that served.
select access.protect('service_session'), access.let_read('service_session',
  'organization_id = (select access.organization()) or (select access.role()) in (''principal'', ''counselor'', ''nurse'', ''social_worker'', ''coordinator'', ''teacher'')');
select access.protect('service_log'), access.let_read('service_log', access.holds('services', 'organization_id = (select access.organization())'));

-- The participation that the hat may log for, locked.
create or replace function access.lock_participation(participation uuid) returns public.participation
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare p public.participation;
begin
  select x.* into p from public.participation x where x.community_id = access.community() and x.id = lock_participation.participation
    and (x.access_school_id = any (access.write_schools('services')) or x.student_id = any (access.write_students('services')))
    and (access.role() <> 'partner_worker' or x.organization_id = access.organization())
  for update;
  if not found then perform access.refuse('404', 'not_found', 'This student does not take part any more, or you may not write it.'); end if;
  return p;
end $$;

create or replace function access.check_log(p public.participation, on_date date, attendance text, minutes int) returns void
language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
  if p.stage not in ('enrolled', 'active') then
    perform access.refuse('409', 'not_taking_part', 'This student is on the waiting list, or it is over. Nothing can be logged.');
  end if;
  if on_date > access.today() or on_date < p.from_on then
    perform access.refuse('400', 'day_outside', 'This day is ahead, or before the student took part. Choose another one.');
  end if;
  if attendance not in ('present', 'excused', 'absent') or minutes not between 0 and 600 or (attendance = 'present') <> (minutes > 0) then
    perform access.refuse('400', 'minutes_missing', 'Write how many minutes it was, from 1 to 600; nobody who was not there has minutes.');
  end if;
end $$;

-- With the first support it has begun.
create or replace function access.begin_participation(p public.participation) returns void
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  if p.stage <> 'enrolled' then return; end if;
  if access.referral_side() = 'partner' and exists (select from public.referral r where r.community_id = p.community_id and r.id = p.referral_id and r.state = 'accepted') then
    perform access.step_referral(p.referral_id, 'started');
  else
    update public.participation x set stage = 'active' where x.community_id = p.community_id and x.id = p.id;
  end if;
end $$;

-- One delivered support. The key comes from the browser: what a lost connection makes it send twice is written once.
create or replace function act.log_support(key uuid, participation uuid, on_date date, attendance text, minutes int, is_in_school_time boolean) returns uuid
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare p public.participation := access.lock_participation(participation); known public.service_log; made uuid := platform.uuidv7();
begin
  select l.* into known from public.service_log l where l.community_id = p.community_id and l.key = log_support.key;
  if found then
    if known.participation_id <> p.id or known.logged_by <> access.person() then
      perform access.refuse('409', 'key_used', 'This was logged for somebody else already. Log it anew.');
    end if;
    return known.id;
  end if;
  perform access.check_log(p, on_date, attendance, minutes);
  insert into public.service_log (community_id, id, student_id, access_school_id, organization_id, service_id, participation_id, on_date, attendance, minutes,
    is_in_school_time, key, logged_by)
  values (p.community_id, made, p.student_id, p.access_school_id, p.organization_id, p.service_id, p.id, log_support.on_date, log_support.attendance,
    log_support.minutes, log_support.is_in_school_time, log_support.key, access.person());
  if attendance = 'present' then perform access.begin_participation(p); end if;
  return made;
end $$;

-- The attendance of a session, for many at once. Sent again with the same key it is the same session; changed later it must be the version that was seen.
create or replace function act.take_attendance(key uuid, service uuid, on_date date, minutes int, is_in_school_time boolean, version int, rows jsonb) returns uuid
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare s public.service_session; p public.participation; line record;
begin
  insert into public.service_session (community_id, organization_id, service_id, on_date, minutes, is_in_school_time, key, made_by)
  select v.community_id, v.organization_id, v.id, take_attendance.on_date, take_attendance.minutes, take_attendance.is_in_school_time, take_attendance.key, access.person()
  from public.service v where v.community_id = access.community() and v.id = take_attendance.service
    and (access.role() = 'partner_worker' and v.organization_id = access.organization() or access.write_schools('services') <> '{}')
  on conflict on constraint service_session_community_id_key_key do nothing returning * into s;
  if s.id is null then
    select x.* into s from public.service_session x where x.community_id = access.community() and x.key = take_attendance.key
      and x.service_id = take_attendance.service and (access.role() <> 'partner_worker' or x.organization_id = access.organization()) for update;
    if not found then perform access.refuse('404', 'not_found', 'There is no such service of yours.'); end if;
    if version = 0 and s.made_by = access.person() then return s.id; end if;
    if version <> s.version then
      perform access.refuse('409', 'session_changed', 'Somebody else changed the attendance of this session meanwhile. Open it anew; what you entered is still here.');
    end if;
    update public.service_session x set version = x.version + 1 where x.community_id = s.community_id and x.id = s.id;
  end if;
  for line in select * from jsonb_to_recordset(rows) r("participationId" uuid, attendance text, minutes int) order by 1 loop
    p := access.lock_participation(line."participationId");
    if p.service_id <> s.service_id then perform access.refuse('404', 'not_found', 'This student does not take part any more, or you may not write it.'); end if;
    perform access.check_log(p, s.on_date, line.attendance, line.minutes);
    insert into public.service_log as l (community_id, student_id, access_school_id, organization_id, service_id, participation_id, session_id, on_date, attendance,
      minutes, is_in_school_time, logged_by)
    values (p.community_id, p.student_id, p.access_school_id, p.organization_id, p.service_id, p.id, s.id, s.on_date, line.attendance, line.minutes,
      s.is_in_school_time, access.person())
    on conflict (community_id, session_id, participation_id) do update set attendance = excluded.attendance, minutes = excluded.minutes,
      logged_by = excluded.logged_by, logged_at = now(), in_error_at = null, in_error_by = null;
    if line.attendance = 'present' then perform access.begin_participation(p); end if;
  end loop;
  return s.id;
end $$;

-- A log that was wrong stays, marked, and is not counted.
create or replace function act.mark_log_in_error(log uuid) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  update public.service_log l set in_error_at = now(), in_error_by = access.person()
  where l.community_id = access.community() and l.id = mark_log_in_error.log and l.in_error_at is null
    and (l.access_school_id = any (access.write_schools('services')) or l.student_id = any (access.write_students('services')))
    and (access.role() <> 'partner_worker' or l.organization_id = access.organization());
  if not found then perform access.refuse('404', 'not_found', 'There is no such entry of yours, or it is marked already.'); end if;
end $$;

-- How many times, and how many minutes each.
create or replace function act.promise_support(participation uuid, sessions int, minutes int) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare p public.participation := access.lock_participation(participation);
begin
  update public.participation x set promised_sessions = sessions, promised_minutes = minutes where x.community_id = p.community_id and x.id = p.id;
end $$;
grant execute on function act.log_support(uuid, uuid, date, text, int, boolean), act.take_attendance(uuid, uuid, date, int, boolean, int, jsonb),
  act.mark_log_in_error(uuid), act.promise_support(uuid, int, int) to concentric_app;
