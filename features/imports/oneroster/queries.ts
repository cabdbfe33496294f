import type pg from 'pg'
import type { FileSpec } from '../csv/file-spec.ts'
import { snake, type Work } from '../staging/names.ts'
import { createRawTable, runSql } from '../staging/queries.ts'

type Client = pg.PoolClient

/** Cells that nothing here is made of are not kept. */
const unused = new Set(
  'sourcedId status dateLastModified username userIds identifier userMasterIdentifier resourceSourcedIds pronouns password countryOfBirthCode stateOfBirthAbbreviation cityOfBirth publicSchoolResidenceStatus location periods'.split(
    ' ',
  ),
)
/** Rows that are told to go are gone; of those that have a day the facts are asked for them, whatever year the files speak of. */
const goneAtOnce = new Set(['orgs.csv', 'courses.csv', 'users.csv', 'roles.csv', 'demographics.csv'])
const literal = (text: string) => `'${text.replaceAll("'", "''")}'`
const keptColumns = ({ columns }: FileSpec) =>
  columns.filter(({ name }) => !unused.has(name)).map(({ name }) => snake(name))

/** Of which files the whole is known as this source told it last. */
export async function copiedFiles(client: Client, work: Work): Promise<Set<string>> {
  const { rows } = await runSql(client, work, 'select access.copied_files(:source_id) as files')
  return new Set(rows[0].files as string[])
}

/** Of several rows of one id the one that was changed last counts, whatever their order. */
export const keepLatest = (client: Client, work: Work, { table }: FileSpec) =>
  runSql(
    client,
    work,
    `delete from stage.${table} t using (
       select row_number, row_number() over (partition by sourced_id order by date_last_modified desc nulls last, row_number desc) as place
       from stage.${table} where sourced_id is not null) d
     where d.row_number = t.row_number and d.place > 1`,
  )

/** Lays a file of changes over what the source told before, so that its raw table holds the whole. Known rows have numbers below nought. */
export async function layOverCopy(client: Client, work: Work, spec: FileSpec, isGiven: boolean) {
  const { file, table } = spec
  if (!isGiven)
    await createRawTable(
      client,
      work,
      table,
      spec.columns.map(({ name }) => name),
    )
  const names = keptColumns(spec)
  await runSql(
    client,
    work,
    `insert into stage.${table} (row_number, set_aside, sourced_id, ${names.map((name) => `"${name}"`).join(', ')})
     select -row_number() over (order by c.external_id), coalesce((c.cells ->> 'set_aside')::boolean, false), c.external_id,
       ${names.map((name) => `c.cells ->> ${literal(name)}`).join(', ')}
     from access.source_copy(:source_id, ${literal(file)}) c
     where not exists (select from stage.${table} t where t.sourced_id = c.external_id);
     ${file === 'users.csv' ? `insert into stage.named_gone select sourced_id from stage.${table} where status in ('tobedeleted', 'inactive');` : ''}
     ${goneAtOnce.has(file) ? `delete from stage.${table} where status in ('tobedeleted', 'inactive');` : ''}`,
  )
}

/** Notes of which files the whole stands in staging now (kept when the import is applied), and which are no longer known whole. */
export const noteCopies = (client: Client, work: Work, whole: readonly FileSpec[], unknown: readonly string[]) =>
  runSql(
    client,
    work,
    `create unlogged table stage.copied (file text, is_whole boolean);
     ${[...whole.map(({ file }) => `(${literal(file)}, true)`), ...unknown.map((file) => `(${literal(file)}, false)`)]
       .map((row) => `insert into stage.copied values ${row};`)
       .join('\n')}`,
  )

function keepStatements(spec: FileSpec) {
  const { file, table } = spec
  const cells = keptColumns(spec).map((name) => `${literal(name)}, t."${name}"`)
  const here = `community_id = access.community() and source_id = :source_id and file = ${literal(file)}`
  const isLive = `coalesce(t.status, 'active') = 'active'`
  return `
    delete from import_copy c where ${here} and not exists (select from stage.${table} t where t.sourced_id = c.external_id and ${isLive});
    insert into import_copy as c (community_id, source_id, file, external_id, cells)
    select distinct on (t.sourced_id) access.community(), :source_id, ${literal(file)}, t.sourced_id,
      jsonb_strip_nulls(jsonb_build_object('set_aside', case when t.set_aside then true end, ${cells.join(', ')}))
    from stage.${table} t where t.sourced_id is not null and ${isLive} order by t.sourced_id, t.row_number
    on conflict (community_id, source_id, file, external_id) do update set cells = excluded.cells where c.cells is distinct from excluded.cells;`
}

/** With the facts of an import the source's own rows are kept, for the packages of changes that follow. */
export async function keepCopies(client: Client, work: Work, specs: readonly FileSpec[]) {
  if (!work.made.has('copied')) return
  const noted = await runSql(client, work, 'select file, is_whole as "isWhole" from stage.copied')
  const whole = new Set(noted.rows.filter(({ isWhole }) => isWhole).map(({ file }) => file as string))
  const unknown = noted.rows.filter(({ isWhole }) => !isWhole).map(({ file }) => literal(file))
  const kept = specs.filter(({ file }) => whole.has(file))
  await runSql(
    client,
    work,
    `${kept.map(keepStatements).join('\n')}
     update import_source s set copied_files = (
       select coalesce(array_agg(distinct f order by f), '{}') from unnest(s.copied_files || array[${kept.map(({ file }) => literal(file)).join(', ')}]::text[]) f
       where f <> all (array[${unknown.join(', ')}]::text[]))
     where s.community_id = access.community() and s.id = :source_id`,
  )
}

/** After an import is undone nobody knows any more what the source told last: changes are read by themselves until it tells the whole again. */
export const forgetCopies = (client: Client, work: Work) =>
  runSql(
    client,
    work,
    `delete from import_copy where community_id = access.community() and source_id = :source_id;
     update import_source set copied_files = '{}' where community_id = access.community() and id = :source_id`,
  )
