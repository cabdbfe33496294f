import { sql } from '#platform/database.ts'
import type { ConsentRequest } from './contract.ts'

export const findChild = () => sql<{
  studentId: string
  name: string
  schoolName: string | null
  gradeLevel: string | null
}>`
  select s.id as "studentId", concat_ws(' ', s.given_name, s.family_name) as name, sc.name as "schoolName", s.grade_level as "gradeLevel"
  from student s left join school sc on sc.community_id = s.community_id and sc.id = s.access_school_id
  where s.community_id = (select access.community())`

/** Referrals that wait for the family, with what the agreement would let the partner see. A consent ends with the school year. */
export const listConsentRequests = () => sql<ConsentRequest>`
  select r.organization_id as "organizationId", o.name as "organizationName", s.name as "serviceName", r.request, a.purpose,
    array(select e.element from agreement_element e where e.community_id = a.community_id and e.agreement_id = a.id order by 1) as elements,
    least(a.until_on, (select access.today()) + 364, (select min(y.ends_on) from academic_session y
      where y.community_id = r.community_id and y.kind = 'school_year' and y.ends_on > (select access.today()) + 30)) as "untilOn"
  from referral r
  join organization o on o.community_id = r.community_id and o.id = r.organization_id
  join service s on s.community_id = r.community_id and s.id = r.service_id
  join agreement a on a.community_id = r.community_id and a.organization_id = r.organization_id and a.basis = 'consent'
    and a.terminated_on is null and (select access.today()) between a.from_on and a.until_on
  where r.community_id = (select access.community()) and r.state = 'awaiting_consent'
  order by r.created_at`
