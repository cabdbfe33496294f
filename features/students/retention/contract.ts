import { Type, type Static } from 'typebox'
import { Nullable } from '../contract.ts'

const moment = Type.String({ format: 'date-time' })

/** A legal hold: while it stands, nothing of the student is destroyed. */
export const Hold = Type.Object({
  id: Type.String(),
  studentId: Type.String(),
  studentName: Type.String(),
  externalId: Type.String(),
  hasPage: Type.Boolean({ description: 'no, when the district’s files do not hold the student any more' }),
  reason: Type.String(),
  placedAt: moment,
  placedBy: Type.String(),
  liftedAt: Nullable(Type.String()),
  liftedBy: Type.String(),
})
export type Hold = Static<typeof Hold>

/** A record of somebody who is enrolled nowhere now: destroyed by `concentric retention --apply` from `dueOn` on, unless it is held. */
export const DueRecord = Type.Object({
  studentId: Type.String(),
  studentName: Type.String(),
  externalId: Type.String(),
  hasPage: Type.Boolean(),
  lastOn: Type.String({ description: 'the last day enrolled' }),
  dueOn: Type.String({ description: 'the first day on which it may be destroyed' }),
  isHeld: Type.Boolean(),
  isDue: Type.Boolean(),
})
export type DueRecord = Static<typeof DueRecord>

export const Retention = Type.Object({
  keepYears: Nullable(
    Type.Integer({ description: 'how long a record is kept after the last day enrolled; null: for ever' }),
  ),
  holds: Type.Array(Hold),
  due: Type.Array(DueRecord, { description: 'a hundred at most, those first that are due first' }),
  dueNow: Type.Integer({ description: 'how many are due now and not held' }),
})
export type Retention = Static<typeof Retention>

export const KeptRecord = Type.Object({
  studentId: Type.String(),
  studentName: Type.String(),
  externalId: Type.String(),
  schoolName: Nullable(Type.String()),
  isHeld: Type.Boolean(),
})
export type KeptRecord = Static<typeof KeptRecord>

export const NewHold = Type.Object({ reason: Type.String({ maxLength: 500 }) })
export type NewHold = Static<typeof NewHold>
