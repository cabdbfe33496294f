import { Type, type Static } from 'typebox'
import { Nullable } from '../students/contract.ts'
import { declineReasons, states } from './states.ts'

const GotHelp = Type.Enum(['yes', 'partly', 'no'])

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
  state: Type.Enum([...states]),
  declineReason: Nullable(Type.String()),
  reasonText: Nullable(Type.String({ description: 'why it is in this state; of a completed one the provider’s word' })),
  createdAt: Type.String(),
  changedAt: Type.String(),
  authorName: Nullable(Type.String()),
  gotHelp: Nullable(GotHelp),
  familyWords: Nullable(Type.String()),
})
export type Referral = Static<typeof Referral>
export const NewReferral = Type.Object({
  serviceId: Type.String({ format: 'uuid' }),
  request: Type.String({ minLength: 1, maxLength: 2000 }),
  isDraft: Type.Optional(Type.Boolean()),
})
export const Sending = Type.Object({ request: Type.String({ minLength: 1, maxLength: 2000 }) })
export const Answer = Type.Object({
  accept: Type.Boolean(),
  waits: Type.Optional(Type.Boolean({ description: 'accepted, on the waiting list until there is a place' })),
  declineReason: Type.Optional(Type.Enum([...declineReasons])),
  reasonText: Type.Optional(Type.String({ maxLength: 1000 })),
})
export const Step = Type.Object({
  state: Type.Enum(['waitlisted', 'started', 'completed', 'ended_early', 'withdrawn', 'entered_in_error']),
  reason: Type.Optional(Type.String({ maxLength: 1000 })),
})
export type Step = Static<typeof Step>
export const FamilyWord = Type.Object({ gotHelp: GotHelp, words: Type.Optional(Type.String({ maxLength: 1000 })) })
export type FamilyWord = Static<typeof FamilyWord>

/** What happened to a referral: who, when, what, why. Nobody did what the clock did. */
export const ReferralEvent = Type.Object({
  id: Type.String(),
  at: Type.String(),
  state: Type.String({ description: 'the state it came to, or `word` for the family’s word on the outcome' }),
  reason: Type.String(),
  side: Type.Enum(['staff', 'partner', 'guardian', 'student', 'clock']),
  personName: Nullable(Type.String()),
})
export type ReferralEvent = Static<typeof ReferralEvent>

export const ReferralRule = Type.Object({
  remindAfterDays: Type.Integer({ minimum: 1, maximum: 90 }),
  expireAfterDays: Type.Integer({ minimum: 2, maximum: 365 }),
  version: Type.Integer({ minimum: 0 }),
})
export type ReferralRule = Static<typeof ReferralRule>

/** A student whom the partner serves, as its list shows: the name only where the schedule holds the directory. */
export const Participant = Type.Object({
  participationId: Type.String(),
  serviceId: Type.String(),
  studentId: Type.String(),
  studentName: Nullable(Type.String()),
  serviceName: Type.String(),
  stage: Type.String(),
  fromOn: Type.String(),
  isInSchoolTime: Nullable(Type.Boolean({ description: 'as at the last time' })),
  promisedSessions: Nullable(Type.Integer()),
  promisedMinutes: Nullable(Type.Integer()),
  sessions: Type.Integer({ description: 'how many times the student was there' }),
  lastOn: Nullable(Type.String()),
})
export type Participant = Static<typeof Participant>
