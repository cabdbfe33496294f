import { sql } from '#platform/database.ts'
import type { Participant, Referral } from './contract.ts'

/** The referrals that the reader may see: of one student, or (null) all, newest first. A partner's page is its opening. */
export const listReferrals = (student: string | null, limit = 200, offset = 0) => sql<
  Referral & { createdOn: string; changedOn: string }
>`
  select r.id, r.student_id as "studentId", nullif(concat_ws(' ', st.given_name, st.family_name), '') as "studentName", sc.name as "schoolName",
    r.organization_id as "organizationId", o.name as "organizationName", r.service_id as "serviceId", s.name as "serviceName",
    r.request, r.state, r.decline_reason as "declineReason", r.reason_text as "reasonText",
    r.created_at as "createdAt", r.changed_at as "changedAt", nullif(concat_ws(' ', p.given_name, p.family_name), '') as "authorName",
    (r.created_at at time zone c.time_zone)::date as "createdOn", (r.changed_at at time zone c.time_zone)::date as "changedOn"
  from referral r
  join community c on c.community_id = r.community_id
  join organization o on o.community_id = r.community_id and o.id = r.organization_id
  join service s on s.community_id = r.community_id and s.id = r.service_id
  left join student st on st.community_id = r.community_id and st.id = r.student_id
  left join school sc on sc.community_id = r.community_id and sc.id = r.school_id
  left join person p on p.community_id = r.community_id and p.id = r.author_id
  where r.community_id = (select access.community()) and (${student}::uuid is null or r.student_id = ${student}::uuid)
  order by r.changed_at desc, r.id
  limit case when (select access.role()) = 'partner_worker' then null else ${limit}::int end
  offset case when (select access.role()) = 'partner_worker' then 0 else ${offset}::int end`

export const refer = (student: string, service: string, request: string) => sql<{ id: string }>`
  select act.refer(${student}, ${service}, ${request}) as id`

export const answerReferral = (id: string, accept: boolean, reason: string | null, text: string | null) => sql`
  select act.answer_referral(${id}, ${accept}, ${reason}, ${text})`

export const endReferral = (id: string, state: string, reason: string | null) => sql`
  select act.end_referral(${id}, ${state}, ${reason})`

/** Whom the reader's organization serves. A partner's page is its opening. */
export const listParticipants = (limit = 200, offset = 0) => sql<Participant>`
  select p.student_id as "studentId", nullif(concat_ws(' ', st.given_name, st.family_name), '') as "studentName", s.name as "serviceName",
    p.stage, p.from_on as "fromOn"
  from participation p
  join service s on s.community_id = p.community_id and s.id = p.service_id
  left join student st on st.community_id = p.community_id and st.id = p.student_id
  where p.community_id = (select access.community()) and p.stage in ('enrolled', 'active', 'waitlisted')
    and (p.until_on is null or p.until_on >= (select access.today()))
  order by 2 nulls last, p.from_on desc, p.id
  limit case when (select access.role()) = 'partner_worker' then null else ${limit}::int end
  offset case when (select access.role()) = 'partner_worker' then 0 else ${offset}::int end`
