import type pg from 'pg'
import { snake, sqlFile, type Work } from '../staging/names.ts'
import { runSql } from '../staging/queries.ts'
import type { FactTable } from './tables.ts'

type Client = pg.PoolClient
export type Counts = { added: number; changed: number; unchanged: number; withdrawn: number; setAside: number }

/** A table without an id of its own is known by its student. */
export const rowId = ({ table }: FactTable) => (table === 'student_demographics' ? 'student_id' : 'id')

export const keysMatch = ({ key }: FactTable, one: string, other: string) =>
  key.map((column) => `${one}.${column} = ${other}.${column}`).join(' and ')

/** Who is known under several ids, of these two. */
export type Aliases = ReadonlySet<'student' | 'person'>

/** Two ids of one student may tell one fact twice: the row that is not deleted counts, and of two such always the same. */
function withoutRepeats({ table, key }: FactTable, aliases: Aliases) {
  const of = key.includes('student_id') ? 'student' : table === 'class_teacher' ? 'person' : undefined
  const hasGuardian = of === 'student' && key.includes('person_id')
  if (!of || !(aliases.has(of) || (hasGuardian && aliases.has('person')))) return ''
  return `delete from stage.to_${table} d using (select w.ctid as place, row_number() over (partition by ${key.map((column) => `w.${column}`).join(', ')} order by w.is_deleted, w::text) as nth
      from stage.to_${table} w where w.${of}_id in (select id from stage.${of}_alias)
        ${hasGuardian ? 'or w.person_id in (select id from stage.person_alias)' : ''}) n
    where d.ctid = n.place and n.nth > 1;`
}

const compared = (fact: FactTable, told: string) => {
  const { table, columns } = fact
  const list = (of: string) => columns.map((column) => `${of}.${column}`).join(', ')
  const differs = columns.length ? `or row(${list('t')}) is distinct from row(${list('w')})` : ''
  return `select w.*, case
      when w.is_deleted then case when t.community_id is not null and t.withdrawn_at is null then 'withdraw' else 'none' end
      when t.community_id is null then 'add'
      when t.withdrawn_at is not null ${differs} then 'change' else 'same' end as import_action
    from ${told} w
    left join public.${table} t on t.community_id = access.community() and ${keysMatch(fact, 't', 'w')};`
}

/**
 * What would happen to each row that the files tell, by facts/TABLE.sql: add, change, same, withdraw, or none. What the files tell is
 * only made a table of its own where more than the comparison looks at it.
 */
export async function compare(client: Client, work: Work, fact: FactTable, aliases: Aliases) {
  const { table } = fact
  const told = sqlFile(`facts/${table}.sql`)
  const repeats = withoutRepeats(fact, aliases)
  const [making, select] = new RegExp(`create unlogged table stage\\.to_${table} as\\n([^]*?);\\n`).exec(told)!
  const isAskedForTwice = repeats !== '' || told.replace(making, '').includes(`stage.to_${table}`)
  await runSql(
    client,
    work,
    isAskedForTwice
      ? `${told} ${repeats}
         create unlogged table stage.want_${table} as ${compared(fact, `stage.to_${table}`)}
         drop table stage.to_${table};
         analyze stage.want_${table};`
      : `${told.replace(making, () => `create unlogged table stage.want_${table} as with told as (\n${select}\n) ${compared(fact, 'told')}\n`)}
         analyze stage.want_${table};`,
  )
}

/** Whether the files take rows back one by one. */
export async function takesBack(client: Client, work: Work, { table }: FactTable) {
  const { rows } = await runSql(
    client,
    work,
    `select exists (select from stage.want_${table} where import_action = 'withdraw') as "takesBack"`,
  )
  return rows[0].takesBack as boolean
}

/** Which days of which schools the files tell in full; null stands for every school. A file without days speaks of all of them. */
const reachOf = ({ kind, school, alsoWhole = [] }: FactTable) => {
  const known = school ? 'left join stage.known_school k on k.external_id = c.school_external_id' : ''
  return `select ${school ? 'k.id' : 'null::uuid'} as school_id, range_agg(case
      when c.from_on is null then '(,)' when c.from_on > c.to_on then 'empty' else daterange(c.from_on, c.to_on, '[]') end) as days
    from stage.scope c ${known}
    where c.kind = '${snake(kind)}' and (c.school_external_id is null ${school ? 'or k.id is not null' : ''})
      ${alsoWhole.map((other) => `and exists (select from stage.scope o where o.kind = '${snake(other)}')`).join(' ')}
    group by 1`
}

/** Whether the days that are told in full hold the row. */
const isReached = ({ day, dayOf }: FactTable, days: string) => {
  if (day) return `t.${day} <@ ${days}`
  return dayOf ? `${days} is not null and coalesce(${dayOf} <@ ${days}, true)` : `${days} is not null`
}

/** The rows that a record speaks of that was set aside: they stay. The few of them are looked for once, and not again for every row. */
const asideOf = ({ kind, kept }: FactTable) => {
  if (!kept) return ''
  const told = `select distinct r.${kept.aside} as told from stage.${snake(kind)} r where r.set_aside and r.${kept.aside} is not null`
  return kept.column === 'external_id'
    ? `and (l.external_id is null or l.external_id not in (${told}))`
    : `and l.student_id not in (
         with aside as materialized (${told})
         select s.id from aside a join public.student s on s.community_id = access.community() and s.district_id = access.district() and s.external_id = a.told)`
}

