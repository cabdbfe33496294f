import { sql } from '#platform/database.ts'
import type { OwnCode } from '../edfi/own-codes.ts'
import type { ImportDetail, ImportProblem, ImportSummary } from '../contract.ts'

const summary = `
  i.id, s.name as "sourceName", i.state, i.formats, i.rows_done as "rowsDone", i.rows_expected as "rowsExpected", i.failure,
  case when i.failure is not null then i.failure_code end as "failureCode",
  i.created_at as "createdAt", nullif(concat_ws(' ', p.given_name, p.family_name), '') as "createdBy", i.applied_at as "appliedAt",
  i.state = 'applied' and i.id = (select o.id from import o where o.community_id = i.community_id and o.district_id = i.district_id
    and o.applied_at is not null order by o.applied_at desc limit 1) as "mayUndo"`
const joins = `
  from import i
  left join import_source s on s.community_id = i.community_id and s.id = i.source_id
  left join person p on p.community_id = i.community_id and p.id = i.created_by
  where i.community_id = (select access.community())`

/** The district's imports, newest first. */
export const listImports = () => ({
  ...sql<ImportSummary>``,
  text: `select ${summary} ${joins} order by i.created_at desc limit 100`,
})

export const findImportDetail = (id: string) => ({
  ...sql<Omit<ImportDetail, 'files' | 'problemCounts'>>``,
  text: `select ${summary}, i.counts, i.questions, i.answers ${joins} and i.id = $1`,
  values: [id],
})

export const listImportFiles = (id: string) => sql<ImportDetail['files'][number]>`
  select name, kind, bytes, row_count as "rowCount" from import_file
  where community_id = (select access.community()) and import_id = ${id} order by name`

export const countProblems = (id: string) => sql<ImportDetail['problemCounts']>`
  select count(*) filter (where severity = 'error') as error, count(*) filter (where severity = 'warning') as warning,
    count(*) filter (where severity = 'note') as note
  from import_problem where community_id = (select access.community()) and import_id = ${id}`

export const listProblems = (id: string, severity: string | null, limit: number, offset: number) => sql<ImportProblem>`
  select file, row_number as "rowNumber", column_name as "columnName", value, rule, severity, message, params from import_problem
  where community_id = (select access.community()) and import_id = ${id} and (${severity}::text is null or severity = ${severity})
  order by array_position(array['error', 'warning', 'note'], severity), file, row_number nulls first, column_name, id
  limit ${limit} offset ${offset}`

export const requestImport = (id: string, wanted: string) => sql<{ state: string }>`
  select act.request_import(${id}, ${wanted}) as state`
export const answerImport = (id: string, answers: Record<string, string>) => sql<{ state: string }>`
  select act.answer_import(${id}, ${JSON.stringify(answers)}) as state`
export const enqueueImport = (task: string, id: string) => sql`select graphile_worker.enqueue(${task}, ${id})`

export const listOwnCodes = () => sql<OwnCode>`
  select category, code, meaning from import_code where community_id = (select access.community()) order by category, code`

/** The values that were no code of their column, most frequent first. */
export const listUnknownValues = (id: string) => sql<{ file: string; rule: string; columnName: string; value: string }>`
  select file, rule, column_name as "columnName", value from import_problem
  where community_id = (select access.community()) and import_id = ${id} and rule in ('unknown_code', 'code') and column_name is not null and value is not null
  group by 1, 2, 3, 4 order by count(*) desc, 4 limit 1000`

export const listMeanings = (categories: readonly string[]) => sql<{ category: string; meanings: string[] }>`
  select category, access.import_meanings(category) as meanings from unnest(${categories}::text[]) category`

export const setImportCode = ({
  category,
  code,
  meaning,
}: {
  category: string
  code: string
  meaning: string | null
}) => sql`select act.set_import_code(${category}, ${code}, ${meaning})`
