import type pg from 'pg'
import type { SentenceParams } from '../adapter.ts'
import { codes, recordColumns, type RecordKind } from '../records.ts'
import { snake, type Work } from '../staging/names.ts'
import { runSql } from '../staging/queries.ts'
import { listedAtMost } from './report.ts'
import { rules, type Reference } from './rules.ts'

const literal = (text: string) => `'${text.replaceAll("'", "''")}'`
const asideEnding = 'The row was set aside; correct it and send the file again.'
const leftOutEnding = 'The value was left out, the rest of the row was read.'

type Fault = {
  column: string | null
  rule: string
  condition: string
  message: string
  setsAside: boolean
  params?: SentenceParams
}

/** The rows that a reported row stands for are counted: one of many that say "present" is there in the name of all. */
const standingFor = (table: string, name: string, where: string) => `
    insert into stage.problem (file, column_name, rule, severity, message, params)
    select file, ${literal(name)}, 'reference', 'error', 'There are ' || sum(stands_for - 1) || ' more rows with this problem. They are counted and not listed.',
      jsonb_build_object('more', sum(stands_for - 1))
    from ${table} where ${where} group by file having sum(stands_for - 1) > 0;`

/** Whether there is a row with the fault at all; of a column with few values each is looked at once. */
function isThere(kind: RecordKind, { column, rule, condition }: Fault) {
  const table = `stage.${snake(kind)}`
  const told = ['date', 'number', 'number_range', 'boolean', 'code'].includes(rule)
    ? `(select distinct ${snake(column!)} from ${table} where not set_aside and not is_deleted offset 0) told`
    : `${table} where not set_aside and not is_deleted`
  return `exists (select from (select * from ${told}) told where ${condition})`
}

/** Reports the rows of a kind with a fault, and sets them aside or leaves the value out. */
function faultStatements(kind: RecordKind, { column, rule, condition, message, setsAside, params = {} }: Fault) {
  const table = `stage.${snake(kind)}`
  const name = column ? snake(column) : null
  const where = `not set_aside and not is_deleted and (${condition})`
  const change = setsAside ? 'set_aside = true' : `${name} = null`
  const ending = setsAside ? asideEnding : leftOutEnding
  const filled = JSON.stringify({ ...params, outcome: setsAside ? 'row_aside' : 'value_out' })
  return `
    insert into stage.problem (file, row_number, column_name, value, rule, severity, message, params)
    select file, row_number, ${name ? literal(name) : 'null'}, ${name ? `left(${name}, 200)` : 'null'}, '${rule}', '${setsAside ? 'error' : 'warning'}', ${literal(`${message} ${ending}`)}, ${literal(filled)}
    from ${table} where ${where};
    ${kind === 'attendance' && rule === 'reference' ? standingFor(table, `${name}`, where) : ''}
    update ${table} set ${change} where ${where};`
}

/** Whether the cell is one that cannot be read. Each value is read once, however many rows it stands in: that is what offset 0 sees to. */
const isUnreadable = (kind: RecordKind, name: string, reader: 'day_of' | 'number_of') =>
  `${name} in (select v from (select distinct ${name} as v from stage.${snake(kind)} offset 0) told where v is not null and access.${reader}(v) is null)`

function valueFaults(kind: RecordKind): Fault[] {
  const { needed, days = [], numbers = [], booleans = [], codes: coded = [], span } = rules[kind]
  const isNeeded = (column: string) => needed.includes(column)
  const fault = (column: string, rule: string, condition: string, message: string): Fault => ({
    column,
    rule,
    condition,
    message,
    setsAside: isNeeded(column),
  })
  return [
    ...needed.map((column) => fault(column, 'blank', `${snake(column)} is null`, 'This may not be blank.')),
    ...days.map((column) => {
      const name = snake(column)
      return fault(column, 'date', isUnreadable(kind, name, 'day_of'), 'This is not a date as YYYY-MM-DD.')
    }),
    ...numbers.map((column) => {
      const name = snake(column)
      return fault(column, 'number', isUnreadable(kind, name, 'number_of'), 'This is not a number.')
    }),
    ...booleans.map((column) =>
      fault(column, 'boolean', `${snake(column)} not in ('true', 'false')`, 'This is neither true nor false.'),
    ),
    ...coded.map((column) => {
      const known = codes[`${kind}.${column}`]!
      return fault(
        column,
        'code',
        `${snake(column)} not in (${known.map(literal).join(', ')})`,
        'This code is not known here.',
      )
    }),
    ...(kind === 'attendance'
      ? [
          fault(
            'duration',
            'number_range',
            'duration in (select v from (select distinct duration as v from stage.attendance offset 0) told where access.number_of(v) not between 0 and 1)',
            'This must be 0 to 1, a part of a day.',
          ),
        ]
      : []),
    ...(span
      ? [
          {
            ...fault(
              span[1],
              'span',
              `access.day_of(${snake(span[1])}) < access.day_of(${snake(span[0])})`,
              'The last day is before the first.',
            ),
            setsAside: true,
          },
        ]
      : []),
  ]
}

const referenceFault = ({ column, to, when = 'true', isOptional, said }: Reference): Fault => ({
  column,
  rule: 'reference',
  condition: `${when} and ${snake(column)} is not null and not exists (select from stage.known_${to} k where k.external_id = ${snake(column)})`,
  message: `There is no ${said} with this id, neither in these files nor here already.`,
  params: { thing: to === 'person' ? 'contact' : to === 'worker' ? 'teacher' : to },
  setsAside: !isOptional,
})

