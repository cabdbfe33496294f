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
  -- A partner's answer to a referral that one wrote, or of a student on one's own caseload; that the family withdrew it, or that it expired.
  select 'referral ' || e.id, 'referral', e.at, r.student_id, o.name, e.state
  from place join public.referral_event e on e.community_id = place.community_id and e.at > place.since
    and (e.author_kind = 'partner' and e.state in ('accepted', 'waitlisted', 'declined', 'started', 'completed', 'ended_early')
      or e.author_kind in ('guardian', 'student') and e.state = 'withdrawn' or e.state = 'expired')
  join public.referral r on r.community_id = e.community_id and r.id = e.referral_id
  join public.organization o on o.community_id = r.community_id and o.id = r.organization_id
  where access.role() <> 'partner_worker' and (r.author_id = access.person() or r.student_id in (select access.my_caseload()))
    and (r.access_school_id = any (access.schools('referrals')) or r.student_id = any (access.students('referrals')))
  union all
  -- The family's word on the outcome of such a referral.
  select 'word ' || w.id, 'word', w.said_at, r.student_id, o.name, w.got_help
  from place join public.referral_word w on w.community_id = place.community_id and w.said_at > place.since
  join public.referral r on r.community_id = w.community_id and r.id = w.referral_id
  join public.organization o on o.community_id = r.community_id and o.id = r.organization_id
  where (r.author_id = access.person() or r.student_id in (select access.my_caseload()))
    and (w.access_school_id = any (access.schools('referrals')) or w.student_id = any (access.students('referrals')))
  union all
  -- A referral that nobody has answered for as many days as the district allows: for whoever wrote it, and for the organization that was
  -- asked. The organization is not told whom it is about.
  select 'unanswered ' || r.id || ' ' || asked.on_date, 'unanswered', (asked.on_date + d.remind_after)::timestamp at time zone place.time_zone,
    case when access.role() <> 'partner_worker' then r.student_id end, case when access.role() = 'partner_worker' then v.name else o.name end, null
  from place join public.referral r on r.community_id = place.community_id and r.state = 'sent'
  join public.school s on s.community_id = r.community_id and s.id = r.school_id
  join public.organization o on o.community_id = r.community_id and o.id = r.organization_id
  join public.service v on v.community_id = r.community_id and v.id = r.service_id
  cross join lateral access.referral_days(s.district_id) d
  cross join lateral (select access.local_day(r.community_id, r.changed_at) as on_date) asked
  where asked.on_date + d.remind_after between access.today() - 30 and access.today()
    and case when access.role() = 'partner_worker' then r.organization_id = access.organization() and exists (select from access.outside_right x
        where x.community_id = r.community_id and x.hat_id = access.hat_id() and x.student_id = r.student_id and x.element = 'referrals')
      else (r.author_id = access.person() or r.student_id in (select access.my_caseload()))
        and (r.access_school_id = any (access.schools('referrals')) or r.student_id = any (access.students('referrals'))) end
  union all
  -- Somebody else's message on a referral that one wrote, or of a student on one's own caseload; for the organization, one of the school's.
  select 'message ' || m.id, 'message', m.written_at, case when access.role() <> 'partner_worker' then r.student_id end, o.name, null
  from place join public.referral_message m on m.community_id = place.community_id and m.written_at > place.since and m.author_id <> access.person()
  join public.referral r on r.community_id = m.community_id and r.id = m.referral_id
  join public.organization o on o.community_id = r.community_id and o.id = r.organization_id
  where case when access.role() = 'partner_worker' then m.author_kind = 'staff' and not m.is_in_error and m.organization_id = access.organization()
      and exists (select from access.outside_right x where x.community_id = r.community_id and x.hat_id = access.hat_id() and x.student_id = r.student_id and x.element = 'referrals')
    else (r.author_id = access.person() or r.student_id in (select access.my_caseload()))
      and (m.access_school_id = any (access.schools('referrals')) or m.student_id = any (access.students('referrals'))) end
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
  -- The answer to a question of one's own about a fact, while one may know of the question.
  select 'correction ' || r.id, 'correction', r.answered_at, r.student_id, r.fact, r.answer
  from place join public.correction_request r on r.community_id = place.community_id and r.asked_by = access.person() and r.answered_at > place.since
  where r.asker_kind = 'staff' and access.may_know_of(r)
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

-- The daily mail, for the worker alone. Whom to look at: accounts that want it, at the hour that each has chosen (in the time of the community)
-- or later that day, once a day.
create or replace function access.due_daily_mails() returns table (account_id uuid, community_id uuid, locale text, hats uuid[])
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select a.id, c.community_id, a.locale, array(select m.id from public.membership m where m.community_id = c.community_id and m.person_id = ap.person_id
    and m.approved_at is not null and m.withdrawn_at is null)
  from platform.account a
  join platform.account_person ap on ap.account_id = a.id
  join public.community c on c.community_id = ap.community_id
  where a.wants_daily_mail and a.disabled_at is null and not a.is_operator
    and extract(hour from now() at time zone c.time_zone) >= a.daily_mail_hour
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
