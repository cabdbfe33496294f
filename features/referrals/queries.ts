import { sql } from '#platform/database.ts'
import type { FamilyWord, Participant, Referral, ReferralEvent, ReferralRule, Step } from './contract.ts'

/** The referrals that the reader may see: of one student, or (null) all, newest first. A partner's page is its opening. */
export const listReferrals = (student: string | null, limit = 200, offset = 0) => sql<
  Referral & { createdOn: string; changedOn: string }
>`
  select r.id, r.student_id as "studentId", nullif(concat_ws(' ', st.given_name, st.family_name), '') as "studentName", sc.name as "schoolName",
    r.organization_id as "organizationId", o.name as "organizationName", r.service_id as "serviceId", s.name as "serviceName",
    r.request, r.state, r.decline_reason as "declineReason", r.reason_text as "reasonText",
    r.created_at as "createdAt", r.changed_at as "changedAt", nullif(concat_ws(' ', p.given_name, p.family_name), '') as "authorName",
    w.got_help as "gotHelp", w.body as "familyWords",
    (r.created_at at time zone c.time_zone)::date as "createdOn", (r.changed_at at time zone c.time_zone)::date as "changedOn"
  from referral r
  join community c on c.community_id = r.community_id
  join organization o on o.community_id = r.community_id and o.id = r.organization_id
  join service s on s.community_id = r.community_id and s.id = r.service_id
  left join student st on st.community_id = r.community_id and st.id = r.student_id
  left join school sc on sc.community_id = r.community_id and sc.id = r.school_id
  left join person p on p.community_id = r.community_id and p.id = r.author_id
  left join lateral (select x.got_help, x.body from referral_word x where x.community_id = r.community_id and x.referral_id = r.id
    order by x.said_at desc, x.id desc limit 1) w on true
  where r.community_id = (select access.community()) and (${student}::uuid is null or r.student_id = ${student}::uuid)
  order by r.changed_at desc, r.id
  limit case when (select access.role()) = 'partner_worker' then null else ${limit}::int end
  offset case when (select access.role()) = 'partner_worker' then 0 else ${offset}::int end`

export const refer = (student: string, service: string, request: string, isDraft = false) => sql<{ id: string }>`
  select act.refer(${student}, ${service}, ${request}, ${isDraft}) as id`

export const sendDraft = (id: string, request: string) => sql`select act.send_draft(${id}, ${request})`

export const answerReferral = (
  id: string,
  accept: boolean,
  reason: string | null,
  text: string | null,
  waits = false,
) => sql`
  select act.answer_referral(${id}, ${accept}, ${reason}, ${text}, ${waits})`

export const moveReferral = (id: string, { state, reason }: Step) => sql`
  select act.move_referral(${id}, ${state}, ${reason ?? null})`

export const sayOutcome = (id: string, { gotHelp, words }: FamilyWord) => sql<{ id: string }>`
  select act.say_outcome(${id}, ${gotHelp}, ${words ?? ''}) as id`

/** What happened to one referral, oldest first. A partner is not told who of the family did something: a name is the student's. */
export const listReferralEvents = (id: string) => sql<ReferralEvent>`
  select e.id, e.at, e.state, e.reason, e.author_kind as side,
    case when (select access.role()) <> 'partner_worker' or e.author_kind in ('staff', 'partner')
      then nullif(concat_ws(' ', p.given_name, p.family_name), '') end as "personName"
  from referral_event e left join person p on p.community_id = e.community_id and p.id = e.person_id
  where e.community_id = (select access.community()) and e.referral_id = ${id}
  union all
  select w.id, w.said_at, 'word', concat_ws(': ', w.got_help, nullif(w.body, '')), w.author_kind, nullif(concat_ws(' ', p.given_name, p.family_name), '')
  from referral_word w left join person p on p.community_id = w.community_id and p.id = w.author_id
  where w.community_id = (select access.community()) and w.referral_id = ${id}
  order by 2, 1`

export const findReferralRule = () => sql<ReferralRule>`
  select d.remind_after as "remindAfterDays", d.expire_after as "expireAfterDays", coalesce(r.version, 0) as version
  from access.referral_days((select access.district())) d
  left join referral_rule r on r.community_id = (select access.community()) and r.district_id = (select access.district())`

export const setReferralRule = (rule: ReferralRule) => sql`
  select act.set_referral_rule(${rule.version}, ${rule.remindAfterDays}, ${rule.expireAfterDays})`

export const listCommunitiesWaiting = () => sql<{ community: string }>`
  select access.communities_waiting() as community`

export const expireReferrals = (community: string) => sql<{ ended: number }>`
  select access.expire_referrals(${community}) as ended`

/** Whom the reader's organization serves. A partner's page is its opening. */
export const listParticipants = (limit = 200, offset = 0) => sql<Participant>`
  select p.student_id as "studentId", nullif(concat_ws(' ', st.given_name, st.family_name), '') as "studentName", s.name as "serviceName",
    p.stage, p.from_on as "fromOn", p.id as "participationId", p.service_id as "serviceId", l.is_in_school_time as "isInSchoolTime",
    p.promised_sessions as "promisedSessions", p.promised_minutes as "promisedMinutes", l.sessions, l.last_on as "lastOn"
  from participation p
  join service s on s.community_id = p.community_id and s.id = p.service_id
  left join student st on st.community_id = p.community_id and st.id = p.student_id
  cross join lateral (select count(*)::int as sessions, max(x.on_date) as last_on, (array_agg(x.is_in_school_time order by x.on_date desc))[1] as is_in_school_time
    from service_log x where x.community_id = p.community_id and x.participation_id = p.id and x.attendance = 'present' and x.in_error_at is null) l
  where p.community_id = (select access.community()) and p.stage in ('enrolled', 'active', 'waitlisted')
    and (p.until_on is null or p.until_on >= (select access.today()))
  order by 2 nulls last, p.from_on desc, p.id
  limit case when (select access.role()) = 'partner_worker' then null else ${limit}::int end
  offset case when (select access.role()) = 'partner_worker' then 0 else ${offset}::int end`
