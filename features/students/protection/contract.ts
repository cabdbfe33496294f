import { Type, type Static } from 'typebox'
import { Nullable } from '../contract.ts'
import { restrictionKinds } from './restriction-kinds.ts'

const Day = Type.String({ format: 'date' })

/** A court order, no-contact or confidential-address mark: while it holds, the person named has no rights over the student. */
export const Restriction = Type.Object({
  id: Type.String(),
  personId: Type.String(),
  personName: Type.String(),
  kind: Type.String({ description: 'court_order, no_contact, confidential_address, or imported' }),
  description: Type.String(),
  document: Type.String(),
  fromOn: Type.String(),
  untilOn: Nullable(Type.String()),
  standing: Type.String({ description: 'future, holds, ended' }),
})
export type Restriction = Static<typeof Restriction>

export const NewRestriction = Type.Object({
  personId: Type.String({ format: 'uuid' }),
  kind: Type.Enum([...restrictionKinds]),
  description: Type.String({ maxLength: 1000 }),
  document: Type.String({ minLength: 1, maxLength: 500 }),
  fromOn: Day,
  untilOn: Type.Optional(Day),
})
export type NewRestriction = Static<typeof NewRestriction>
export const LastDay = Type.Object({ untilOn: Day })

export const Address = Type.Object({ personId: Type.String(), personName: Type.String(), address: Type.String() })
export type Address = Static<typeof Address>
export const NewAddress = Type.Object({
  personId: Type.String({ format: 'uuid' }),
  address: Type.String({ maxLength: 500 }),
})
export type NewAddress = Static<typeof NewAddress>

export const OptOut = Type.Object({
  id: Type.String(),
  giverKind: Type.String({ description: 'guardian, student or staff' }),
  givenAt: Type.String(),
  withdrawnAt: Nullable(Type.String()),
  isMine: Type.Boolean(),
})
export type OptOut = Static<typeof OptOut>

/** What protects a student. Restrictions are null for those who may not know of them, and the people are those whom one may name. */
export const Protection = Type.Object({
  restrictions: Nullable(Type.Array(Restriction)),
  addresses: Nullable(Type.Array(Address)),
  optOuts: Type.Array(OptOut),
  people: Type.Array(Type.Object({ id: Type.String(), name: Type.String() })),
  mayWrite: Type.Boolean(),
  today: Type.String(),
})
export type Protection = Static<typeof Protection>
