import { elementAt, textAt, textOf, type Element } from './element.ts'
import { keyOf, type Known } from './known.ts'
import { codeOf } from './meaning.ts'
import type { Reader } from './reading.ts'
import type { Row } from './row.ts'
import { subjectOf } from './subject.ts'

const school = 'SchoolReference/SchoolIdentity/SchoolId'
/** In version 5 the course offering stands inside the section; before, its parts stood beside the section's own. */
const offering = 'SectionIdentity/CourseOfferingReference/CourseOfferingIdentity'

/** What a grading period is known by: school, year, and its kind, with its name or number where it has one. */
export const periodKey = (element: Element): string | null => {
  const from = elementAt(element, 'GradingPeriod')
  const kind = textOf(from) ?? (from ? textAt(from, 'CodeValue') : null)
  const name = textAt(element, 'GradingPeriodName') ?? textAt(element, 'PeriodSequence')
  const parts = [textAt(element, school), textAt(element, 'SchoolYear'), kind && codeOf(kind), name]
  return parts[0] && (parts[2] || name) ? keyOf(...parts) : null
}

const reported = (row: Row, rule: string, column: string, value: string | null, message: string) => {
  row.report('error', rule, column, value, `${message} The record is set aside.`, {
    name: column,
    written: value ?? '',
    outcome: 'record_aside',
  })
  return null
}

function periodOf(row: Row, known: Known) {
  const identity = elementAt(row.element, 'GradingPeriodReference/GradingPeriodIdentity')
  if (!identity)
    return reported(row, 'missing_element', 'GradingPeriodReference', null, 'GradingPeriodReference is missing.')
  const key = periodKey(identity)
  const found = key === null ? undefined : known.periods.get(key)
  const message =
    'No GradingPeriod with these keys and an end is in these files, so the term of the grade is not known.'
  return (
    found ??
    reported(row, 'unknown_grading_period', 'GradingPeriodReference', key?.replaceAll('\n', ' ') ?? null, message)
  )
}

function courseOf(known: Known, code: string, schoolId: string | null) {
  const offered = known.offerings.get(keyOf(code, schoolId))
  const course = known.courses.get(offered?.course ?? code)
  const title = offered?.title ?? course?.title ?? code
  return { title, subject: subjectOf(course?.subject ?? null, title) }
}

/** A mark of a student in a course and grading period. Conduct marks and exams are no grades of a course and are left out. */
export const readGrade: Reader = ({ row, known, stage, leaveOut }) => {
  const gradeType = row.requiredMeaning('gradeType', 'GradeType')
  const identity = elementAt(row.element, 'StudentSectionAssociationReference/StudentSectionAssociationIdentity')
  if (!identity) return void row.required('StudentSectionAssociationReference/StudentSectionAssociationIdentity')
  if (!row.isSetAside && gradeType === null) return leaveOut('no_grade', 'left out: their type is no mark of a course')
  const section = elementAt(identity, 'SectionReference')
  const inside = section && (elementAt(section, offering) ?? elementAt(section, 'SectionIdentity'))
  const code = inside ? row.required('LocalCourseCode', inside) : row.required('LocalCourseCode')
  const schoolExternalId = inside ? row.required(school, inside) : null
  const period = periodOf(row, known)
  const course = code === null ? null : courseOf(known, code, schoolExternalId)
  stage('grade', {
    studentExternalId: row.required('StudentReference/StudentIdentity/StudentUniqueId', identity),
    schoolExternalId,
    classExternalId: null,
    courseTitle: course?.title ?? null,
    subject: course?.subject ?? null,
    termTitle: period?.title ?? null,
    termEndsOn: period?.endsOn ?? null,
    gradeType,
    numericGrade: row.number('NumericGradeEarned', 200),
    letterGrade: row.text('LetterGradeEarned'),
  })
}

/** Stages nothing: courses give grades their title and subject, and the first reading gathered them. */
export const readCourse: Reader = ({ row }) => {
  row.required('CourseTitle')
}
export const readOffering: Reader = ({ row }) => {
  row.required('LocalCourseCode')
}
