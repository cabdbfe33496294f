import type pg from 'pg'
import type { SentenceParams } from '../adapter.ts'
import { snake, type Work } from '../staging/names.ts'
import { runSql } from '../staging/queries.ts'
import type { ColumnSpec, FileSpec } from './file-spec.ts'

const literal = (text: string) => `'${text.replaceAll("'", "''")}'`
/** Words that people typed: nothing in them is taken for SQL, or for what stands for a table or an id in it. */
const typed = (text: string) => `convert_from('\\x${Buffer.from(text).toString('hex')}', 'UTF8')`

/** Few values in many rows: each is looked at once, which is what offset 0 sees to. Ids and texts are as good as all different. */
const cellsOf = (table: string, { name, kind }: ColumnSpec) =>
  ['date', 'code', 'number', 'boolean'].includes(kind)
    ? `(select distinct "${snake(name)}" from ${table} offset 0) told`
    : table

/**
 * Statements that tell what is odd about the cells of a column, put right what is clear, and set aside what is not. All of them are about
 * cells that are one of `conditions`: where none is, none of them finds anything.
 */
function cellStatements(spec: FileSpec, file: string, column: ColumnSpec) {
  const table = `stage.${spec.table}`
  const statements: string[] = []
  const conditions: string[] = []

  /** One line of report for all rows with the same oddity, which were read all the same. */
  const tell = (rule: string, severity: string, condition: string, message: string) => {
    conditions.push(condition)
    statements.push(`insert into stage.problem (file, row_number, column_name, value, rule, severity, message, params)
      select ${literal(file)}, min(row_number), ${literal(column.name)}, (array_agg("${snake(column.name)}" order by row_number))[1], '${rule}', '${severity}',
        replace(${literal(message)}, '#', count(*)::text), jsonb_build_object('count', count(*)) from ${table} where ${condition} having count(*) > 0;`)
  }
  /** A line of report for each row; the row waits until it is corrected, or the cell is left out. */
  const refuse = (rule: string, condition: string, message: string, params: SentenceParams = { context: 'cell' }) => {
    conditions.push(condition)
    const name = `"${snake(column.name)}"`
    const isNeeded = column.need === 'needed'
    const ending = isNeeded
      ? 'The row was set aside; correct it and send the file again.'
      : 'The cell was left out, the rest of the row was read.'
    const filled = JSON.stringify({ ...params, outcome: isNeeded ? 'row_aside' : 'cell_out' })
    statements.push(`insert into stage.problem (file, row_number, column_name, value, rule, severity, message, params)
      select ${literal(file)}, row_number, ${literal(column.name)}, left(${name}, 200), '${rule}', '${isNeeded ? 'error' : 'warning'}', ${literal(`${message} ${ending}`)}, ${literal(filled)}
      from ${table} where not set_aside and (${condition});`)
    statements.push(
      `update ${table} set ${isNeeded ? 'set_aside = true' : `${name} = null`} where not set_aside and (${condition});`,
    )
  }
  const putRight = (value: string, condition: string) => {
    conditions.push(condition)
    statements.push(`update ${table} set "${snake(column.name)}" = ${value} where ${condition};`)
  }

  const name = `"${snake(column.name)}"`
  const spaces = `${name} <> btrim(${name})`
  if (column.kind === 'id')
    tell('id_spaces', 'note', spaces, 'In # rows there are spaces before or after this id. They were left out.')
  if (column.kind !== 'text' || column.need === 'needed') putRight(`nullif(btrim(${name}), '')`, spaces)
  if (column.need === 'needed') refuse('blank', `${name} is null`, 'This cell may not be blank.')
  if (column.kind === 'date') {
    const us = `${name} ~ '^\\d{1,2}/\\d{1,2}/\\d{4}$' and access.us_day(${name}) is not null`
    const moment = `${name} ~ '^\\d{4}-\\d{2}-\\d{2}[T ]' and access.day_of(left(${name}, 10)) is not null`
    tell('us_date', 'note', us, 'In # rows this date is written in the American way. It was read as month/day/year.')
    putRight(`access.us_day(${name})::text`, us)
    tell('date_with_time', 'note', moment, 'In # rows there is a time of day after this date. Only the date was read.')
    putRight(`left(${name}, 10)`, moment)
    refuse(
      'date',
      `${name} in (select v from (select distinct ${name} as v from ${table} offset 0) told where v is not null and access.day_of(v) is null)`,
      'This is not a date. Dates are written YYYY-MM-DD, as in 2026-09-03.',
    )
  }
  if (column.kind === 'boolean') {
    const loose = `${name} not in ('true', 'false') and lower(${name}) in ('true', 'false', '1', '0', 'yes', 'no', 'y', 'n', 't', 'f')`
    tell(
      'boolean_case',
      'note',
      loose,
      'In # rows this is not written as true or false in small letters. It was read all the same.',
    )
    putRight(`(lower(${name})::boolean)::text`, loose)
    refuse('boolean', `${name} not in ('true', 'false')`, 'This is neither true nor false.')
  }
  if (column.kind === 'code') {
    const codes = column.codes!
    const list = codes.map(literal).join(', ')
    const known = codes.map((code) => literal(code.toLowerCase())).join(', ')
    for (const { code, word } of column.own ?? [])
      putRight(literal(word), `lower(${name}) = lower(${typed(code)}) and lower(${name}) not in (${known})`)
    const other = `${name} not in (${list}) and lower(${name}) in (${known})`
    tell(
      'code_case',
      'warning',
      other,
      'In # rows this code has the wrong capital or small letters. It was read all the same.',
    )
    putRight(
      `case lower(${name}) ${codes.map((code) => `when ${literal(code.toLowerCase())} then ${literal(code)}`).join(' ')} end`,
      other,
    )
    refuse('code', `${name} not in (${list})`, `This code is not known here. Known are ${codes.join(', ')}.`, {
      codes: codes.join(', '),
      context: 'cell',
    })
  }
  if (column.kind === 'number') {
    refuse(
      'number',
      `${name} is not null and ${name} !~ '^-?(\\d{1,12}(\\.\\d*)?|\\.\\d+)$'`,
      'This is not a number. Numbers have a point and no other signs.',
    )
    const bounds = [
      column.least !== undefined && `access.number_of(${name}) < ${column.least}`,
      column.most !== undefined && `access.number_of(${name}) > ${column.most}`,
    ].filter(Boolean)
    const range = `It must be ${column.least ?? 'any'}${column.most === undefined ? ' or more' : ` to ${column.most}`}.`
    if (bounds.length)
      refuse('number_range', bounds.join(' or '), `This number is out of range. ${range}`, {
        least: column.least ?? 'any',
        most: column.most ?? '',
        context: column.most === undefined ? 'least' : 'cell',
      })
  }
  return { conditions, statements }
}

