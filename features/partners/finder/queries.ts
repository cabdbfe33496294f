import { sql } from '#platform/database.ts'
import type { PublicService } from './contract.ts'

export const listPublicServices = (slug: string) => sql<{ service: PublicService }>`
  select service from door.public_services(${slug})`

export const findPublicCommunity = (slug: string) => sql<{ name: string; timeZone: string }>`
  select name, time_zone as "timeZone" from door.public_community(${slug})`
