import type { RecordKind } from '../records.ts'

/** A column that names another record; `when` narrows it to some rows, and an optional one is left out instead of the row. */
export type Reference = {
  column: string
  to: 'school' | 'class' | 'person' | 'worker' | 'student'
  when?: string
  isOptional?: boolean
  said: string
}

/** What must hold for the records of one kind. Column names are those of records.ts. */
export type KindRules = {
  key: string[]
  needed: string[]
  days?: string[]
  numbers?: string[]
  booleans?: string[]
  codes?: string[]
  span?: [string, string]
  references?: Reference[]
  /** Several rows with one key are meant: they are put together later. */
  mayRepeat?: boolean
}

const school: Reference = { column: 'schoolExternalId', to: 'school', said: 'school' }
const student: Reference = { column: 'studentExternalId', to: 'student', said: 'student' }

export const rules: Record<RecordKind, KindRules> = {
  school: { key: ['externalId'], needed: ['externalId', 'name'] },
  session: {
    key: ['externalId'],
    needed: ['externalId', 'title', 'kind', 'startsOn', 'endsOn'],
    days: ['startsOn', 'endsOn'],
    codes: ['kind'],
    span: ['startsOn', 'endsOn'],
    references: [{ ...school, isOptional: true }],
  },
  calendarDate: {
    key: ['schoolExternalId', 'calendarCode', 'onDate', 'dayType'],
    needed: ['schoolExternalId', 'onDate', 'dayType'],
    days: ['onDate'],
    codes: ['dayType'],
    references: [school],
  },
  class: {
    key: ['externalId'],
    needed: ['externalId', 'schoolExternalId', 'title'],
    days: ['startsOn', 'endsOn'],
    booleans: ['isHomeroom'],
    codes: ['subject'],
    references: [school],
  },
  person: {
    key: ['externalId', 'role', 'schoolExternalId'],
    needed: ['externalId', 'givenName', 'familyName'],
    references: [{ ...school, isOptional: true }],
  },
  student: {
    key: ['externalId'],
    needed: ['externalId', 'givenName', 'familyName'],
    days: ['birthDate'],
    booleans: ['isHispanic'],
  },
  demographics: {
    key: ['studentExternalId'],
    needed: ['studentExternalId'],
    days: ['birthDate'],
    booleans: ['isHispanic'],
    references: [student],
  },
  contact: { key: ['externalId'], needed: ['externalId', 'givenName', 'familyName'] },
  studentContact: {
    key: ['studentExternalId', 'contactExternalId'],
    needed: ['studentExternalId', 'contactExternalId'],
    booleans: ['isPrimary', 'livesWith'],
    references: [student, { column: 'contactExternalId', to: 'person', said: 'guardian or contact' }],
  },
  schoolEnrollment: {
    key: ['studentExternalId', 'schoolExternalId', 'entryOn'],
    needed: ['studentExternalId', 'schoolExternalId', 'entryOn'],
    days: ['entryOn', 'exitOn'],
    booleans: ['isPrimary'],
    span: ['entryOn', 'exitOn'],
    references: [student, school],
  },
  classEnrollment: {
    key: ['externalId', 'classExternalId', 'personExternalId'],
    needed: ['externalId', 'classExternalId', 'personExternalId', 'role'],
    days: ['beginOn', 'endOn'],
    codes: ['role'],
    span: ['beginOn', 'endOn'],
    references: [
      { column: 'classExternalId', to: 'class', said: 'class' },
      { column: 'personExternalId', to: 'student', when: "role = 'student'", said: 'student' },
      { column: 'personExternalId', to: 'worker', when: "role = 'teacher'", said: 'teacher' },
    ],
  },
  attendance: {
    key: ['studentExternalId', 'schoolExternalId', 'onDate', 'code'],
    needed: ['studentExternalId', 'schoolExternalId', 'onDate', 'code'],
    days: ['onDate'],
    numbers: ['duration'],
    codes: ['code'],
    references: [student, school],
    mayRepeat: true,
  },
  sectionAttendance: {
    key: ['studentExternalId', 'onDate', 'section'],
    needed: ['studentExternalId', 'onDate'],
    mayRepeat: true,
  },
  incident: {
    key: ['externalId', 'studentExternalId', 'schoolExternalId', 'behavior'],
    needed: ['externalId', 'studentExternalId', 'schoolExternalId', 'onDate', 'behavior'],
    days: ['onDate'],
    codes: ['behavior'],
    references: [student, school],
  },
  discipline: {
    key: ['externalId', 'studentExternalId', 'schoolExternalId', 'action'],
    needed: ['externalId', 'studentExternalId', 'schoolExternalId', 'onDate', 'action'],
    days: ['onDate'],
    numbers: ['days'],
    references: [student, school],
  },
  grade: {
    key: ['studentExternalId', 'schoolExternalId', 'courseTitle', 'termTitle', 'termEndsOn', 'gradeType'],
    needed: ['studentExternalId', 'schoolExternalId', 'courseTitle', 'subject', 'termTitle', 'termEndsOn', 'gradeType'],
    days: ['termEndsOn'],
    numbers: ['numericGrade', 'creditsAttempted', 'creditsEarned'],
    codes: ['subject', 'gradeType'],
    references: [student, school, { column: 'classExternalId', to: 'class', isOptional: true, said: 'class' }],
  },
  assessment: {
    key: ['studentExternalId', 'assessment', 'subject', 'takenOn'],
    needed: ['studentExternalId', 'assessment', 'takenOn'],
    days: ['takenOn'],
    references: [student],
  },
  program: {
    key: ['studentExternalId', 'program', 'title', 'beginOn'],
    needed: ['studentExternalId', 'program', 'title', 'beginOn'],
    days: ['beginOn', 'endOn'],
    codes: ['program'],
    span: ['beginOn', 'endOn'],
    references: [student],
  },
  collegeAccess: {
    key: ['studentExternalId', 'event', 'onDate', 'institution'],
    needed: ['studentExternalId', 'event', 'onDate'],
    days: ['onDate'],
    codes: ['event'],
    references: [student],
  },
}