/** Checks and puts right the cells of a raw file; `file` is the name to report. */
export async function checkCells(client: pg.PoolClient, work: Work, spec: FileSpec, file: string) {
  const found = spec.columns.map((column) => ({ column, ...cellStatements(spec, file, column) }))
  const asked = found.map(
    ({ column, conditions }) =>
      `exists (select from ${cellsOf(`stage.${spec.table}`, column)} where ${conditions.map((each) => `(${each})`).join(' or ') || 'false'})`,
  )
  const { rows } = await runSql(client, work, `select array[${asked.join(', ')}] as odd`)
  const odd = rows[0].odd as boolean[]
  for (const { statements } of found.filter((_, i) => odd[i])) await runSql(client, work, statements.join('\n'))
}

/** How many rows there are, and how many of them carry a status: those files tell changes, not the whole. */
export async function countStatuses(client: pg.PoolClient, work: Work, table: string) {
  const { rows } = await runSql(
    client,
    work,
    `select count(*)::int as all, count(status)::int as told from stage.${table}`,
  )
  return rows[0] as { all: number; told: number }
}

export const copiedRows = async (client: pg.PoolClient, work: Work, table: string) =>
  (await runSql(client, work, `select * from stage.${table} order by row_number`)).rows as Record<
    string,
    string | null
  >[]
