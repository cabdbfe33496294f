-- Asking a partner to help. The partner reads its own organization's referrals and participations of students whom it has opened;
-- before it accepts one it sees the request, not the child's name; while the family has not consented, it sees no request. A draft is the
-- school's alone, and one that was entered in error is gone from the partner's sight.

select access.protect('referral'), access.let_read('referral', '((select access.hat_kind()) = ''membership'' or state <> ''draft'') and ('
  || access.holds('referrals', 'organization_id = (select access.organization()) and state not in (''draft'', ''awaiting_consent'', ''entered_in_error'')') || ')');
-- What one guardian did with a referral is not shown to another guardian.
select access.protect('referral_event'), access.let_read('referral_event',
  '((select access.hat_kind()) = ''membership'' or state <> ''draft'') and ((select access.hat_kind()) <> ''guardianship'' or author_kind <> ''guardian'' or person_id = (select access.person())) and ('
  || access.holds('referrals', 'organization_id = (select access.organization()) and state not in (''draft'', ''awaiting_consent'', ''entered_in_error'')') || ')');
-- The family's word is said to the school; the organization it is about does not read it, nor does another guardian.
select access.protect('referral_word'), access.let_read('referral_word',
  '((select access.hat_kind()) <> ''guardianship'' or author_kind <> ''guardian'' or author_id = (select access.person())) and (' || access.holds('referrals') || ')');
select access.protect('participation'), access.let_read('participation', access.holds('services', 'organization_id = (select access.organization())'));
-- After how many days the district asks again is no secret.
select access.protect('referral_rule'), access.let_read('referral_rule', '(select access.role()) is not null');

-- From which state to which, and who may take the step: the only way in which a referral changes. features/referrals/states.ts says the same.
create or replace view access.referral_step as
  select step.from_state, step.to_state, side as by_side from (values
    ('draft', 'awaiting_consent', '{school}'), ('draft', 'sent', '{school}'), ('draft', 'withdrawn', '{school}'),
    ('awaiting_consent', 'sent', '{family}'), ('awaiting_consent', 'withdrawn', '{school, family}'), ('awaiting_consent', 'expired', '{clock}'),
    ('sent', 'awaiting_consent', '{family}'), ('sent', 'accepted', '{partner}'), ('sent', 'declined', '{partner}'),
    ('sent', 'withdrawn', '{school, family}'), ('sent', 'expired', '{clock}'),
    ('accepted', 'waitlisted', '{partner}'), ('accepted', 'started', '{partner}'), ('accepted', 'ended_early', '{partner}'), ('accepted', 'withdrawn', '{school, family}'),
    ('waitlisted', 'started', '{partner}'), ('waitlisted', 'ended_early', '{partner}'), ('waitlisted', 'withdrawn', '{school, family}'),
    ('started', 'completed', '{partner}'), ('started', 'ended_early', '{partner}'), ('started', 'withdrawn', '{school, family}')
  ) step(from_state, to_state, sides), unnest(step.sides::text[]) side
  union all
  select mistaken, 'entered_in_error', 'school' from unnest(array['draft', 'awaiting_consent', 'sent', 'accepted', 'declined', 'withdrawn',
    'expired', 'waitlisted', 'started', 'completed', 'ended_early']) mistaken;

create or replace function access.referral_side() returns text language sql stable set search_path = pg_catalog, pg_temp as $$
  select case when access.person() is null then 'clock' when access.hat_kind() <> 'membership' then 'family'
    when access.role() = 'partner_worker' then 'partner' else 'school' end
$$;

-- Days without an answer after which the district asks again, and gives up.
create or replace function access.referral_days(district uuid) returns table (remind_after int, expire_after int)
language sql stable security definer rows 1 set search_path = pg_catalog, pg_temp as $$
  select coalesce(max(r.remind_after_days), 5), coalesce(max(r.expire_after_days), 45) from public.referral_rule r
  where r.community_id = access.community() and r.district_id = referral_days.district
$$;
grant execute on function access.referral_days(uuid) to concentric_app;

