import { Type, type Static } from 'typebox'
import { Nullable } from '../../students/contract.ts'

export const SchoolYear = Type.String({ pattern: '^\\d{4}-\\d{2}$', description: 'the year that begins, as 2027-28' })

/** One thing that ends or changes when the school year turns; `doesChange` tells what is written from what ends by itself. */
export const YearLine = Type.Object({
  what: Type.String({
    description: 'promoted, retained, graduates, no_place, class_ends, consent_ends or agreement_ends',
  }),
  doesChange: Type.Boolean(),
  schoolName: Nullable(Type.String()),
  studentId: Nullable(Type.String()),
  name: Type.String(),
  detail: Nullable(Type.String()),
  on: Nullable(Type.String()),
})
export type YearLine = Static<typeof YearLine>
export const YearTurn = Type.Object({
  id: Type.String(),
  toYear: Type.String(),
  endedOn: Type.String(),
  appliedAt: Type.String(),
  byName: Type.String(),
  rows: Type.Integer(),
})
export type YearTurn = Static<typeof YearTurn>
