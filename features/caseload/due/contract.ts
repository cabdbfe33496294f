import { Type, type Static } from 'typebox'
import { Nullable } from '../../students/contract.ts'

const Id = Type.String({ format: 'uuid' })
const Day = Type.String({ format: 'date' })

export const DueItem = Type.Object({
  id: Type.String(),
  kind: Type.Union([
    Type.Literal('reminder'),
    Type.Literal('referral'),
    Type.Literal('consent'),
    Type.Literal('agreement'),
  ]),
  studentId: Nullable(Type.String()),
  studentName: Nullable(Type.String({ description: 'nothing where the reader may not know it' })),
  about: Type.String({ description: 'the text of a reminder, or the organization' }),
  on: Type.String({ description: 'YYYY-MM-DD: due on, unanswered since, or ends on' }),
  days: Type.Integer({ description: 'days from today until then; less than zero when it is past' }),
})
export type DueItem = Static<typeof DueItem>

export const Due = Type.Object({
  items: Type.Array(DueItem),
  today: Type.String(),
  dataAgeDays: Nullable(Type.Integer({ description: 'days since the last files came in; for the data steward' })),
  proposals: Nullable(Type.Integer({ description: 'people who wait for a decision of the data steward' })),
})
export type Due = Static<typeof Due>

export const NewReminder = Type.Object({
  studentId: Type.Optional(Id),
  referralId: Type.Optional(Id),
  on: Day,
  body: Type.String({ minLength: 1, maxLength: 500 }),
})
export type NewReminder = Static<typeof NewReminder>
export const ReminderChange = Type.Object({ isDone: Type.Boolean(), on: Type.Optional(Day) })
export type ReminderChange = Static<typeof ReminderChange>
