import { sql } from '#platform/database.ts'
import type { Address, NewAddress, NewRestriction, OptOut, Restriction } from './contract.ts'

export const listRestrictions = (student: string) => sql<Restriction>`
  select r.id, r.person_id as "personId", coalesce(f.name, '') as "personName", r.kind, r.description, r.document,
    r.from_on as "fromOn", r.until_on as "untilOn",
    case when r.until_on < (select access.today()) then 'ended' when r.from_on > (select access.today()) then 'future' else 'holds' end as standing
  from contact_restriction r left join access.family_of(${student}) f on f.person_id = r.person_id
  where r.community_id = (select access.community()) and r.student_id = ${student}
  order by coalesce(r.until_on, 'infinity'::date) desc, r.from_on desc, r.id`

export const listFamily = (student: string) => sql<{ id: string; name: string }>`
  select person_id as id, name from access.family_of(${student})
  union select c.person_id, c.name from student_contact c where c.community_id = (select access.community()) and c.student_id = ${student}
  order by 2, 1`

export const listAddresses = (student: string) => sql<Address>`
  select a.person_id as "personId", coalesce(c.name, '') as "personName", a.address
  from student_address a
  left join student_contact c on c.community_id = a.community_id and c.student_id = a.student_id and c.person_id = a.person_id
  where a.community_id = (select access.community()) and a.student_id = ${student} order by 2, 1`

export const listOptOuts = (student: string) => sql<OptOut>`
  select o.id, o.giver_kind as "giverKind", o.given_at as "givenAt", o.withdrawn_at as "withdrawnAt",
    o.giver_id = (select access.person()) as "isMine"
  from directory_opt_out o
  where o.community_id = (select access.community()) and o.student_id = ${student} order by o.given_at desc`

export const enterRestriction = (student: string, r: NewRestriction) => sql<{ id: string }>`
  select act.enter_restriction(${student}, ${r.personId}, ${r.kind}, ${r.description}, ${r.document}, ${r.fromOn}::date, ${r.untilOn ?? null}::date) as id`
export const endRestriction = (id: string, untilOn: string) => sql`select act.end_restriction(${id}, ${untilOn}::date)`
export const setAddress = (student: string, a: NewAddress) =>
  sql`select act.set_address(${student}, ${a.personId}, ${a.address})`
export const optOutOfDirectory = (student: string) =>
  sql<{
    id: string
  }>`select act.opt_out_of_directory(${student}) as id`
export const endDirectoryOptOut = (id: string) => sql`select act.end_directory_opt_out(${id})`