/** The live rows of this source for which the files are the whole truth. */
const liveOf = (fact: FactTable) => {
  const { table, key, district, school } = fact
  const columns = [`t.${rowId(fact)} as id`, ...key.filter((column) => column !== 'id').map((column) => `t.${column}`)]
  return `reach as materialized (${reachOf(fact)}),
     told_before as materialized (select i.id from public.import i where i.community_id = access.community() and i.source_id = :source_id),
     live as (
       select ${columns.join(', ')} from public.${table} t
       join told_before i on i.id = t.changed_by_import
       left join reach everywhere on everywhere.school_id is null
       ${school ? `left join reach here on here.school_id = t.${school}` : ''}
       where exists (select from reach) and t.community_id = access.community() and t.withdrawn_at is null and ${district}
         and (${isReached(fact, 'everywhere.days')} ${school ? `or ${isReached(fact, 'here.days')}` : ''})
     )`
}

/** The live rows of this source that the files, being the whole truth of them, no longer tell; and those that a file takes back. */
export async function findGone(client: Client, work: Work, fact: FactTable) {
  const { table } = fact
  const id = rowId(fact)
  await runSql(
    client,
    work,
    `create unlogged table stage.gone_${table} as with ${liveOf(fact)}
     select l.id from live l
     where not exists (select from stage.want_${table} w where ${keysMatch(fact, 'l', 'w')}) ${asideOf(fact)}
     union
     select t.${id} from public.${table} t join stage.want_${table} w on ${keysMatch(fact, 't', 'w')}
     where t.community_id = access.community() and w.import_action = 'withdraw';
     analyze stage.gone_${table};`,
  )
}

/** Which kinds the files tell in full, whether for some only as a whole and not for days, and whether they name anybody as gone. */
export async function findScope(client: Client, work: Work) {
  const { rows } = await runSql(
    client,
    work,
    `select array(select distinct kind from stage.scope) as kinds, exists (select from stage.scope where from_on is null) as "isUndated",
       exists (select from stage.named_gone) as "namesGone"`,
  )
  const { kinds, ...found } = rows[0] as { kinds: string[]; isUndated: boolean; namesGone: boolean }
  return { kinds: new Set(kinds), ...found }
}

/** Whether the district has said what a half day is. */
export async function hasDayRule(client: Client, work: Work) {
  const { rows } = await runSql(
    client,
    work,
    `select exists (select from attendance_rule where community_id = access.community() and district_id = access.district()) as "isThere"`,
  )
  return rows[0].isThere as boolean
}

/** Notes under which other ids a student or worker is known, and answers whether anybody is. */
export async function makeAliases(client: Client, work: Work, of: 'student' | 'person') {
  await runSql(client, work, sqlFile(`facts/${of}-alias.sql`))
  const { rows } = await runSql(client, work, `select exists (select from stage.${of}_alias) as "areThere"`)
  return rows[0].areThere as boolean
}

/** Ids by which later records may refer to these: rows of the files, if they tell any, and rows that are here already and stay. */
export async function makeKnown(client: Client, work: Work, { table }: FactTable, isTold: boolean) {
  const more = { class: ', school_id', person: ', given_name, family_name, is_worker' }[table] ?? ''
  await runSql(
    client,
    work,
    `create unlogged table stage.known_${table} as
     ${isTold ? `select external_id, id ${more} from stage.want_${table} where import_action in ('add', 'change', 'same') union all` : ''}
     select t.external_id, t.id ${more} from public.${table} t
     where t.community_id = access.community() and t.district_id = access.district() and t.external_id is not null and t.withdrawn_at is null
       ${
         isTold
           ? `and not exists (select from stage.want_${table} w where w.external_id = t.external_id)
              and not exists (select from stage.gone_${table} g where g.id = t.id)`
           : ''
       };
     ${
       table === 'student' || table === 'person'
         ? `insert into stage.known_${table} select a.external_id, k.id ${more} from stage.${table}_alias a join stage.known_${table} k on k.external_id = a.kept_external_id
            where not exists (select from stage.known_${table} o where o.external_id = a.external_id);`
         : ''
     }
     analyze stage.known_${table};
     ${table === 'person' ? 'create unlogged table stage.known_worker as select * from stage.known_person where is_worker; analyze stage.known_worker;' : ''}`,
  )
}

/** How many rows of a table would be added, changed, left and withdrawn, and how many records wait for a correction. */
export async function countActions(client: Client, work: Work, { table, kind, asideOf = 'true' }: FactTable) {
  const { rows } = await runSql(
    client,
    work,
    `select count(*) filter (where import_action = 'add')::int as added, count(*) filter (where import_action = 'change')::int as changed,
       count(*) filter (where import_action = 'same')::int as unchanged, (select count(*) from stage.gone_${table})::int as withdrawn,
       (select coalesce(sum(stands_for), 0) from stage.${snake(kind)} where set_aside and ${asideOf})::int as "setAside"
     from stage.want_${table}`,
  )
  return rows[0] as Counts
}

/** Of how many rows those are that would be withdrawn because the files no longer tell them. */
export async function countLive(client: Client, work: Work, fact: FactTable) {
  const { rows } = await runSql(client, work, `with ${liveOf(fact)} select count(*)::int as live from live`)
  return rows[0].live as number
}

export async function attendanceShare(client: Client, work: Work) {
  const { rows } = await runSql(
    client,
    work,
    `select coalesce(sum(stands_for), 0)::int as rows, coalesce(sum(stands_for) filter (where code = 'present'), 0)::int as present from stage.attendance where not set_aside and not is_deleted`,
  )
  return rows[0] as { rows: number; present: number }
}
