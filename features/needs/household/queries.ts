import { sql } from '#platform/database.ts'
import type { MaybeMember, Member, NewMember, Sibling } from './contract.ts'

/** Students of the same household whom the reader may know of: their own rows decide. */
export const listSiblings = (student: string) => sql<Sibling>`
  select s.id as "studentId", concat_ws(' ', coalesce(nullif(s.preferred_name, ''), s.given_name), s.family_name) as name,
    s.grade_level as "gradeLevel", sc.name as "schoolName"
  from household_student h
  join household_student o on o.community_id = h.community_id and o.household_id = h.household_id and o.student_id <> h.student_id
  join student s on s.community_id = o.community_id and s.id = o.student_id
  left join school sc on sc.community_id = s.community_id and sc.id = s.access_school_id
  where h.community_id = (select access.community()) and h.student_id = ${student} order by s.grade_level desc nulls last, s.given_name`

/** Who share a guardian on file, of those whom the reader may know, and are in no household together. */
export const listMaybeSiblings = (student: string) => sql<Sibling>`
  select distinct s.id as "studentId", concat_ws(' ', coalesce(nullif(s.preferred_name, ''), s.given_name), s.family_name) as name,
    s.grade_level as "gradeLevel", sc.name as "schoolName"
  from guardianship g
  join guardianship o on o.community_id = g.community_id and o.person_id = g.person_id and o.student_id <> g.student_id
  join student s on s.community_id = o.community_id and s.id = o.student_id
  left join school sc on sc.community_id = s.community_id and sc.id = s.access_school_id
  where g.community_id = (select access.community()) and g.student_id = ${student}
    and not exists (select from household_student a join household_student b on b.community_id = a.community_id and b.household_id = a.household_id
      where a.community_id = g.community_id and a.student_id = g.student_id and b.student_id = s.id)
  order by 2`

export const listMembers = (student: string) => sql<Member>`
  select m.id, m.kind, m.person_id as "personId", m.name, m.relation, m.birth_year as "birthYear", m.student_id as "studentId"
  from household_member m
  where m.community_id = (select access.community()) and m.ended_on is null and (m.student_id = ${student} or m.student_id in (
    select o.student_id from household_student h join household_student o on o.community_id = h.community_id and o.household_id = h.household_id
    where h.community_id = (select access.community()) and h.student_id = ${student}))
  order by m.student_id <> ${student}, m.kind, m.written_at, m.id`

/** Contacts on file of whom nobody has said that they live here. */
export const listMaybeMembers = (student: string) => sql<MaybeMember>`
  select c.person_id as "personId", c.name, c.relation from student_contact c
  where c.community_id = (select access.community()) and c.student_id = ${student}
    and not exists (select from household_member m where m.community_id = c.community_id and m.student_id = c.student_id and m.person_id = c.person_id)
  order by c.is_primary desc, c.name`

export const findMayWrite = (student: string) => sql<{ mayWrite: boolean }>`
  select h.may_write and (select access.hat_kind()) = 'membership' and not ${student}::uuid = any ((select access.confidential_students())::uuid[]) as "mayWrite"
  from access.held(${student}) h where h.element = 'household'`

export const joinHousehold = (student: string, sibling: string) =>
  sql`select act.join_household(${student}, ${sibling})`
export const leaveHousehold = (student: string) => sql`select act.leave_household(${student})`
export const addMember = (student: string, m: NewMember) => sql<{ id: string }>`
  select act.add_household_member(${student}, ${m.kind}, ${m.personId}, ${m.name}, ${m.relation}, ${m.birthYear}::int) as id`
export const endMember = (member: string) => sql`select act.end_household_member(${member})`
