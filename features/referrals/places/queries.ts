import { sql } from '#platform/database.ts'
import type { OpenPlaces } from './contract.ts'

export const listOpenPlaces = () => sql<OpenPlaces>`
  select service_id as "serviceId", capacity, open from access.list_open_places()`
