import type { Statement } from '#platform/database.ts'
import type { StudentRecord } from './contract.ts'
import { listStatements } from './corrections/queries.ts'
import * as query from './queries.ts'

/** Everything that a partner's page may show of a student; an outsider opens these, and what the agreement lacks stays shut. */
export const recordElements = [
  'directory',
  'enrollment',
  'demographics',
  'contacts',
  'household',
  'attendance',
  'behavior',
  'grades',
  'assessments',
  'college_access',
  'needs',
  'strengths',
  'voice',
  'plan',
  'referrals',
  'services',
]

/** The statements of a student's page, in the order in which `toRecord` takes their rows. */
export const recordStatements = (id: string) =>
  [
    query.findStudent(id),
    query.listHeldElements(id),
    query.findDemographics(id),
    query.listEnrollments(id),
    query.listContacts(id),
    query.listAttendance(id),
    query.listSchoolDays(id),
    query.listIncidents(id),
    query.listActions(id),
    query.listGrades(id),
    query.listAssessments(id),
    query.listCollegeAccess(id),
    query.listNotes(id),
    query.listRestrictedNotes(id),
    query.listNeeds(id),
    query.listStrengths(id),
    query.listVoice(id),
    listStatements(id),
  ] as const

type RowsOf<S> = { [K in keyof S]: S[K] extends Statement<infer Row> ? Row[] : never }

/** The record as the reader may see it, or nothing where the reader holds nothing of this student. */
export function toRecord(id: string, rows: RowsOf<ReturnType<typeof recordStatements>>): StudentRecord | undefined {
  const [
    student,
    held,
    demographics,
    enrollments,
    contacts,
    attendance,
    days,
    incidents,
    actions,
    grades,
    assessments,
    college,
    notes,
    restrictedNotes,
    needs,
    strengths,
    voice,
    statements,
  ] = rows
  if (held.length === 0) return undefined
  return {
    studentId: id,
    student: student[0] ?? null,
    elements: held.map((each) => each.element),
    writable: held.filter((each) => each.mayWrite).map((each) => each.element),
    demographics: demographics[0] ?? null,
    enrollments,
    contacts,
    attendance,
    schoolDays: days.map((day) => day.on),
    incidents,
    actions,
    grades,
    assessments,
    collegeAccess: college,
    notes,
    restrictedNotes,
    needs,
    strengths,
    voice,
    statements,
  }
}
