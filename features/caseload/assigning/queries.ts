import { sql } from '#platform/database.ts'
import type { Assignable, Assignment, Caseload, Choice } from './contract.ts'

export const listCaseloads = () => sql<Caseload>`
  select school_id as "schoolId", school_name as "schoolName", membership_id as "membershipId", person_name as "personName",
    is_mine as "isMine", students
  from access.list_caseloads()`

/** The students of a school with the coordinator that each has; the same rows that the student list shows. */
export const listAssignable = (school: string) => sql<Assignable>`
  select s.id, s.given_name as "givenName", s.family_name as "familyName", s.grade_level as "gradeLevel", l.membership_id as "membershipId"
  from student s
  left join access.list_caseload_students(${school}) l on l.student_id = s.id
  where s.community_id = (select access.community())
    and (s.access_school_id = ${school} or exists (select from enrollment e where e.community_id = s.community_id and e.student_id = s.id
      and e.school_id = ${school} and e.entry_on <= (select access.today()) and (e.exit_on is null or e.exit_on >= (select access.today()))))
  order by s.grade_level, s.family_name, s.given_name, s.id`

export const listClasses = (school: string) => sql<{ id: string; title: string }>`
  select c.id, c.title from class c
  where c.community_id = (select access.community()) and c.school_id = ${school}
    and (c.starts_on is null or c.starts_on <= (select access.today())) and (c.ends_on is null or c.ends_on >= (select access.today()))
  order by c.title, c.id`

export const assign = (school: string, coordinator: string | null, choice: Choice) => sql<Assignment>`
  select assignment as id, moved from act.assign_caseload(${school}, ${coordinator}, ${JSON.stringify(choice)})`

export const undoAssignment = (id: string) => sql<{ students: number }>`select act.undo_assignment(${id}) as students`
