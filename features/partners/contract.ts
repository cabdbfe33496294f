import { Type, type Static } from 'typebox'
import { sectors } from './sectors.ts'

export const NeedDomain = Type.Enum([
  'academic',
  'social_emotional',
  'health',
  'basic_needs',
  'safety',
  'family',
  'enrichment',
])
export const Service = Type.Object({
  id: Type.String(),
  organizationId: Type.String(),
  name: Type.String(),
  description: Type.String(),
  needDomain: Type.String(),
  grades: Type.String(),
  languages: Type.Array(Type.String()),
  schedule: Type.String(),
  places: Type.Union([Type.Integer(), Type.Null()]),
  status: Type.String(),
})
export type Service = Static<typeof Service>
export const Organization = Type.Object({
  id: Type.String(),
  name: Type.String(),
  sector: Type.String(),
  status: Type.String(),
  services: Type.Array(Service),
})
export type Organization = Static<typeof Organization>
export const NewOrganization = Type.Object({
  name: Type.String({ minLength: 1, maxLength: 200 }),
  sector: Type.Enum([...sectors]),
})
export const NewService = Type.Object({
  name: Type.String({ minLength: 1, maxLength: 200 }),
  description: Type.Optional(Type.String({ maxLength: 2000 })),
  needDomain: NeedDomain,
  grades: Type.Optional(Type.String({ maxLength: 100 })),
  languages: Type.Optional(Type.Array(Type.String({ maxLength: 20 }))),
  schedule: Type.Optional(Type.String({ maxLength: 300 })),
  places: Type.Optional(Type.Integer({ minimum: 0 })),
})
export type NewService = Static<typeof NewService>