const keysOf = (kind: RecordKind) => rules[kind].key.map((column) => `coalesce(${snake(column)}, '')`).join(', ')
const isRepeated = (kind: RecordKind) =>
  `exists (select from stage.${snake(kind)} where not set_aside group by ${keysOf(kind)} having count(*) > 1)`

/** The same key twice: the same row again is a note, a different one is set aside. */
function repeatStatements(kind: RecordKind) {
  const { key } = rules[kind]
  const table = `stage.${snake(kind)}`
  const keys = keysOf(kind)
  const whole = recordColumns[kind].map((column) => `coalesce(${snake(column)}, '')`).join(` || chr(31) || `)
  return `
    create unlogged table stage.repeated_${snake(kind)} as
    select n, file, row_number, is_same, first_row from (
      select n, file, row_number, row_number() over w as place, first_value(row_number) over w as first_row, ${whole} = first_value(${whole}) over w as is_same
      from ${table} where not set_aside and (${keys}) in (select ${keys} from ${table} where not set_aside group by ${keys} having count(*) > 1)
      window w as (partition by ${keys} order by n)
    ) d where place > 1;
    insert into stage.problem (file, row_number, column_name, value, rule, severity, message, params)
    select r.file, r.row_number, ${literal(snake(key[0]!))}, left(t.${snake(key[0]!)}, 200), 'duplicate', case when is_same then 'note' else 'error' end,
      case when is_same then 'This row is there twice (first in row ' || first_row || '). It counts once.'
        else 'Row ' || first_row || ' has the same id and says something else. The first one was read and this one set aside; keep the one that counts.' end,
      jsonb_build_object('first', first_row, 'context', case when is_same then 'same' else 'different' end)
    from stage.repeated_${snake(kind)} r join ${table} t on t.n = r.n;
    update ${table} t set set_aside = true from stage.repeated_${snake(kind)} r where r.n = t.n and not r.is_same;
    delete from ${table} t using stage.repeated_${snake(kind)} r where r.n = t.n and r.is_same;`
}

/** Checks all records of a kind, in sets, and answers how many there are. Whatever they refer to has been checked and is known before. */
export async function checkKind(client: pg.PoolClient, work: Work, kind: RecordKind): Promise<number> {
  if (!work.made.has(snake(kind))) return 0
  const table = `stage.${snake(kind)}`
  const values = valueFaults(kind)
  const references = (rules[kind].references ?? []).map(referenceFault)
  await runSql(client, work, `analyze ${table}`)
  const { rows } = await runSql(
    client,
    work,
    `select (select count(*)::int from ${table}) as count, array[${values.map((fault) => isThere(kind, fault)).join(', ')}]::boolean[] as values,
       array[${references.map((fault) => isThere(kind, fault)).join(', ')}]::boolean[] as references,
       ${rules[kind].mayRepeat ? 'false' : isRepeated(kind)} as repeats`,
  )
  const found = rows[0] as { count: number; values: boolean[]; references: boolean[]; repeats: boolean }
  if (found.count === 0) return 0
  // A row that is set aside, or a value that is left out, makes other rows the same.
  const mayRepeat = found.repeats || (found.values.some(Boolean) && !rules[kind].mayRepeat)
  const statementsOf = (faults: Fault[], isFound: boolean[]) =>
    faults.filter((_, i) => isFound[i]).map((fault) => faultStatements(kind, fault))
  await runSql(
    client,
    work,
    [
      ...statementsOf(values, found.values),
      ...(mayRepeat ? [repeatStatements(kind)] : []),
      ...statementsOf(references, found.references),
    ].join('\n'),
  )
  return found.count
}

/** Makes the found problems the import's report, in the words of the files: the first ones one by one, the rest as a count. */
export const publishProblems = (client: pg.PoolClient, work: Work) =>
  runSql(
    client,
    work,
    `delete from import_problem where community_id = access.community() and import_id = :import_id;
     create unlogged table stage.listed as
     select p.*, o.original, row_number() over (partition by p.file, p.rule, p.column_name order by p.nth, p.n) as place,
       count(*) over (partition by p.file, p.rule, p.column_name) as same
     from (
       -- Of unknown codes each one is listed, however often the others stand in the file.
       select *, case when rule in ('unknown_code', 'code') then row_number() over (partition by file, rule, column_name, value order by n) end as nth
       from stage.problem
     ) p left join stage.original o on o.file = p.file and o.column_name = p.column_name;
     insert into import_problem (community_id, import_id, district_id, file, row_number, column_name, value, rule, severity, message, params)
     select access.community(), :import_id, access.district(), coalesce(file, ''), case when row_number > 0 then row_number end, coalesce(original, column_name), value, rule, severity, message, params
     from stage.listed where place <= ${listedAtMost}
     order by array_position(array['error', 'warning', 'note'], severity), file, row_number nulls first;
     insert into import_problem (community_id, import_id, district_id, file, column_name, rule, severity, message, params)
     select access.community(), :import_id, access.district(), coalesce(file, ''), coalesce(original, column_name), rule, severity,
       'There are ' || (same - ${listedAtMost}) || ' more rows with this problem. They are counted and not listed.', jsonb_build_object('more', same - ${listedAtMost})
     from stage.listed where place = ${listedAtMost} + 1;
     drop table stage.listed;`,
  )
