import { Type, type Static } from 'typebox'
import { NewNote } from '../../students/notes/contract.ts'
import { Caseload } from '../assigning/contract.ts'

const Id = Type.String({ format: 'uuid' })
const students = Type.Array(Id, { minItems: 1, maxItems: 200, uniqueItems: true })

/** What the reader may do for many students at once. */
export const BulkOffer = Type.Object({
  mayWriteNotes: Type.Boolean(),
  coordinators: Type.Array(Caseload, { description: 'to whom students may be given; none for who does not assign' }),
})
export type BulkOffer = Static<typeof BulkOffer>
export const NewBulkAct = Type.Union([
  Type.Object({ kind: Type.Literal('assign'), students, coordinator: Id }),
  Type.Object({
    kind: Type.Literal('remind'),
    students,
    on: Type.String({ format: 'date' }),
    body: Type.String({ minLength: 1, maxLength: 500 }),
  }),
  Type.Object({ kind: Type.Literal('note'), students, note: NewNote }),
])
export type NewBulkAct = Static<typeof NewBulkAct>
export const BulkAct = Type.Object({
  id: Type.String(),
  changed: Type.Integer({ description: 'for how many students something changed' }),
})
export type BulkAct = Static<typeof BulkAct>
