import { Type, type Static } from 'typebox'
import { Nullable } from '../students/contract.ts'

export const Flag = Type.Object({
  indicator: Type.String({ description: 'attendance, behavior or course' }),
  level: Type.String({ description: 'caution or concern' }),
  reason: Type.String({ description: 'the sentence, in the language asked for by x-locale (en or es)' }),
  raisedAt: Type.String(),
})
export type Flag = Static<typeof Flag>
const NotKnown = Type.Array(Type.String(), {
  description: 'indicators of which too little is known yet: neither a flag nor fine',
})
/** Where a number comes from: opened by the ⓘ beside it. */
export const Origin = Type.Object({
  windowFrom: Type.String(),
  windowTo: Type.String(),
  computedAt: Type.String(),
  sourceName: Nullable(Type.String()),
  fileNames: Type.Array(Type.String()),
  importedAt: Nullable(Type.String()),
})
export type Origin = Static<typeof Origin>
export const Figures = Type.Object({
  attendance: Type.Array(
    Type.Object({
      schoolName: Nullable(Type.String()),
      daysEnrolled: Type.Integer(),
      daysMissed: Type.Number(),
      origin: Origin,
    }),
  ),
  behavior: Nullable(
    Type.Object({
      incidents: Type.Integer(),
      stateOffenses: Type.Integer(),
      suspensionDays: Type.Number(),
      origin: Origin,
    }),
  ),
  courses: Type.Array(
    Type.Object({
      subject: Type.String(),
      average: Nullable(Type.Number()),
      failures: Type.Integer(),
      courses: Type.Integer(),
      origin: Origin,
    }),
  ),
  flags: Type.Array(Flag),
  notKnown: NotKnown,
  preset: Nullable(
    Type.Object({ name: Type.String(), title: Type.String(), citation: Type.String(), version: Type.Integer() }),
  ),
})
export type Figures = Static<typeof Figures>
export const StudentLine = Type.Object({
  id: Type.String(),
  externalId: Type.String(),
  givenName: Type.String(),
  familyName: Type.String(),
  gradeLevel: Nullable(Type.String()),
  schoolName: Nullable(Type.String()),
  daysEnrolled: Nullable(Type.Integer()),
  daysMissed: Nullable(Type.Number()),
  flags: Type.Array(Flag),
  notKnown: NotKnown,
})
export type StudentLine = Static<typeof StudentLine>
export const StudentList = Type.Object({
  students: Type.Array(StudentLine),
  total: Type.Integer(),
  grades: Type.Array(Type.String()),
  caseloadSize: Type.Integer({ description: 'none for whoever has no caseload' }),
})
export type StudentList = Static<typeof StudentList>
export const Home = Type.Object({
  scope: Type.Union([Type.Literal('caseload'), Type.Literal('school')], {
    description: 'whose students these are: those of the reader’s caseload, or all that the role reaches',
  }),
  caseloadSize: Type.Integer({ description: 'none for whoever has no caseload' }),
  waiting: Type.Array(StudentLine),
  waitingTotal: Type.Integer(),
  lastImportAt: Nullable(Type.String()),
  openReferrals: Type.Array(
    Type.Object({
      id: Type.String(),
      studentId: Type.String(),
      studentName: Nullable(Type.String()),
      organizationName: Type.String(),
      state: Type.String(),
      changedAt: Type.String(),
    }),
  ),
})
export type Home = Static<typeof Home>
