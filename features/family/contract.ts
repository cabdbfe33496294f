import { Type, type Static } from 'typebox'
import { Nullable } from '../students/contract.ts'

/** A partner that the school asks the family about: what it would see, what for, and until when. */
export const ConsentRequest = Type.Object({
  organizationId: Type.String(),
  organizationName: Type.String(),
  serviceName: Type.String(),
  request: Type.String(),
  purpose: Type.String(),
  elements: Type.Array(Type.String()),
  untilOn: Type.String(),
})
export type ConsentRequest = Static<typeof ConsentRequest>
export const Child = Type.Object({
  studentId: Type.String(),
  name: Nullable(Type.String()),
  schoolName: Nullable(Type.String()),
  gradeLevel: Nullable(Type.String()),
  isSelf: Type.Boolean(),
  today: Type.String(),
  requests: Type.Array(ConsentRequest),
})
export type Child = Static<typeof Child>
