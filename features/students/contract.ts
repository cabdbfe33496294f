import { Type, type Static, type TSchema } from 'typebox'

export const Nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()])
const Day = Type.String({ description: 'YYYY-MM-DD' })

export const Writing = Type.Object({
  id: Type.String(),
  body: Type.String(),
  authorName: Nullable(Type.String()),
  authorKind: Type.String({ description: 'staff, partner, guardian or student' }),
  writtenAt: Type.String(),
  domain: Nullable(Type.String()),
  status: Nullable(Type.String()),
})
export type Writing = Static<typeof Writing>

/** A note with what kind it is, when it happened, and how often it was changed (revision 1: never). */
export const Note = Type.Object({
  ...Writing.properties,
  kind: Type.String(),
  happenedOn: Nullable(Day),
  revision: Type.Integer(),
  changedAt: Nullable(Type.String()),
  inErrorAt: Nullable(Type.String()),
  isMine: Type.Boolean(),
})
export type Note = Static<typeof Note>

/** That there is a restricted note. Its text is in no answer but that of an opening. */
export const RestrictedNote = Type.Object({
  id: Type.String(),
  authorName: Nullable(Type.String()),
  kind: Type.String(),
  happenedOn: Nullable(Day),
  writtenAt: Type.String(),
  inErrorAt: Nullable(Type.String()),
  isMine: Type.Boolean(),
})
export type RestrictedNote = Static<typeof RestrictedNote>

export const StudentName = Type.Object({
  id: Type.String(),
  externalId: Type.String(),
  givenName: Type.String(),
  middleName: Type.String(),
  familyName: Type.String(),
  preferredName: Type.String(),
  gradeLevel: Nullable(Type.String()),
  schoolName: Nullable(Type.String()),
})
export type StudentName = Static<typeof StudentName>
export const AttendanceDay = Type.Object({
  on: Day,
  code: Type.String(),
  duration: Nullable(Type.Number()),
  schoolName: Nullable(Type.String()),
})
export type AttendanceDay = Static<typeof AttendanceDay>
export const Incident = Type.Object({ on: Day, behavior: Type.String(), participation: Type.String() })
export type Incident = Static<typeof Incident>
export const DisciplineAction = Type.Object({ on: Day, action: Type.String(), days: Nullable(Type.Number()) })
export type DisciplineAction = Static<typeof DisciplineAction>
export const Grade = Type.Object({
  courseTitle: Type.String(),
  subject: Type.String(),
  termTitle: Type.String(),
  termEndsOn: Day,
  gradeType: Type.String(),
  numericGrade: Nullable(Type.Number()),
  letterGrade: Nullable(Type.String()),
})
export type Grade = Static<typeof Grade>
export const AssessmentResult = Type.Object({
  assessment: Type.String(),
  vendor: Type.String(),
  subject: Type.String({ description: 'the subject or part of the test; empty for the test as a whole' }),
  on: Day,
  score: Nullable(Type.String({ description: 'as the vendor wrote it' })),
  level: Nullable(Type.String()),
  sourceName: Nullable(Type.String()),
  importedAt: Nullable(Type.String()),
})
export type AssessmentResult = Static<typeof AssessmentResult>
export const CollegeEvent = Type.Object({
  event: Type.String(),
  on: Day,
  institution: Type.String(),
  detail: Type.String(),
})
export type CollegeEvent = Static<typeof CollegeEvent>
export const Contact = Type.Object({
  id: Type.String(),
  name: Type.String(),
  relation: Type.String(),
  phone: Type.String(),
  email: Type.String(),
  language: Nullable(Type.String()),
  isPrimary: Type.Boolean(),
})
export type Contact = Static<typeof Contact>
export const EnrollmentSpan = Type.Object({
  schoolName: Nullable(Type.String()),
  entryOn: Day,
  exitOn: Nullable(Day),
  gradeLevel: Nullable(Type.String()),
})
export type EnrollmentSpan = Static<typeof EnrollmentSpan>
export const Demographics = Type.Object({
  birthDate: Nullable(Day),
  sex: Nullable(Type.String()),
  races: Type.Array(Type.String()),
  isHispanic: Nullable(Type.Boolean()),
  homeLanguage: Nullable(Type.String()),
})
export type Demographics = Static<typeof Demographics>

/** What a family says of a fact that was not changed: shown wherever the fact is. */
export const Statement = Type.Object({
  fact: Type.String(),
  on: Nullable(Day),
  label: Type.String(),
  body: Type.String(),
  writtenAt: Type.String(),
})
export type Statement = Static<typeof Statement>

/** What the reader may see of one student; what is not in the reader's reach is empty, and `elements` says which elements are. */
export const StudentRecord = Type.Object({
  studentId: Type.String(),
  student: Nullable(StudentName),
  elements: Type.Array(Type.String(), { description: 'the elements that the reader holds for this student' }),
  writable: Type.Array(Type.String()),
  demographics: Nullable(Demographics),
  enrollments: Type.Array(EnrollmentSpan),
  contacts: Type.Array(Contact),
  attendance: Type.Array(AttendanceDay),
  schoolDays: Type.Array(Day, { description: 'instructional days of the window, distinct' }),
  incidents: Type.Array(Incident),
  actions: Type.Array(DisciplineAction),
  grades: Type.Array(Grade),
  assessments: Type.Array(AssessmentResult),
  collegeAccess: Type.Array(CollegeEvent),
  notes: Type.Array(Note),
  restrictedNotes: Type.Array(RestrictedNote),
  needs: Type.Array(Writing),
  strengths: Type.Array(Writing),
  voice: Type.Array(Writing),
  statements: Type.Array(Statement),
})
export type StudentRecord = Static<typeof StudentRecord>

export const Write = Type.Object({
  body: Type.String({ minLength: 1, maxLength: 10_000 }),
  domain: Type.Optional(
    Type.Enum(['academic', 'social_emotional', 'health', 'basic_needs', 'safety', 'family', 'enrichment']),
  ),
})
export const WritableElement = Type.Enum(['notes', 'needs', 'strengths', 'voice'])
