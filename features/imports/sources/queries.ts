import { sql } from '#platform/database.ts'
import type { ImportSource, SourceChange } from './contract.ts'

export type SourceRow = Omit<ImportSource, 'daysOverdue'> & {
  expectedSince: string | null
  lastAppliedOn: string | null
  today: string
}

/** The district's sources by name, each with its last import and its last applied one. */
export const listSources = () => sql<SourceRow>`
  select s.id, s.version, s.name, s.owner_id as "ownerId", nullif(concat_ws(' ', p.given_name, p.family_name), '') as "ownerName",
    s.owner_id = any (act.stewards_here()) is true as "isOwnerSteward",
    s.expected_every_days as "expectedEveryDays", s.expected_since as "expectedSince", last.id as "lastImportId", last.created_at as "lastImportAt",
    last.state as "lastImportState", last.waits_for as "lastWaitsFor", applied.applied_at as "lastAppliedAt",
    (applied.applied_at at time zone c.time_zone)::date as "lastAppliedOn", s.watch_folder as "watchFolder", s.applies_itself as "appliesItself",
    s.watch_said as "watchSaid", s.watch_looked_at as "watchLookedAt", access.today() as today
  from import_source s
  join community c on c.community_id = s.community_id
  left join person p on p.community_id = s.community_id and p.id = s.owner_id
  left join lateral (select i.id, i.created_at, i.state, i.waits_for from import i where i.community_id = s.community_id and i.source_id = s.id
    order by i.created_at desc limit 1) last on true
  left join lateral (select max(i.applied_at) as applied_at from import i where i.community_id = s.community_id and i.source_id = s.id and i.state = 'applied') applied on true
  where s.community_id = (select access.community()) order by lower(s.name), s.id`

/** Those who may answer for a source: the data stewards of the district today. */
export const listStewards = () => sql<{ id: string; name: string }>`
  select p.id, concat_ws(' ', p.given_name, p.family_name) as name from person p
  where p.community_id = (select access.community()) and p.id = any (act.stewards_here()) order by 2`

export const setSource = (
  id: string,
  { version, ownerId, expectedEveryDays, watchFolder, appliesItself }: SourceChange,
) => sql<{ version: number }>`
  select act.set_import_source(${id}, ${version}, ${ownerId}, ${expectedEveryDays}, ${watchFolder}, ${appliesItself}) as version`
