import { Type, type Static } from 'typebox'
import { Nullable } from '../contract.ts'

const Id = Type.String({ format: 'uuid' })
const Kind = Type.Enum(['student', 'person'])

/** One of two records that may be one person, as the data steward compares them. */
export const IdentityRecord = Type.Object({
  id: Type.String(),
  name: Type.String(),
  preferredName: Type.String(),
  number: Type.String(),
  birthDate: Nullable(Type.String()),
  gradeLevel: Nullable(Type.String()),
  schools: Type.Array(Type.String()),
  guardians: Type.Array(Type.String()),
  students: Type.Array(Type.String()),
  phones: Type.Array(Type.String()),
  emails: Type.Array(Type.String()),
  rows: Type.Integer({ description: 'how much is known under this record' }),
})
export type IdentityRecord = Static<typeof IdentityRecord>
export const IdentityPair = Type.Object({
  kind: Kind,
  one: IdentityRecord,
  other: IdentityRecord,
  standing: Type.String({ description: 'likely or possible' }),
  evidence: Type.Array(Type.String()),
})
export type IdentityPair = Static<typeof IdentityPair>
export const Joined = Type.Object({
  id: Type.String(),
  kind: Kind,
  survivorId: Type.String(),
  survivorName: Type.String(),
  mergedName: Type.String(),
  mergedNumber: Nullable(Type.String()),
  moved: Type.Integer(),
  laidAside: Type.Integer(),
  at: Type.String(),
  byName: Type.String(),
})
export type Joined = Static<typeof Joined>
export const Identities = Type.Object({ pairs: Type.Array(IdentityPair), joined: Type.Array(Joined) })
export type Identities = Static<typeof Identities>

export const IdentityDecision = Type.Object({
  kind: Kind,
  survivorId: Id,
  otherId: Id,
  isSame: Type.Boolean(),
})
export type IdentityDecision = Static<typeof IdentityDecision>
export const WrittenSince = Type.Object({ table: Type.String(), id: Type.String(), at: Type.String() })
export type WrittenSince = Static<typeof WrittenSince>
export const Split = Type.Object({
  moves: Type.Array(Type.Object({ table: Type.String({ maxLength: 100 }), id: Id }), { maxItems: 1000 }),
})