create or replace function access.log_referral(referral uuid, reason text) returns void
language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
  insert into public.referral_event (community_id, referral_id, student_id, access_school_id, organization_id, person_id, author_kind, state, reason, at)
  select r.community_id, r.id, r.student_id, r.access_school_id, r.organization_id, access.person(),
    case when access.person() is null then 'clock' else access.author_kind() end, r.state, coalesce(log_referral.reason, ''), clock_timestamp()
  from public.referral r where r.community_id = access.community() and r.id = log_referral.referral
$$;

-- One step of one referral. What it opened for the partner ends with it, in the same transaction.
create or replace function access.step_referral(referral uuid, to_state text, reason text default null, decline_reason text default null) returns void
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare r public.referral; words text := nullif(btrim(step_referral.reason), '');
begin
  select x.* into r from public.referral x where x.community_id = access.community() and x.id = step_referral.referral for update;
  if not exists (select from access.referral_step s where s.from_state = r.state and s.to_state = step_referral.to_state and s.by_side = access.referral_side()) then
    perform access.refuse('409', 'not_possible_now', 'That is not possible with this referral any more. Look at it again.');
  end if;
  if to_state in ('completed', 'ended_early', 'entered_in_error') and words is null or to_state = 'declined' and decline_reason is null then
    perform access.refuse('400', 'reason_needed', 'Please say why, in a few words.');
  end if;
  update public.referral x set state = step_referral.to_state, changed_at = now(), reason_text = words, decline_reason = step_referral.decline_reason
  where x.community_id = r.community_id and x.id = r.id;
  if to_state = 'accepted' then
    insert into public.participation (community_id, student_id, access_school_id, organization_id, service_id, referral_id, stage, from_on)
    values (r.community_id, r.student_id, r.access_school_id, r.organization_id, r.service_id, r.id, 'enrolled', access.today());
  elsif to_state in ('waitlisted', 'started') then
    update public.participation p set stage = case step_referral.to_state when 'started' then 'active' else 'waitlisted' end
    where p.community_id = r.community_id and p.referral_id = r.id and p.stage in ('enrolled', 'waitlisted');
  elsif to_state not in ('sent', 'awaiting_consent') then
    update public.participation p set until_on = access.today() - 1, stage = case step_referral.to_state when 'completed' then 'completed' else 'withdrawn' end
    where p.community_id = r.community_id and p.referral_id = r.id and p.stage in ('applied', 'waitlisted', 'enrolled', 'active');
  end if;
  if to_state = 'entered_in_error' then
    update public.referral_message m set is_in_error = true where m.community_id = r.community_id and m.referral_id = r.id;
  end if;
  perform access.log_referral(r.id, coalesce(step_referral.decline_reason, words));
end $$;

-- Two answers for the last place wait for each other here, and so does a change of the capacity: the second is told.
create or replace function access.require_place(service uuid) returns void
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform from public.service s where s.community_id = access.community() and s.id = require_place.service for update;
  if access.open_places(service) = 0 then
    perform access.refuse('409', 'no_place_left', 'The last place is taken. Put the student on the waiting list, say no, or raise the number of places.');
  end if;
end $$;

-- A referral goes out at once where the agreement or a consent allows it, and waits for the family's consent otherwise. A draft waits for its author.
create or replace function act.refer(student uuid, service uuid, request text, is_draft boolean default false) returns uuid
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  school uuid := access.require_write('referrals', student);
  made uuid := platform.uuidv7();
  offer public.service;
