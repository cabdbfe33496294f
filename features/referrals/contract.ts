import { Type, type Static } from 'typebox'
import { Nullable } from '../students/contract.ts'

export const Referral = Type.Object({
  id: Type.String(),
  studentId: Type.String(),
  studentName: Nullable(Type.String({ description: 'null while the reader does not hold the directory element' })),
  schoolName: Nullable(Type.String()),
  organizationId: Type.String(),
  organizationName: Type.String(),
  serviceId: Type.String(),
  serviceName: Type.String(),
  request: Type.String(),
  state: Type.String({
    description:
      'awaiting_consent, sent, accepted, declined, withdrawn, expired, waitlisted, started, completed, ended_early',
  }),
  declineReason: Nullable(Type.String()),
  reasonText: Nullable(Type.String()),
  createdAt: Type.String(),
  changedAt: Type.String(),
  authorName: Nullable(Type.String()),
})
export type Referral = Static<typeof Referral>
export const NewReferral = Type.Object({
  serviceId: Type.String({ format: 'uuid' }),
  request: Type.String({ minLength: 1, maxLength: 2000 }),
})
export const Answer = Type.Object({
  accept: Type.Boolean(),
  declineReason: Type.Optional(
    Type.Enum(['no_capacity', 'not_eligible', 'out_of_area', 'missing_documents', 'could_not_reach', 'other']),
  ),
  reasonText: Type.Optional(Type.String({ maxLength: 1000 })),
})
export const Ending = Type.Object({
  state: Type.Union([Type.Literal('withdrawn'), Type.Literal('completed'), Type.Literal('ended_early')]),
  reason: Type.Optional(Type.String({ maxLength: 1000 })),
})
/** A student whom the partner serves, as its list shows: the name only where the schedule holds the directory. */
export const Participant = Type.Object({
  studentId: Type.String(),
  studentName: Nullable(Type.String()),
  serviceName: Type.String(),
  stage: Type.String(),
  fromOn: Type.String(),
})
export type Participant = Static<typeof Participant>
