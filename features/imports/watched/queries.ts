import { sql } from '#platform/database.ts'
import type { Kept } from '../files/keep.ts'

export type Taking = { id: string; files: string[] }
export type WatchedSource = {
  id: string
  /** The short name of the community, below which the folder lies. */
  community: string
  folder: string
  seen: string | null
  taking: Taking | null
  mayImport: boolean
}
export type Said = 'no_folder' | 'link' | 'empty' | 'waiting' | 'no_steward' | 'unreadable'

export const listWatched = () => sql<WatchedSource>`
  select id, community, folder, seen, taking, may_import as "mayImport" from access.watched_sources()`

export const saw = (source: string, seen: string | null, said: Said) =>
  sql`select access.saw_watched(${source}, ${seen}, ${said})`

/** The taking in force: this one, or the one that a killed process began. */
export const beginTaking = (source: string, files: readonly string[]) => sql<{ taking: Taking }>`
  select access.begin_taking(${source}, ${JSON.stringify(files)}) as taking`

/** Answers whether there is an import now; not so when these were the files of the last one. */
export const finishTaking = (source: string, files: readonly Kept[], failure: string | null) => sql<{ isNew: boolean }>`
  select access.finish_taking(${source}, ${JSON.stringify(files)}, ${failure}) as "isNew"`

export const listUndecided = () => sql<{ id: string }>`select id from access.undecided_imports()`

export const listApplied = (source: string, ids: readonly string[]) => sql<{ id: string }>`
  select id from access.applied_imports(${source}, ${ids}::uuid[])`

export const findDecision = (importId: string) => sql<{
  state: string
  appliesItself: boolean
  errors: number
  questions: number
}>`
  select i.state, s.applies_itself as "appliesItself", jsonb_array_length(i.questions) as questions,
    (select count(*)::int from import_problem p where p.community_id = i.community_id and p.import_id = i.id and p.severity = 'error') as errors
  from import i join import_source s on s.community_id = i.community_id and s.id = i.source_id
  where i.community_id = access.community() and i.id = ${importId} and i.waits_for is null`

export const holdFor = (importId: string, reason: string) =>
  sql`update import set waits_for = ${reason} where community_id = access.community() and id = ${importId}`

/** In the name of the source's owner, in whose name the import stands already. */
export const applyUnasked = (importId: string) => sql`
  update import set wanted = 'apply', state = 'applying', applied_by = created_by
  where community_id = access.community() and id = ${importId} and state = 'checked'`