begin
  if access.referral_side() <> 'school' then
    perform access.refuse('403', 'not_your_role', 'The school refers; you may ask the school for help.');
  end if;
  select s.* into offer from public.service s where s.community_id = access.community() and s.id = refer.service;
  if not found or offer.status <> 'active' or not offer.takes_referrals then perform access.refuse('409', 'service_not_active', 'This service does not take anybody now. Choose another one.'); end if;
  if not exists (select from access.signed_agreement a where a.community_id = access.community() and a.organization_id = offer.organization_id
      and a.basis <> 'directory_information' and a.district_id = (select s.district_id from public.student s where s.community_id = access.community() and s.id = refer.student)) then
    perform access.refuse('409', 'no_agreement', 'There is no signed agreement with this organization yet. Ask your data steward for one.');
  end if;
  if exists (select from public.referral r where r.community_id = access.community() and r.student_id = refer.student and r.service_id = refer.service
      and r.state in ('draft', 'awaiting_consent', 'sent', 'accepted', 'waitlisted', 'started')) then
    perform access.refuse('409', 'already_referred', 'This student has an open referral to this service already.');
  end if;
  insert into public.referral (community_id, id, student_id, access_school_id, school_id, organization_id, service_id, author_id, request, state)
  values (access.community(), made, student, school, school, offer.organization_id, offer.id, access.person(), refer.request,
    case when is_draft then 'draft' when access.may_send(student, offer.organization_id) then 'sent' else 'awaiting_consent' end);
  perform access.log_referral(made, null);
  return made;
end $$;

-- The referral that the hat may act on, locked; nothing tells one that does not exist from one out of reach.
create or replace function access.lock_referral(referral uuid) returns public.referral
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare found_row public.referral;
begin
  select r.* into found_row from public.referral r where r.community_id = access.community() and r.id = lock_referral.referral
    and (r.access_school_id = any (access.write_schools('referrals')) or r.student_id = any (access.write_students('referrals')))
    and (access.role() <> 'partner_worker' or r.organization_id = access.organization())
  for update;
  if not found then perform access.refuse('404', 'not_found', 'There is no such referral, or you may not see it.'); end if;
  return found_row;
end $$;

-- The partner's answer. An accepted referral begins a participation, and with it what the agreement and consent allow. One that the
-- organization would take, and has no place for now, goes on the waiting list.
create or replace function act.answer_referral(referral uuid, accept boolean, decline_reason text default null, reason_text text default null, waits boolean default false) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare r public.referral := access.lock_referral(referral);
begin
  if access.role() is distinct from 'partner_worker' then perform access.refuse('403', 'not_your_role', 'Only the organization that was asked answers a referral.'); end if;
  if r.state <> 'sent' then perform access.refuse('409', 'already_answered', 'This referral was answered or withdrawn in the meantime. Look at it again.'); end if;
  if not accept then
    perform access.step_referral(r.id, 'declined', answer_referral.reason_text, answer_referral.decline_reason);
    return;
  end if;
  if not waits then perform access.require_place(r.service_id); end if;
  perform access.step_referral(r.id, 'accepted', answer_referral.reason_text);
  if waits then perform access.step_referral(r.id, 'waitlisted', answer_referral.reason_text); end if;
end $$;

-- Any other step that a person takes: a draft is sent, the school or the family withdraws, the partner begins, completes or ends early, the
-- school marks a mistake.
create or replace function act.move_referral(referral uuid, state text, reason text default null) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare r public.referral := access.lock_referral(referral);
begin
  if state not in ('waitlisted', 'started', 'completed', 'ended_early', 'withdrawn', 'entered_in_error') then
    perform access.refuse('409', 'not_possible_now', 'That is not possible with this referral any more. Look at it again.');
  end if;
  if state = 'started' and r.state = 'waitlisted' then perform access.require_place(r.service_id); end if;
  perform access.step_referral(r.id, move_referral.state, move_referral.reason);
end $$;

-- A draft goes out with the words that its author leaves in it.
create or replace function act.send_draft(referral uuid, request text) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare r public.referral := access.lock_referral(referral);
begin
  if r.state <> 'draft' then perform access.refuse('409', 'not_possible_now', 'That is not possible with this referral any more. Look at it again.'); end if;
  perform access.step_referral(r.id, case when access.may_send(r.student_id, r.organization_id) then 'sent' else 'awaiting_consent' end);
  update public.referral x set request = send_draft.request where x.community_id = r.community_id and x.id = r.id;
end $$;

