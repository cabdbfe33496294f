import { sql } from '#platform/database.ts'
import type {
  AssessmentResult,
  AttendanceDay,
  CollegeEvent,
  Contact,
  Demographics,
  DisciplineAction,
  EnrollmentSpan,
  Grade,
  Incident,
  Note,
  RestrictedNote,
  StudentName,
  Writing,
} from './contract.ts'

export const findStudent = (id: string) => sql<StudentName>`
  select s.id, s.external_id as "externalId", s.given_name as "givenName", s.middle_name as "middleName", s.family_name as "familyName",
    s.preferred_name as "preferredName", s.grade_level as "gradeLevel", sc.name as "schoolName"
  from student s left join school sc on sc.community_id = s.community_id and sc.id = s.access_school_id
  where s.community_id = (select access.community()) and s.id = ${id}`

/** Which elements the reader holds for this student, and which of them may be written. */
export const listHeldElements = (id: string) => sql<{ element: string; mayWrite: boolean }>`
  select element, may_write as "mayWrite" from access.held(${id})`

export const findDemographics = (id: string) => sql<Demographics>`
  select birth_date as "birthDate", sex, races, is_hispanic as "isHispanic", home_language as "homeLanguage"
  from student_demographics where community_id = (select access.community()) and student_id = ${id}`

export const listEnrollments = (id: string) => sql<EnrollmentSpan>`
  select sc.name as "schoolName", e.entry_on as "entryOn", e.exit_on as "exitOn", e.grade_level as "gradeLevel"
  from enrollment e left join school sc on sc.community_id = e.community_id and sc.id = e.school_id
  where e.community_id = (select access.community()) and e.student_id = ${id} order by e.entry_on`

export const listContacts = (id: string) => sql<Contact>`
  select id, name, relation, phone, email, language, is_primary as "isPrimary"
  from student_contact where community_id = (select access.community()) and student_id = ${id} order by is_primary desc, name`

export const listAttendance = (id: string) => sql<AttendanceDay>`
  select a.on_date as "on", a.code, a.duration, sc.name as "schoolName"
  from attendance_event a left join school sc on sc.community_id = a.community_id and sc.id = a.school_id
  where a.community_id = (select access.community()) and a.student_id = ${id} order by a.on_date`

/** The days of school while the student was enrolled, across calendars, of the last twelve months of the calendar. */
export const listSchoolDays = (id: string) => sql<{ on: string }>`
  select distinct d.on_date as "on"
  from enrollment e
  join calendar_date d on d.community_id = e.community_id and d.school_id = e.school_id and d.is_instructional
    and d.on_date between e.entry_on and coalesce(e.exit_on, 'infinity'::date)
  where e.community_id = (select access.community()) and e.student_id = ${id}
    and d.on_date > (select max(x.on_date) - 330 from calendar_date x where x.community_id = (select access.community()) and x.is_instructional)
  order by 1`

export const listIncidents = (id: string) => sql<Incident>`
  select on_date as "on", behavior, participation from behavior_incident
  where community_id = (select access.community()) and student_id = ${id} order by on_date`

export const listActions = (id: string) => sql<DisciplineAction>`
  select on_date as "on", action, days from discipline_action
  where community_id = (select access.community()) and student_id = ${id} order by on_date`

export const listGrades = (id: string) => sql<Grade>`
  select course_title as "courseTitle", subject, term_title as "termTitle", term_ends_on as "termEndsOn", grade_type as "gradeType",
    numeric_grade as "numericGrade", letter_grade as "letterGrade"
  from grade where community_id = (select access.community()) and student_id = ${id}
  order by course_title, term_ends_on, grade_type`

export const listAssessments = (id: string) => sql<AssessmentResult>`
  select a.assessment, a.vendor, a.subject, a.taken_on as "on", a.score, a.level, o.source_name as "sourceName", o.applied_at as "importedAt"
  from assessment_result a left join lateral access.origin_of(a.changed_by_import) o on true
  where a.community_id = (select access.community()) and a.student_id = ${id} order by a.taken_on desc, a.assessment, a.subject`

export const listCollegeAccess = (id: string) => sql<CollegeEvent>`
  select event, on_date as "on", institution, detail from college_access_event
  where community_id = (select access.community()) and student_id = ${id} order by on_date`

export const listNotes = (id: string) => sql<Note>`
  select w.id, w.body, concat_ws(' ', p.given_name, p.family_name) as "authorName", w.author_kind as "authorKind", w.written_at as "writtenAt",
    null as domain, null as status, w.kind, w.happened_on as "happenedOn", w.revision, w.changed_at as "changedAt",
    w.in_error_at as "inErrorAt", w.author_id = (select access.person()) as "isMine"
  from note w left join person p on p.community_id = w.community_id and p.id = w.author_id
  where w.community_id = (select access.community()) and w.student_id = ${id} order by coalesce(w.happened_on, w.written_at::date) desc, w.written_at desc`

/** That there are restricted notes, by whom and when: never what they say. */
export const listRestrictedNotes = (id: string) => sql<RestrictedNote>`
  select w.id, concat_ws(' ', p.given_name, p.family_name) as "authorName", w.kind, w.happened_on as "happenedOn", w.written_at as "writtenAt",
    w.in_error_at as "inErrorAt", w.author_id = (select access.person()) as "isMine"
  from restricted_note w left join person p on p.community_id = w.community_id and p.id = w.author_id
  where w.community_id = (select access.community()) and w.student_id = ${id} order by w.written_at desc`

export const listNeeds = (id: string) => sql<Writing>`
  select w.id, w.body, concat_ws(' ', p.given_name, p.family_name) as "authorName", w.author_kind as "authorKind", w.written_at as "writtenAt",
    w.domain, w.status
  from need w left join person p on p.community_id = w.community_id and p.id = w.author_id
  where w.community_id = (select access.community()) and w.student_id = ${id}
    and w.status not in ('not_needed', 'in_error') order by w.written_at desc`

export const listStrengths = (id: string) => sql<Writing>`
  select w.id, w.body, concat_ws(' ', p.given_name, p.family_name) as "authorName", w.author_kind as "authorKind", w.written_at as "writtenAt",
    null as domain, null as status
  from strength w left join person p on p.community_id = w.community_id and p.id = w.author_id
  where w.community_id = (select access.community()) and w.student_id = ${id} order by w.written_at desc`

export const listVoice = (id: string) => sql<Writing>`
  select w.id, w.body, concat_ws(' ', p.given_name, p.family_name) as "authorName", w.author_kind as "authorKind", w.written_at as "writtenAt",
    null as domain, null as status
  from student_voice w left join person p on p.community_id = w.community_id and p.id = w.author_id
  where w.community_id = (select access.community()) and w.student_id = ${id} order by w.written_at desc`

export const write = (element: string, student: string, body: string, domain: string | null) => sql<{ id: string }>`
  select act.write(${element}, ${student}, ${body}, ${domain}) as id`
