import { sql, type Statement } from '#platform/database.ts'
import type { OwnCode } from './edfi/own-codes.ts'
import type { Counts } from './facts/queries.ts'
import type { Practice, Question } from './facts/questions.ts'
import type { Kept } from './files/keep.ts'
import type { Mapping } from './mapped/mapping.ts'

export type ImportRow = {
  id: string
  sourceId: string
  state: string
  wanted: 'check' | 'apply'
  questions: Question[]
  answers: Record<string, string>
  counts: Record<string, Counts>
  stagedRows: number | null
  practice: Practice | null
  /** What the district itself says that codes mean. */
  ownCodes: OwnCode[]
  /** The version of the district's rule about half days; 0: it has none. */
  dayRule: number
  /** What the columns of this source's files mean, where no standard says it. */
  mapping: Mapping | null
  files: { name: string; kind: string; sha256: string; bytes: number; rows: number | null }[]
}

export const findImport = (id: string) => sql<ImportRow>`
  select i.id, i.source_id as "sourceId", i.state, i.wanted, i.questions, i.answers, i.counts, i.staged_rows as "stagedRows",
    s.attendance_practice as practice,
    coalesce((select r.version from attendance_rule r where r.community_id = i.community_id and r.district_id = i.district_id), 0) as "dayRule",
    (select m.mapping from import_mapping m where m.community_id = i.community_id and m.source_id = i.source_id) as mapping,
    (select coalesce(json_agg(json_build_object('category', o.category, 'code', o.code, 'meaning', o.meaning) order by o.category, o.code), '[]')
     from import_code o where o.community_id = i.community_id and o.district_id = i.district_id) as "ownCodes",
    (select json_agg(json_build_object('name', f.name, 'kind', f.kind, 'sha256', f.sha256, 'bytes', f.bytes, 'rows', f.row_count) order by f.name)
     from import_file f where f.community_id = i.community_id and f.import_id = i.id) as files
  from import i join import_source s on s.community_id = i.community_id and s.id = i.source_id
  where i.community_id = access.community() and i.id = ${id}`

export const setState = (id: string, state: string) =>
  sql`update import set state = ${state}, failure = null where community_id = access.community() and id = ${id}`

/** Answers with the id unless the import has meanwhile been discarded, applied or given up. */
export const startReading = (id: string, rowsExpected: number) => sql<{ id: string }>`
  update import set state = 'reading', rows_done = 0, rows_expected = ${rowsExpected}, failure = null, counts = '{}', questions = '[]'
  where community_id = access.community() and id = ${id}
    and state in ('received', 'reading', 'needs_mapping', 'checking', 'checked', 'needs_answer', 'applying') returning id`

export const startChecking = (id: string, rowsExpected: number) => sql`
  update import set state = 'checking', rows_done = 0, rows_expected = ${rowsExpected}
  where community_id = access.community() and id = ${id} and state = 'reading'`

export const setProgress = (id: string, rowsDone: number) => sql`
  update import set rows_done = least(greatest(${rowsDone}::bigint, 0), coalesce(rows_expected, ${rowsDone}::bigint))
  where community_id = access.community() and id = ${id}`

export const startCounting = (id: string, rowsExpected: number) =>
  sql`update import set rows_done = 0, rows_expected = ${rowsExpected} where community_id = access.community() and id = ${id}`

/** Why an import stopped: in English, and as a code whose words the pages have under refusal. */
export type Failure = { sentence: string; code: string }

type Checked = {
  state: string
  formats: string[]
  counts: Record<string, Counts>
  questions: Question[]
  stagedRows: number | null
}

export const finishCheck = (id: string, { state, formats, counts, questions, stagedRows }: Checked) => sql`
  update import set state = ${state}, formats = ${formats}, counts = ${JSON.stringify(counts)}, questions = ${JSON.stringify(questions)},
    staged_rows = ${stagedRows}, rows_done = coalesce(rows_expected, 0), checked_at = now()
  where community_id = access.community() and id = ${id}`

export const fail = (id: string, { sentence, code }: Failure, state = 'failed') =>
  sql`update import set state = ${state}, failure = ${sentence}, failure_code = ${code} where community_id = access.community() and id = ${id}`

export const finishApply = (id: string, hash: string): Statement => sql`
  update import set state = 'applied', applied_at = clock_timestamp(), applied_by = coalesce(applied_by, created_by), content_hash = ${hash},
    rows_done = coalesce(rows_expected, 0), failure = null
  where community_id = access.community() and id = ${id}`

export const finishUndo = (id: string) => sql`
  update import set state = 'undone', undone_at = clock_timestamp(), failure = null where community_id = access.community() and id = ${id}`

/** One import at a time in a community: two that add the same row would meet. */
export const lockCommunity = (communityId: string) =>
  sql`select pg_advisory_xact_lock(hashtextextended('import ' || ${communityId}, 0))`

/** Whether anything was applied or undone since this import was checked, or a day has passed. */
export const isStale = (id: string) => sql<{ stale: boolean }>`
  select i.checked_at is null or (i.checked_at at time zone c.time_zone)::date <> access.today() or exists (
    select from import o where o.community_id = i.community_id and o.id <> i.id and (o.applied_at >= i.checked_at or o.undone_at >= i.checked_at)) as stale
  from import i join community c on c.community_id = i.community_id
  where i.community_id = access.community() and i.id = ${id}`

/** The one import that can still be undone: the last one applied in the district. What one before it replaced is no longer kept. */
export const findLastApplied = () => sql<{ id: string }>`
  select id from (
    select id, state from import where community_id = access.community() and district_id = access.district() and applied_at is not null
    order by applied_at desc limit 1
  ) last where state in ('applied', 'undoing')`

/** The import of the same files from the same source, if nothing was applied or undone in the community since it was applied. */
export const findSame = (id: string, sourceId: string, hash: string) => sql<{
  id: string
  formats: string[]
  counts: Record<string, Counts>
  questions: Question[]
  appliedOn: string
}>`
  select i.id, i.formats, i.counts, i.questions, (i.applied_at at time zone c.time_zone)::date as "appliedOn"
  from import i join community c on c.community_id = i.community_id
  where i.community_id = access.community() and i.id <> ${id} and i.source_id = ${sourceId} and i.state = 'applied' and i.content_hash = ${hash}
    and i.applied_at = (select max(greatest(o.applied_at, o.undone_at)) from import o where o.community_id = i.community_id)`

export const copyProblems = (id: string, from: string) => sql`
  with forgotten as (delete from import_problem where community_id = access.community() and import_id = ${id})
  insert into import_problem (community_id, import_id, district_id, file, row_number, column_name, value, rule, severity, message, params)
  select community_id, ${id}, district_id, file, row_number, column_name, value, rule, severity, message, params from import_problem
  where community_id = access.community() and import_id = ${from} and rule <> 'same_files'`

export const tellSameFiles = (id: string, appliedOn: string) => sql`
  insert into import_problem (community_id, import_id, district_id, file, rule, severity, message, params)
  values (access.community(), ${id}, access.district(), '', 'same_files', 'note',
    ${`These are the very files of the import of ${appliedOn}, and nothing was imported since. They change nothing and were not read again.`}, ${JSON.stringify({ on: appliedOn })})`

/** By the definer function, for the data steward alone. */
export const receive = (sourceName: string, kind: string, files: readonly Kept[]) =>
  sql<{ id: string }>`select act.receive_import(${sourceName}, ${kind}, ${JSON.stringify(files)}) as id`
