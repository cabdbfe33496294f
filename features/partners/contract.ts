import { Type, type Static, type TSchema } from 'typebox'
import { Schedule } from './services/schedule-contract.ts'
import { sectors } from './sectors.ts'

const Nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()])

export const NeedDomain = Type.Enum([
  'academic',
  'social_emotional',
  'health',
  'basic_needs',
  'safety',
  'family',
  'enrichment',
])
const Location = Type.Object({
  id: Type.String(),
  name: Type.String(),
  address1: Type.String(),
  address2: Type.String(),
  city: Type.String(),
  region: Type.String(),
  postalCode: Type.String(),
  latitude: Nullable(Type.Number()),
  longitude: Nullable(Type.Number()),
  isSchool: Type.Boolean(),
  schoolId: Nullable(Type.String()),
})
export type Location = Static<typeof Location>
export const Service = Type.Object({
  id: Type.String(),
  organizationId: Type.String(),
  version: Type.Integer(),
  name: Type.String(),
  description: Type.String(),
  programName: Nullable(Type.String()),
  needDomains: Type.Array(Type.String()),
  eligibility: Type.String({ description: 'for whom it is, in words' }),
  gradeLevels: Type.Union([Type.Array(Type.String()), Type.Null()], {
    description: 'codes as in the roster ("KG", "07"); null is any grade',
  }),
  minAge: Nullable(Type.Number({ description: 'years' })),
  maxAge: Nullable(Type.Number({ description: 'years' })),
  languages: Type.Array(Type.String()),
  capacity: Nullable(Type.Integer({ description: 'places; null is not limited' })),
  isInSchoolTime: Nullable(Type.Boolean()),
  cost: Type.String({ description: 'free, sliding, fee or unknown' }),
  costNote: Type.String(),
  documents: Type.Array(Type.String()),
  application: Type.String({ description: 'how to ask for it' }),
  evidenceTier: Nullable(Type.Integer({ description: 'of the Every Student Succeeds Act, 1 is the strongest' })),
  evidenceCitation: Type.String(),
  isConfidential: Type.Boolean(),
  isPublic: Type.Boolean({ description: 'whether the public list names it' }),
  takesReferrals: Type.Boolean(),
  isAccepting: Nullable(Type.Boolean({ description: 'as the organization says; null is not said' })),
  status: Type.String({ description: 'active, inactive, defunct or temporarily_closed' }),
  contactName: Type.String(),
  url: Type.String(),
  email: Type.String(),
  phone: Type.String(),
  lastConfirmedAt: Nullable(Type.String()),
  lastConfirmedBy: Nullable(Type.String({ description: 'the name of whoever confirmed or changed the listing last' })),
  schedules: Type.Array(Schedule),
  schoolIds: Type.Array(Type.String(), { description: 'schools whose students it takes; none is every school' }),
  locations: Type.Array(Location),
})
export type Service = Static<typeof Service>
export const Organization = Type.Object({
  id: Type.String(),
  version: Type.Integer(),
  name: Type.String(),
  sector: Type.String(),
  status: Type.String({ description: 'prospect, invited, joined, active or inactive' }),
  partnerLevel: Nullable(Type.String({ description: 'national, site_leader, core or community' })),
  description: Type.String(),
  website: Type.String(),
  email: Type.String(),
  phone: Type.String(),
  schoolId: Nullable(Type.String({ description: 'the school whose own programs these are' })),
  districtId: Nullable(Type.String({ description: 'the district whose own programs these are' })),
  isOwn: Type.Boolean({ description: 'whether the reader works there' }),
  services: Type.Array(Service),
})
export type Organization = Static<typeof Organization>

const said = (maxLength: number) => Type.Optional(Type.String({ maxLength }))
const nullable = <T>(type: string, more: object = {}) =>
  Type.Optional(Type.Unsafe<T | null>({ type: [type, 'null'], ...more }))
const levels = ['national', 'site_leader', 'core', 'community'] as const
export const OrganizationText = Type.Object({
  name: Type.String({ minLength: 1, maxLength: 200 }),
  sector: Type.Enum([...sectors]),
  partnerLevel: nullable<(typeof levels)[number]>('string', { enum: [...levels, null] }),
  status: Type.Optional(Type.Enum(['prospect', 'invited', 'joined', 'active', 'inactive'])),
  description: said(4000),
  website: said(500),
  email: said(200),
  phone: said(100),
  schoolId: nullable<string>('string', { format: 'uuid' }),
  districtId: nullable<string>('string', { format: 'uuid' }),
})
export type OrganizationText = Static<typeof OrganizationText>
export const NewOrganization = OrganizationText
export const OrganizationChange = Type.Object({
  version: Type.Integer({ description: 'as it was read; an older one is refused' }),
  organization: Type.Partial(OrganizationText),
})
export type OrganizationChange = Static<typeof OrganizationChange>
