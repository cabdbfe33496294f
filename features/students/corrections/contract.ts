import { Type, type Static } from 'typebox'
import { Nullable } from '../contract.ts'

export const facts = [
  'name',
  'grade_level',
  'birth_date',
  'contact',
  'enrollment',
  'attendance',
  'behavior',
  'grade',
  'assessment',
  'college_access',
] as const
export type Fact = (typeof facts)[number]

const Day = Type.String({ format: 'date' })
const Words = Type.String({ minLength: 1, maxLength: 2000, pattern: '\\S' })
const Version = Type.Integer({ minimum: 1, description: 'the version that was looked at; a newer one answers 409' })

/** "This is wrong": which fact, by its kind, day and name, what is wrong with it, and what would be right. */
export const NewCorrection = Type.Object({
  fact: Type.Enum([...facts]),
  on: Type.Optional(Day),
  label: Type.Optional(
    Type.String({ maxLength: 200, description: 'the course, assessment or step; of a contact its id' }),
  ),
  wrong: Words,
  rightIs: Words,
})
export type NewCorrection = Static<typeof NewCorrection>

/** A question about a fact and what became of it. `was` is what our copy said then, `saysNow` what it says now. */
export const Correction = Type.Object({
  id: Type.String(),
  studentId: Type.String(),
  studentName: Type.String(),
  schoolName: Nullable(Type.String()),
  fact: Type.String(),
  on: Nullable(Type.String()),
  label: Type.String(),
  was: Type.Array(Type.String()),
  saysNow: Type.Array(Type.String()),
  wrong: Type.String(),
  rightIs: Type.String(),
  askerKind: Type.String({ description: 'guardian, student or staff' }),
  askerName: Type.String(),
  isMine: Type.Boolean(),
  askedAt: Type.String(),
  state: Type.String({ description: 'open, answered or closed' }),
  answer: Nullable(Type.String({ description: 'corrected or not_changed' })),
  answerText: Type.String(),
  answeredAt: Nullable(Type.String()),
  answeredBy: Type.String(),
  correctedAt: Nullable(Type.String({ description: 'when the import that changed the fact was applied' })),
  correctedFrom: Nullable(Type.String({ description: 'the source of that import' })),
  became: Nullable(Type.Array(Type.String())),
  statement: Nullable(Type.String()),
  mayAnswer: Type.Boolean(),
  version: Type.Integer(),
})
export type Correction = Static<typeof Correction>

export const CorrectionAnswer = Type.Object({
  version: Version,
  answer: Type.Enum(['corrected', 'not_changed']),
  text: Type.String({ maxLength: 2000 }),
})
export type CorrectionAnswer = Static<typeof CorrectionAnswer>
export const CorrectionVersion = Type.Object({ version: Version })
export const NewStatement = Type.Object({ version: Version, body: Words })
export type NewStatement = Static<typeof NewStatement>
