import { Type, type Static } from 'typebox'
import { Nullable } from '../../students/contract.ts'

const Id = Type.String({ format: 'uuid' })
export const OfStudent = Type.Object({ community: Type.String(), id: Id })

const Sibling = Type.Object({
  studentId: Type.String(),
  name: Type.String(),
  gradeLevel: Nullable(Type.String()),
  schoolName: Nullable(Type.String()),
})
export type Sibling = Static<typeof Sibling>

export const Member = Type.Object({
  id: Type.String(),
  kind: Type.Enum(['adult', 'child']),
  personId: Nullable(Type.String()),
  name: Type.String(),
  relation: Type.String(),
  birthYear: Nullable(Type.Integer()),
  studentId: Type.String({ description: 'the student with whom it is written; a sibling’s adults are shown too' }),
})
export type Member = Static<typeof Member>

const MaybeMember = Type.Object({ personId: Type.String(), name: Type.String(), relation: Type.String() })
export type MaybeMember = Static<typeof MaybeMember>

/** Who lives with a student, as far as the reader may know: siblings are those whose household the reader may read as well. */
export const Household = Type.Object({
  siblings: Type.Array(Sibling),
  members: Type.Array(Member),
  maybeSiblings: Type.Array(Sibling, {
    description: 'share a guardian on file, and nobody has said that they live together',
  }),
  maybeMembers: Type.Array(MaybeMember, { description: 'contacts on file of whom nobody has said where they live' }),
  mayWrite: Type.Boolean(),
})
export type Household = Static<typeof Household>

export const NewSibling = Type.Object({ studentId: Id })
export const NewMember = Type.Object({
  kind: Type.Enum(['adult', 'child']),
  personId: Type.Unsafe<string | null>({
    type: ['string', 'null'],
    format: 'uuid',
    description: 'a guardian or contact on file',
  }),
  name: Type.String({ maxLength: 200 }),
  relation: Type.String({ maxLength: 60 }),
  birthYear: Type.Unsafe<number | null>({ type: ['integer', 'null'], minimum: 1900, maximum: 2100 }),
})
export type NewMember = Static<typeof NewMember>
