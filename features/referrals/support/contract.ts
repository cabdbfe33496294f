import { Type, type Static } from 'typebox'
import { Nullable } from '../../students/contract.ts'
import { attendances } from './attendances.ts'

const Id = Type.String({ format: 'uuid' })
const Day = Type.String({ format: 'date' })
const Key = Type.String({ format: 'uuid', description: 'made by the sender: the same key is written once' })
const Minutes = Type.Integer({ minimum: 0, maximum: 600 })
const Attendance = Type.Enum([...attendances])

/** One delivered support, or a time at which the student was expected and was not there. */
export const NewSupport = Type.Object({
  key: Key,
  studentId: Id,
  participationId: Id,
  on: Day,
  attendance: Attendance,
  minutes: Minutes,
  isInSchoolTime: Type.Boolean(),
})
export type NewSupport = Static<typeof NewSupport>

export const SessionAttendance = Type.Object({
  key: Key,
  serviceId: Id,
  on: Day,
  minutes: Type.Integer({ minimum: 1, maximum: 600 }),
  isInSchoolTime: Type.Boolean(),
  version: Type.Integer({ minimum: 0, description: '0 for a new session, else the version that was changed' }),
  rows: Type.Array(Type.Object({ studentId: Id, participationId: Id, attendance: Attendance, minutes: Minutes }), {
    minItems: 1,
    maxItems: 200,
  }),
})
export type SessionAttendance = Static<typeof SessionAttendance>

export const Session = Type.Object({
  id: Type.String(),
  key: Type.String(),
  serviceId: Type.String(),
  serviceName: Type.String(),
  on: Type.String(),
  minutes: Type.Integer(),
  isInSchoolTime: Type.Boolean(),
  version: Type.Integer(),
  rows: Type.Array(Type.Object({ participationId: Type.String(), attendance: Attendance, minutes: Type.Integer() }), {
    description: 'of the students whom the reader may see',
  }),
})
export type Session = Static<typeof Session>

export const SupportEntry = Type.Object({
  id: Type.String(),
  serviceName: Type.String(),
  on: Type.String(),
  attendance: Attendance,
  minutes: Type.Integer(),
  isInSchoolTime: Type.Boolean(),
  isInError: Type.Boolean(),
})
export type SupportEntry = Static<typeof SupportEntry>

/** What was promised to a student in one service, and what was given so far. */
export const Delivered = Type.Object({
  participationId: Type.String(),
  serviceName: Type.String(),
  organizationName: Type.String(),
  stage: Type.String(),
  fromOn: Type.String(),
  promisedSessions: Nullable(Type.Integer()),
  promisedMinutes: Nullable(Type.Integer({ description: 'of each time' })),
  sessions: Type.Integer(),
  minutes: Type.Integer({ description: 'in all' }),
  missed: Type.Integer({ description: 'times excused or absent' }),
  lastOn: Nullable(Type.String()),
})
export type Delivered = Static<typeof Delivered>
export const Support = Type.Object({ services: Type.Array(Delivered), entries: Type.Array(SupportEntry) })
export type Support = Static<typeof Support>
export const Promised = Type.Object({
  studentId: Id,
  sessions: Type.Integer({ minimum: 1, maximum: 400 }),
  minutes: Type.Integer({ minimum: 1, maximum: 600 }),
})
export type Promised = Static<typeof Promised>
export const OfStudent = Type.Object({ studentId: Id })
