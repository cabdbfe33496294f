import { Type, type Static } from 'typebox'
import { Nullable } from '../students/contract.ts'
import { domains, saidSources, severities, sources, statuses } from './need-kinds.ts'

const Id = Type.String({ format: 'uuid' })
export const OfStudent = Type.Object({ community: Type.String(), id: Id })
export const OfNeed = Type.Object({ community: Type.String(), id: Id, need: Id })

const Domain = Type.Enum([...domains])
const Severity = Type.Unsafe<(typeof severities)[number] | null>({
  type: ['string', 'null'],
  enum: [...severities, null],
  description: 'mild: a little help would do; moderate: help soon; urgent: help now; null: not said',
})
const Day = Type.String({ format: 'date' })
const MaybeDay = Type.Unsafe<string | null>({ type: ['string', 'null'], format: 'date' })
const Body = Type.String({ minLength: 1, maxLength: 10_000 })

export const Need = Type.Object({
  id: Type.String(),
  domain: Domain,
  severity: Nullable(Type.Enum([...severities])),
  source: Type.Enum([...sources]),
  knownSince: Nullable(Type.String({ description: 'YYYY-MM-DD' })),
  status: Type.Enum([...statuses]),
  statusWord: Type.String(),
  body: Type.String(),
  flagIndicator: Nullable(Type.String()),
  memberId: Nullable(Type.String({ description: 'of the household: whose need it is, where it is not the student’s' })),
  memberName: Nullable(Type.String({ description: 'where the reader may read the household' })),
  authorName: Nullable(Type.String()),
  writtenAt: Type.String(),
  revision: Type.Integer(),
  changedByName: Nullable(Type.String()),
  changedAt: Nullable(Type.String()),
  mayChange: Type.Boolean(),
})
export type Need = Static<typeof Need>

/** What a flag that nobody has answered proposes: nothing comes of it until a person takes it up. */
export const FlagProposal = Type.Object({
  indicator: Type.String(),
  level: Type.String(),
  raisedAt: Type.String(),
  reason: Type.String({ description: 'a sentence in the reader’s language' }),
  domain: Domain,
})
export type FlagProposal = Static<typeof FlagProposal>

export const StudentNeeds = Type.Object({
  needs: Type.Array(Need),
  proposals: Type.Array(FlagProposal),
  mayDecide: Type.Boolean({ description: 'reads all needs of the student and decides about proposals' }),
})
export type StudentNeeds = Static<typeof StudentNeeds>

export const NewNeed = Type.Object({
  domain: Domain,
  severity: Severity,
  source: Type.Enum([...saidSources]),
  knownSince: Day,
  body: Body,
  memberId: Type.Optional(Id),
})
export type NewNeed = Static<typeof NewNeed>

export const NeedChange = Type.Object({
  revision: Type.Integer({ description: 'the revision that the writer saw' }),
  domain: Domain,
  severity: Severity,
  status: Type.Enum([...statuses]),
  statusWord: Type.String({ maxLength: 1000 }),
  knownSince: MaybeDay,
  body: Body,
})
export type NeedChange = Static<typeof NeedChange>
export const Changed = Type.Object({ revision: Type.Integer() })

export const FlagAnswer = Type.Object({
  indicator: Type.Enum(['attendance', 'behavior', 'course']),
  raisedAt: Type.String({ format: 'date-time', description: 'the flag that the writer saw' }),
  isTakenUp: Type.Boolean(),
  domain: Domain,
  severity: Severity,
  body: Type.String({ maxLength: 10_000, description: 'what is needed; or why nothing is' }),
})
export type FlagAnswer = Static<typeof FlagAnswer>

export const NeedBefore = Type.Object({
  revision: Type.Integer(),
  domain: Domain,
  severity: Nullable(Type.Enum([...severities])),
  status: Type.Enum([...statuses]),
  statusWord: Type.String(),
  body: Type.String(),
  byName: Nullable(Type.String()),
  writtenAt: Type.String(),
})
export type NeedBefore = Static<typeof NeedBefore>
