import { sql } from '#platform/database.ts'

/** For the owner only: a community with its slug, and its first district. */
export const createCommunity = (id: string, slug: string, isDemo: boolean) => sql`
  insert into platform.community_directory (slug, community_id, is_demo) values (${slug}, ${id}, ${isDemo})`
export const describeCommunity = (id: string, name: string, timeZone: string) => sql`
  insert into community (community_id, name, time_zone) values (${id}, ${name}, ${timeZone})`
export const createDistrict = (community: string, name: string, externalId: string | null) => sql<{ id: string }>`
  insert into district (community_id, name, external_id) values (${community}, ${name}, ${externalId}) returning id`

export const findCommunity = (slug: string) => sql<{ id: string }>`
  select community_id as id from platform.community_directory where slug = ${slug}`
export const listCommunities = () => sql<{ slug: string; isDemo: boolean }>`
  select slug, is_demo as "isDemo" from platform.community_directory order by slug`
export const listDistricts = (community: string) => sql<{ id: string; name: string }>`
  select id, name from district where community_id = ${community} order by name, id`
export const isTimeZone = (name: string) => sql<{ found: boolean }>`
  select exists (select from pg_timezone_names where name = ${name}) as found`
