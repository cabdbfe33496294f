-- Asking a partner to help. The partner reads its own organization's referrals and participations of students whom it has opened;
-- before it accepts one it sees the request, not the child's name; while the family has not consented, it sees no request.

select access.protect('referral'), access.let_read('referral',
  access.holds('referrals', 'organization_id = (select access.organization()) and state <> ''awaiting_consent'''));
-- What one guardian did with a referral is not shown to another guardian.
select access.protect('referral_event'), access.let_read('referral_event',
  '((select access.hat_kind()) <> ''guardianship'' or author_kind <> ''guardian'' or person_id = (select access.person())) and ('
  || access.holds('referrals', 'organization_id = (select access.organization()) and state <> ''awaiting_consent''') || ')');
select access.protect('participation'), access.let_read('participation', access.holds('services', 'organization_id = (select access.organization())'));

create or replace function access.log_referral(referral uuid, reason text) returns void
language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
  insert into public.referral_event (community_id, referral_id, student_id, access_school_id, organization_id, person_id, author_kind, state, reason)
  select r.community_id, r.id, r.student_id, r.access_school_id, r.organization_id, access.person(), access.author_kind(), r.state, coalesce(log_referral.reason, '')
  from public.referral r where r.community_id = access.community() and r.id = log_referral.referral
$$;

-- A referral goes out at once where the agreement or a consent allows it, and waits for the family's consent otherwise.
create or replace function act.refer(student uuid, service uuid, request text) returns uuid
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  school uuid := access.require_write('referrals', student);
  made uuid := platform.uuidv7();
  offer public.service;
begin
  if access.hat_kind() is distinct from 'membership' or access.organization() is not null and access.role() = 'partner_worker' then
    perform access.refuse('403', 'not_your_role', 'The school refers; you may ask the school for help.');
  end if;
  select s.* into offer from public.service s where s.community_id = access.community() and s.id = refer.service;
  if not found or offer.status <> 'active' then perform access.refuse('409', 'service_not_active', 'This service does not take anybody now. Choose another one.'); end if;
  if not exists (select from access.signed_agreement a where a.community_id = access.community() and a.organization_id = offer.organization_id
      and a.basis <> 'directory_information' and a.district_id = (select s.district_id from public.student s where s.community_id = access.community() and s.id = refer.student)) then
    perform access.refuse('409', 'no_agreement', 'There is no signed agreement with this organization yet. Ask your data steward for one.');
  end if;
  if exists (select from public.referral r where r.community_id = access.community() and r.student_id = refer.student and r.service_id = refer.service
      and r.state in ('awaiting_consent', 'sent', 'accepted', 'waitlisted', 'started')) then
    perform access.refuse('409', 'already_referred', 'This student has an open referral to this service already.');
  end if;
  insert into public.referral (community_id, id, student_id, access_school_id, school_id, organization_id, service_id, author_id, request, state)
  values (access.community(), made, student, school, school, offer.organization_id, offer.id, access.person(), refer.request,
    case when access.may_send(student, offer.organization_id) then 'sent' else 'awaiting_consent' end);
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

-- The partner's answer. An accepted referral begins a participation, and with it what the agreement and consent allow.
create or replace function act.answer_referral(referral uuid, accept boolean, decline_reason text default null, reason_text text default null) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare r public.referral := access.lock_referral(referral);
begin
  if access.role() is distinct from 'partner_worker' then perform access.refuse('403', 'not_your_role', 'Only the organization that was asked answers a referral.'); end if;
  if r.state <> 'sent' then perform access.refuse('409', 'already_answered', 'This referral was answered or withdrawn in the meantime. Look at it again.'); end if;
  if not accept and answer_referral.decline_reason is null then perform access.refuse('400', 'reason_needed', 'Please say why you cannot take this referral.'); end if;
  update public.referral set state = case when accept then 'accepted' else 'declined' end, changed_at = now(),
    decline_reason = case when accept then null else answer_referral.decline_reason end, reason_text = answer_referral.reason_text
  where community_id = r.community_id and id = r.id;
  if accept then
    insert into public.participation (community_id, student_id, access_school_id, organization_id, service_id, referral_id, stage, from_on)
    values (r.community_id, r.student_id, r.access_school_id, r.organization_id, r.service_id, r.id, 'enrolled', access.today());
  end if;
  perform access.log_referral(r.id, coalesce(answer_referral.decline_reason, answer_referral.reason_text));
end $$;

-- Any side may end it: the school or the family withdraws an open referral, the partner completes one or ends it early.
create or replace function act.end_referral(referral uuid, state text, reason text default null) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare r public.referral := access.lock_referral(referral);
begin
  if not (case end_referral.state
      when 'withdrawn' then access.role() <> 'partner_worker' and r.state in ('awaiting_consent', 'sent', 'accepted', 'waitlisted', 'started')
      when 'completed' then access.role() = 'partner_worker' and r.state in ('accepted', 'waitlisted', 'started')
      when 'ended_early' then access.role() = 'partner_worker' and r.state in ('accepted', 'waitlisted', 'started')
      else false end) then
    perform access.refuse('409', 'not_possible_now', 'This referral cannot be ended that way any more. Look at it again.');
  end if;
  update public.referral set state = end_referral.state, changed_at = now(), decline_reason = null, reason_text = reason where community_id = r.community_id and id = r.id;
  update public.participation p set until_on = access.today() - 1, stage = case end_referral.state when 'completed' then 'completed' else 'withdrawn' end
  where p.community_id = r.community_id and p.referral_id = r.id and p.stage in ('applied', 'waitlisted', 'enrolled', 'active');
  perform access.log_referral(r.id, reason);
end $$;
grant execute on function act.refer(uuid, uuid, text), act.answer_referral(uuid, boolean, text, text), act.end_referral(uuid, text, text) to concentric_app;

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
