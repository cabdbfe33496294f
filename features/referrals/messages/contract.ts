import { Type, type Static } from 'typebox'
import { Nullable } from '../../students/contract.ts'

export const ReferralMessage = Type.Object({
  id: Type.String(),
  body: Type.String(),
  side: Type.Enum(['staff', 'partner']),
  authorName: Nullable(Type.String()),
  isForFamily: Type.Boolean(),
  writtenAt: Type.String(),
})
export type ReferralMessage = Static<typeof ReferralMessage>
export const NewMessage = Type.Object({
  body: Type.String({ minLength: 1, maxLength: 2000 }),
  isForFamily: Type.Boolean({
    description: 'the family reads it too; otherwise the school and the organization alone',
  }),
})
export type NewMessage = Static<typeof NewMessage>
