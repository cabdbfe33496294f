import { sql } from '#platform/database.ts'
import type { Found } from './contract.ts'

const some = 8
const few = 4

/** Who has this very number first, then whose given, preferred or family name begins so, then the others by name. */
export const findStudents = (patterns: string[], typed: string) => sql<Found['students'][number]>`
  select s.id, concat_ws(' ', s.given_name, s.family_name) as name, s.external_id as "externalId", sc.name as "schoolName"
  from student s left join school sc on sc.community_id = s.community_id and sc.id = s.access_school_id
  where s.community_id = (select access.community())
    and access.plain(concat_ws(' ', s.given_name, s.preferred_name, s.family_name, s.external_id)) like all (${patterns}::text[])
  order by
    case when s.external_id = ${typed} then 0
      when access.plain(s.family_name) like substr((${patterns}::text[])[1], 2) or access.plain(s.given_name) like substr((${patterns}::text[])[1], 2)
        or access.plain(s.preferred_name) like substr((${patterns}::text[])[1], 2) then 1 else 2 end,
    s.family_name, s.given_name, s.id
  limit ${some}`

export const findOrganizations = (patterns: string[]) => sql<Found['organizations'][number]>`
  select id, name from organization
  where community_id = (select access.community()) and access.plain(name) like all (${patterns}::text[]) order by name limit ${few}`

export const findServices = (patterns: string[]) => sql<Found['services'][number]>`
  select s.id, s.name, o.name as "organizationName"
  from service s join organization o on o.community_id = s.community_id and o.id = s.organization_id
  where s.community_id = (select access.community()) and access.plain(concat_ws(' ', s.name, s.description)) like all (${patterns}::text[])
  order by s.name, s.id limit ${few}`

export const findAgreements = (patterns: string[]) => sql<Found['agreements'][number]>`
  select a.id, a.number, a.title, o.name as "organizationName"
  from agreement a join organization o on o.community_id = a.community_id and o.id = a.organization_id
  where a.community_id = (select access.community()) and access.plain(concat_ws(' ', a.number, a.title, o.name)) like all (${patterns}::text[])
  order by a.title, a.id limit ${few}`
