import { sql } from '#platform/database.ts'

// For the owner only, while the demo is loaded.

export const findImportedPerson = (community: string, externalId: string) => sql<{ id: string }>`
  select id from person where community_id = ${community} and external_id = ${externalId}`

export const findSchools = (community: string) => sql<{ id: string; externalId: string }>`
  select id, external_id as "externalId" from school where community_id = ${community}`

export const findStudentByNumber = (community: string, externalId: string) => sql<{ id: string }>`
  select id from student where community_id = ${community} and external_id = ${externalId}`

/** The proposals of the files for one person: dropped, since the demo gives the cast its roles itself. */
export const dropProposals = (community: string, person: string) => sql`
  delete from membership where community_id = ${community} and person_id = ${person} and approved_at is null`

/** Guardians whom the files propose are approved, but for a few whom the data steward still has to look at. */
export const approveGuardians = (community: string, steward: string, left: number) => sql`
  update guardianship g set approved_at = now(), approved_by = ${steward}
  where g.community_id = ${community} and g.approved_at is null and g.until_on is null
    and g.id not in (
      select x.id from guardianship x join student s on s.community_id = x.community_id and s.id = x.student_id
      where x.community_id = ${community} and s.external_id > '000200' order by s.external_id desc limit ${left})`

export const letStudentSignIn = (community: string, student: string, person: string) => sql`
  update student set person_id = ${person} where community_id = ${community} and id = ${student}`

export const insertOrganization = (
  community: string,
  name: string,
  sector: string,
  partnerLevel: string | null,
) => sql<{ id: string }>`
  insert into organization (community_id, name, sector, partner_level) values (${community}, ${name}, ${sector}, ${partnerLevel}) returning id`

export const findService = (name: string) => sql<{ id: string; organizationId: string }>`
  select id, organization_id as "organizationId" from service where community_id = (select access.community()) and name = ${name}`

export const findOrganization = (name: string) => sql<{ id: string }>`
  select id from organization where community_id = (select access.community()) and name = ${name}`

export const findStudentNamed = (given: string, family: string) => sql<{ id: string }>`
  select id from student where community_id = (select access.community()) and given_name = ${given} and family_name = ${family}`

export const findReferralOf = (student: string) => sql<{ id: string }>`
  select id from referral where community_id = (select access.community()) and student_id = ${student} order by created_at desc limit 1`

export const findDay = (fromToday: number) => sql<{ day: string }>`
  select ((select access.today()) + ${fromToday}::int)::text as day`
