import { sql } from '#platform/database.ts'
import type { CourseSubjects, DayRule } from './contract.ts'

export const findDayRule = () => sql<DayRule>`
  select version, half_from::float as "halfFrom", whole_from::float as "wholeFrom", half_minutes as "halfMinutes", whole_minutes as "wholeMinutes",
    half_classes as "halfClasses", whole_classes as "wholeClasses"
  from attendance_rule where community_id = (select access.community())`

export const setDayRule = ({ version, ...rule }: DayRule) => sql<{ version: number }>`
  select act.set_attendance_rule(${version}, ${JSON.stringify(rule)}) as version`

/** The courses of the district's grades, with what their files call their subject and what the district confirmed. */
export const listCourses = () => sql<{
  courseTitle: string
  students: number
  told: string
  confirmed: string | null
}>`
  select g.course_title as "courseTitle", count(distinct g.student_id)::int as students, mode() within group (order by g.subject) as told, m.subject as confirmed
  from grade g left join course_subject m on m.community_id = g.community_id and m.course_title = g.course_title
  where g.community_id = (select access.community()) group by g.course_title, m.subject order by lower(g.course_title), g.course_title limit 2000`

/** Answers with the import by whose facts the flags are made anew; null while there is none. */
export const setCourseSubjects = ({ subjects }: CourseSubjects) => sql<{ importId: string | null }>`
  select act.set_course_subjects(${JSON.stringify(subjects)}) as "importId"`
