import { Type, type Static } from 'typebox'
import { Hat } from '../people/contract.ts'

const Scope = {
  mayWrite: Type.Boolean(),
  elements: Type.Array(Type.String(), {
    description: 'kinds of information about students; no more than the hat holds',
  }),
  areas: Type.Array(Type.String(), { description: 'parts of the API, by their tags' }),
  expiresAt: Type.String(),
}
export const TokenRow = Type.Object({
  id: Type.String(),
  name: Type.String(),
  community: Type.String(),
  role: Type.String(),
  place: Type.Union([Type.String(), Type.Null()]),
  isSystem: Type.Boolean(),
  createdAt: Type.String(),
  lastUsedAt: Type.Union([Type.String(), Type.Null()]),
  ...Scope,
})
export type TokenRow = Static<typeof TokenRow>
export const TokenList = Type.Object({
  tokens: Type.Array(TokenRow),
  hats: Type.Array(Type.Object({ hat: Hat, elements: Type.Array(Type.String()) })),
})
export type TokenList = Static<typeof TokenList>
const NewScope = {
  name: Type.String({ minLength: 1, maxLength: 80, pattern: '\\S' }),
  mayWrite: Type.Boolean(),
  elements: Type.Array(Type.String({ maxLength: 40 }), { maxItems: 40 }),
  areas: Type.Array(Type.String({ pattern: '^[a-z_]{1,40}$' }), { minItems: 1, maxItems: 40 }),
  days: Type.Integer({ minimum: 1, maximum: 365 }),
}
export const NewToken = Type.Object({ hat: Type.String({ format: 'uuid' }), ...NewScope })
export type NewToken = Static<typeof NewToken>
export const NewSystemToken = Type.Object({
  role: Type.Enum(['data_steward', 'principal'], { description: 'of the whole district, or of one school' }),
  school: Type.Optional(Type.String({ format: 'uuid' })),
  ...NewScope,
})
export type NewSystemToken = Static<typeof NewSystemToken>
export const MadeToken = Type.Object({
  id: Type.String(),
  token: Type.String({ description: 'shown this once; only its hash is kept' }),
})
export type MadeToken = Static<typeof MadeToken>
export const TokenTold = Type.Object({
  name: Type.String(),
  community: Type.String({ description: 'the part of the address that names the community' }),
  role: Type.String(),
  ...Scope,
})
export type TokenTold = Static<typeof TokenTold>
/** A school or the whole district, for the steward who makes a system's token. */
export const SystemPlace = Type.Object({ id: Type.String(), name: Type.String() })
export type SystemPlace = Static<typeof SystemPlace>
