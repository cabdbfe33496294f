import { sql } from '#platform/database.ts'
import type { ServiceFacts, StudentFacts } from './fit.ts'

export type FoundStudent = StudentFacts & { mayRefer: boolean }
export type FoundService = ServiceFacts & {
  serviceId: string
  name: string
  organizationId: string
  organizationName: string
}

/** What decides about services, as far as it is open to the reader: a coordinator does not read birth dates or languages at home. */
export const findStudentFacts = (id: string) => sql<FoundStudent>`
  select s.grade_level as "gradeLevel", s.access_school_id as "schoolId",
    extract(year from age((select access.today()), d.birth_date))::float8 as age,
    case when d.home_language is not null then array[d.home_language] end as languages,
    (select jsonb_build_object('latitude', l.latitude::float8, 'longitude', l.longitude::float8) from location l
      where l.community_id = s.community_id and l.school_id = s.access_school_id and l.latitude is not null order by l.id limit 1) as place,
    (select access.hat_kind()) = 'membership' and coalesce((select h.may_write from access.held(${id}) h where h.element = 'referrals'), false)
      and (select access.role()) <> 'partner_worker' as "mayRefer"
  from student s
  left join student_demographics d on d.community_id = s.community_id and d.student_id = s.id
  where s.community_id = (select access.community()) and s.id = ${id}`

/** Every service of the community with what decides about it; the agreement is one in force with the student's district. */
export const listServiceFacts = (student: string) => sql<FoundService>`
  with standing as (
    select a.organization_id from agreement a
    join student s on s.community_id = a.community_id and s.id = ${student}
    where a.community_id = (select access.community()) and a.district_id = s.district_id and a.basis <> 'directory_information'
      and a.from_on <= (select access.today()) and a.until_on >= (select access.today())
      and (a.terminated_on is null or a.terminated_on > (select access.today()))
      and 2 = (select count(*) from agreement_signature g where g.community_id = a.community_id and g.agreement_id = a.id)
  ), place as (
    select sl.service_id, jsonb_agg(jsonb_build_object('latitude', l.latitude::float8, 'longitude', l.longitude::float8) order by l.id) as places
    from service_location sl join location l on l.community_id = sl.community_id and l.id = sl.location_id
    where sl.community_id = (select access.community()) and l.latitude is not null group by sl.service_id
  ), taker as (
    select c.service_id, array_agg(c.school_id::text) as schools from service_school c
    where c.community_id = (select access.community()) group by c.service_id
  )
  select s.id as "serviceId", s.name, o.id as "organizationId", o.name as "organizationName", s.status, s.takes_referrals as "takesReferrals",
    s.is_accepting as "isAccepting", o.id in (select organization_id from standing) as "hasAgreement", s.need_domains as "needDomains",
    s.grade_levels as "gradeLevels", s.min_age::float8 as "minAge", s.max_age::float8 as "maxAge", coalesce(t.schools, '{}') as "schoolIds",
    s.languages, coalesce(p.places, '[]') as places, x.open as "openPlaces", s.cost, s.evidence_tier as "evidenceTier",
    (extract(epoch from now() - s.last_confirmed_at) / 86400)::int as "daysSinceConfirmed"
  from service s
  join organization o on o.community_id = s.community_id and o.id = s.organization_id
  left join place p on p.service_id = s.id
  left join taker t on t.service_id = s.id
  left join access.list_open_places() x on x.service_id = s.id
  where s.community_id = (select access.community())`
