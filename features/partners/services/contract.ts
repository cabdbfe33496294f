import { Type, type Static } from 'typebox'
import { NeedDomain } from '../contract.ts'
import { Schedule } from './schedule-contract.ts'

const said = (maxLength: number) => Type.Optional(Type.String({ maxLength }))
const nullable = <T>(type: string, more: object = {}) =>
  Type.Optional(Type.Unsafe<T | null>({ type: [type, 'null'], ...more }))
const yesOrNo = Type.Optional(Type.Boolean())

/** A place that is there already, by its id, or a new one of the organization. */
export const ServicePlace = Type.Object({
  id: Type.Optional(Type.String({ format: 'uuid' })),
  name: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })),
  address1: said(200),
  address2: said(200),
  city: said(100),
  region: said(100),
  postalCode: said(20),
  latitude: nullable<number>('number', { minimum: -90, maximum: 90 }),
  longitude: nullable<number>('number', { minimum: -180, maximum: 180 }),
  isSchool: yesOrNo,
  schoolId: nullable<string>('string', { format: 'uuid' }),
})

export const NewService = Type.Object({
  name: Type.String({ minLength: 1, maxLength: 200 }),
  description: said(4000),
  programName: nullable<string>('string', { maxLength: 200 }),
  needDomains: Type.Array(NeedDomain, { minItems: 1, maxItems: 7 }),
  eligibility: said(2000),
  gradeLevels: Type.Optional(
    Type.Unsafe<string[] | null>({
      type: ['array', 'null'],
      items: { type: 'string', maxLength: 10 },
      minItems: 1,
      maxItems: 30,
    }),
  ),
  minAge: nullable<number>('number', { minimum: 0, maximum: 120 }),
  maxAge: nullable<number>('number', { minimum: 0, maximum: 120 }),
  languages: Type.Optional(Type.Array(Type.String({ maxLength: 20 }), { maxItems: 50 })),
  capacity: nullable<number>('integer', { minimum: 0, maximum: 1_000_000 }),
  isInSchoolTime: nullable<boolean>('boolean'),
  cost: Type.Optional(Type.Enum(['free', 'sliding', 'fee', 'unknown'])),
  costNote: said(1000),
  documents: Type.Optional(Type.Array(Type.String({ minLength: 1, maxLength: 300 }), { maxItems: 50 })),
  application: said(2000),
  evidenceTier: nullable<number>('integer', { minimum: 1, maximum: 4 }),
  evidenceCitation: said(1000),
  isConfidential: yesOrNo,
  isPublic: yesOrNo,
  takesReferrals: yesOrNo,
  isAccepting: nullable<boolean>('boolean'),
  status: Type.Optional(Type.Enum(['active', 'inactive', 'defunct', 'temporarily_closed'])),
  contactName: said(200),
  url: said(500),
  email: said(200),
  phone: said(200),
  schedules: Type.Optional(Type.Array(Schedule, { maxItems: 50 })),
  schoolIds: Type.Optional(Type.Array(Type.String({ format: 'uuid' }), { maxItems: 2000 })),
  locations: Type.Optional(Type.Array(ServicePlace, { maxItems: 100 })),
})
export type NewService = Static<typeof NewService>
export const ServiceChange = Type.Object({
  version: Type.Integer({ description: 'as it was read; an older one is refused' }),
  service: Type.Partial(NewService),
})
export type ServiceChange = Static<typeof ServiceChange>
export const Changed = Type.Object({ version: Type.Integer() })

/** Schools are named to everyone with a hat; who is in them is not. */
export const SchoolName = Type.Object({ id: Type.String(), name: Type.String() })
export type SchoolName = Static<typeof SchoolName>