-- The family's word on the outcome.
create or replace function act.say_outcome(referral uuid, got_help text, body text) returns uuid
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare r public.referral := access.lock_referral(referral); made uuid := platform.uuidv7();
begin
  if access.referral_side() <> 'family' then perform access.refuse('403', 'not_your_role', 'Only the family says whether it got help.'); end if;
  if r.state not in ('started', 'completed', 'ended_early') then
    perform access.refuse('409', 'not_begun', 'This has not begun yet. Say how it went when it has.');
  end if;
  if got_help not in ('yes', 'partly', 'no') then perform access.refuse('400', 'no_such_answer', 'Choose one of the answers that are offered.'); end if;
  insert into public.referral_word (community_id, id, referral_id, student_id, access_school_id, author_id, author_kind, got_help, body)
  values (r.community_id, made, r.id, r.student_id, r.access_school_id, access.person(), access.author_kind(), say_outcome.got_help, btrim(say_outcome.body));
  return made;
end $$;

create or replace function act.set_referral_rule(version int, remind_after_days int, expire_after_days int) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare known int;
begin
  if access.role() is distinct from 'data_steward' then perform access.refuse('404', 'not_found', 'There is no such page, or you may not see it.'); end if;
  select r.version into known from public.referral_rule r where r.community_id = access.community() and r.district_id = access.district() for update;
  if coalesce(known, 0) <> set_referral_rule.version then
    perform access.refuse('409', 'rule_changed', 'Somebody else changed this rule meanwhile. Open the page anew; what you entered is still here.');
  end if;
  if expire_after_days <= remind_after_days then
    perform access.refuse('400', 'expires_first', 'A referral cannot expire before anybody is reminded of it. Write a larger number of days.');
  end if;
  insert into public.referral_rule as r (community_id, district_id, remind_after_days, expire_after_days, set_by)
  values (access.community(), access.district(), set_referral_rule.remind_after_days, set_referral_rule.expire_after_days, access.person())
  on conflict (community_id, district_id) do update set remind_after_days = excluded.remind_after_days, expire_after_days = excluded.expire_after_days,
    set_by = excluded.set_by, set_at = now(), version = r.version + 1;
end $$;
grant execute on function act.refer(uuid, uuid, text, boolean), act.answer_referral(uuid, boolean, text, text, boolean), act.move_referral(uuid, text, text),
  act.send_draft(uuid, text), act.say_outcome(uuid, text, text), act.set_referral_rule(int, int, int) to concentric_app;

-- For the worker alone: where something has waited too long, and its end. One community in one transaction.
create or replace function access.communities_waiting() returns setof uuid language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select distinct r.community_id from public.referral r where r.state in ('sent', 'awaiting_consent')
$$;
create or replace function access.expire_referrals(community uuid) returns int
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare late uuid; ended int := 0;
begin
  perform access.begin_in(expire_referrals.community);
  for late in
    select r.id from public.referral r
    join public.school s on s.community_id = r.community_id and s.id = r.school_id
    cross join lateral access.referral_days(s.district_id) d
    where r.community_id = expire_referrals.community and r.state in ('sent', 'awaiting_consent')
      and access.local_day(r.community_id, r.changed_at) <= access.today() - d.expire_after
    order by r.id for update of r skip locked loop
    perform access.step_referral(late, 'expired');
    ended := ended + 1;
  end loop;
  return ended;
end $$;
grant execute on function access.communities_waiting(), access.expire_referrals(uuid) to concentric_worker;

-- Whom an organization serves today, or has been asked to serve: a referral that is sent opens the request alone.
create or replace view access.served as
  select x.community_id, x.organization_id, x.student_id, bool_or(x.is_served) as is_served, min(x.since) filter (where x.is_served) as since
  from (
    select r.community_id, r.organization_id, r.student_id, r.state <> 'sent' as is_served, (r.changed_at at time zone c.time_zone)::date as since
    from public.referral r join public.community c on c.community_id = r.community_id where r.state in ('sent', 'accepted', 'waitlisted', 'started')
    union all
    select p.community_id, p.organization_id, p.student_id, true, p.from_on from public.participation p
    where p.stage in ('enrolled', 'active') and p.from_on <= access.today() and (p.until_on is null or p.until_on >= access.today())
  ) x group by 1, 2, 3;
