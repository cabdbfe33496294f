import { Type, type Static, type TSchema } from 'typebox'

const text = Type.String()
const maybe = Type.Optional(Type.String())
const some = <T extends TSchema>(schema: T) => Type.Optional(Type.Array(schema))
const number = Type.Optional(Type.Number())

const Phone = Type.Object({ id: text, number: text })
const Taxonomy = Type.Object({ id: text, name: text, description: text })
const Attribute = Type.Object({
  id: text,
  link_id: text,
  link_entity: text,
  taxonomy_term_id: text,
  value: maybe,
  taxonomy_term: Type.Object({
    id: text,
    code: text,
    name: text,
    description: text,
    taxonomy: text,
    taxonomy_detail: Taxonomy,
  }),
})
const Schedule = Type.Object({
  id: text,
  service_id: text,
  valid_from: maybe,
  valid_to: maybe,
  freq: maybe,
  interval: number,
  byday: maybe,
  bymonthday: maybe,
  count: number,
  until: maybe,
  wkst: maybe,
  description: maybe,
  opens_at: maybe,
  closes_at: maybe,
})
const Address = Type.Object({
  id: text,
  location_id: text,
  address_1: text,
  address_2: maybe,
  city: text,
  state_province: text,
  postal_code: text,
  country: text,
  address_type: text,
})
const Location = Type.Object({
  id: text,
  location_type: text,
  name: text,
  latitude: number,
  longitude: number,
  addresses: some(Address),
})

/** A `service` of the Human Services Data Specification 3.0, with what belongs to it. Terms are the specification's own. */
export const HsdsService = Type.Object({
  id: text,
  organization_id: text,
  program_id: maybe,
  name: text,
  description: maybe,
  url: maybe,
  email: maybe,
  status: text,
  application_process: maybe,
  fees_description: maybe,
  eligibility_description: maybe,
  minimum_age: number,
  maximum_age: number,
  assured_date: maybe,
  alert: maybe,
  last_modified: text,
  organization: Type.Object({
    id: text,
    name: text,
    description: text,
    email: maybe,
    website: maybe,
    phones: some(Phone),
  }),
  program: Type.Optional(Type.Object({ id: text, organization_id: text, name: text, description: text })),
  phones: some(Phone),
  contacts: some(Type.Object({ id: text, name: text })),
  schedules: some(Schedule),
  service_at_locations: some(Type.Object({ id: text, service_id: text, location_id: text, location: Location })),
  languages: some(Type.Object({ id: text, service_id: text, name: text, code: text })),
  cost_options: some(Type.Object({ id: text, service_id: text, option: text, amount_description: maybe })),
  required_documents: some(Type.Object({ id: text, service_id: text, document: text })),
  attributes: some(Attribute),
})
export type HsdsService = Static<typeof HsdsService>
export const HsdsPage = Type.Object({
  total_items: Type.Integer(),
  total_pages: Type.Integer(),
  page_number: Type.Integer(),
  size: Type.Integer(),
  first_page: Type.Boolean(),
  last_page: Type.Boolean(),
  empty: Type.Boolean(),
  contents: Type.Array(HsdsService),
})
export type HsdsPage = Static<typeof HsdsPage>
export const HsdsAbout = Type.Object({ version: text, profile: text, openapi_url: text })
export const HsdsQuery = Type.Object({
  page: Type.Optional(Type.Integer({ minimum: 1, default: 1 })),
  per_page: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 50 })),
  search: Type.Optional(Type.String({ maxLength: 200 })),
  organization_id: Type.Optional(Type.String({ format: 'uuid' })),
  modified_after: Type.Optional(Type.String({ format: 'date-time' })),
  taxonomy_term_id: Type.Optional(Type.String({ format: 'uuid' })),
})
export type HsdsQuery = Static<typeof HsdsQuery>
