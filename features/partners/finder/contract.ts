import { Type, type Static, type TSchema } from 'typebox'
import { Schedule } from '../services/schedule-contract.ts'

const Nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()])
const text = Type.String()

/** A service as anybody may read it, without signing in. */
export const PublicService = Type.Object({
  id: text,
  name: text,
  description: text,
  needDomains: Type.Array(text),
  eligibility: text,
  gradeLevels: Nullable(Type.Array(text)),
  minAge: Nullable(Type.Number()),
  maxAge: Nullable(Type.Number()),
  languages: Type.Array(text),
  isInSchoolTime: Nullable(Type.Boolean()),
  cost: text,
  costNote: text,
  documents: Type.Array(text),
  application: text,
  evidenceTier: Nullable(Type.Integer()),
  evidenceCitation: text,
  isConfidential: Type.Boolean({ description: 'where and when are not told' }),
  isAccepting: Nullable(Type.Boolean()),
  status: text,
  contactName: text,
  url: text,
  email: text,
  phone: text,
  lastConfirmedAt: Nullable(text),
  changedAt: text,
  program: Nullable(Type.Object({ id: text, name: text, description: text })),
  organization: Type.Object({
    id: text,
    name: text,
    description: text,
    website: text,
    email: text,
    phone: text,
    sector: text,
  }),
  schools: Type.Array(Type.Object({ id: text, name: text })),
  schedules: Type.Array(Type.Object({ id: text, ...Schedule.properties })),
  locations: Type.Array(
    Type.Object({
      id: text,
      name: text,
      address1: text,
      address2: text,
      city: text,
      region: text,
      postalCode: text,
      country: text,
      latitude: Nullable(Type.Number()),
      longitude: Nullable(Type.Number()),
      isSchool: Type.Boolean(),
    }),
  ),
})
export type PublicService = Static<typeof PublicService>
export const Finder = Type.Object({ communityName: text, timeZone: text, services: Type.Array(PublicService) })
export type Finder = Static<typeof Finder>
