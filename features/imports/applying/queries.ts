import type pg from 'pg'
import { sql } from '#platform/database.ts'
import { keysMatch, rowId } from '../facts/queries.ts'
import type { FactTable } from '../facts/tables.ts'
import type { Work } from '../staging/names.ts'
import { runSql } from '../staging/queries.ts'

type Client = pg.PoolClient

/** Keeps what the rows were that this import is about to change or withdraw. */
export const keepImages = (client: Client, work: Work, fact: FactTable) =>
  runSql(
    client,
    work,
    `insert into import_undo (community_id, import_id, table_name, was)
     select t.community_id, :import_id, '${fact.table}', to_jsonb(t)
     from public.${fact.table} t join stage.want_${fact.table} w on w.import_action = 'change' and ${keysMatch(fact, 't', 'w')}
     where t.community_id = access.community();
     insert into import_undo (community_id, import_id, table_name, was)
     select t.community_id, :import_id, '${fact.table}', to_jsonb(t)
     from public.${fact.table} t join stage.gone_${fact.table} g on g.id = t.${rowId(fact)}
     where t.community_id = access.community();`,
  )

/** Adds rows, and changes those that are there; a row that comes back is active again. Answers how many rows were written. */
export async function write(client: Client, work: Work, fact: FactTable) {
  const { table, key, columns, once = [], id, ofStudent } = fact
  const told = [...(id ? [id] : []), ...key, ...columns, ...once]
  const own = ['community_id', ...(ofStudent ? ['access_school_id'] : []), 'added_by_import', 'changed_by_import']
  const values = ['access.community()', ...(ofStudent ? ['s.access_school_id'] : []), ':import_id', ':import_id']
  const student = 'left join public.student s on s.community_id = access.community() and s.id = w.student_id'
  // In the order of their keys, so that each index grows at its end.
  const added = await runSql(
    client,
    work,
    `insert into public.${table} (${[...own, ...told].join(', ')})
     select ${[...values, ...told.map((column) => `w.${column}`)].join(', ')}
     from stage.want_${table} w ${ofStudent ? student : ''} where w.import_action = 'add'
     order by ${key.map((column) => `w.${column}`).join(', ')}`,
  )
  const changed = await runSql(
    client,
    work,
    `update public.${table} t set ${columns.map((column) => `${column} = w.${column}, `).join('')} changed_by_import = :import_id, withdrawn_at = null
     from stage.want_${table} w where t.community_id = access.community() and w.import_action = 'change' and ${keysMatch(fact, 't', 'w')}`,
  )
  return { added: added.rowCount ?? 0, changed: changed.rowCount ?? 0 }
}

export async function withdraw(client: Client, work: Work, fact: FactTable) {
  const result = await runSql(
    client,
    work,
    `update public.${fact.table} t set withdrawn_at = now(), changed_by_import = :import_id
     from stage.gone_${fact.table} g where t.community_id = access.community() and t.${rowId(fact)} = g.id`,
  )
  return result.rowCount ?? 0
}

/** Moves students to the school that enrolls them today, and keeps where each was before. */
export const settleSchools = (client: Client, work: Work) =>
  runSql(
    client,
    work,
    `create unlogged table stage.school_before as select id, access_school_id from public.student where community_id = access.community();
     select access.settle(access.community());
     insert into import_undo (community_id, import_id, table_name, was)
     select s.community_id, :import_id, 'school of record', jsonb_build_object('id', s.id, 'access_school_id', b.access_school_id)
     from public.student s join stage.school_before b on b.id = s.id
     where s.community_id = access.community() and s.access_school_id is distinct from b.access_school_id and s.added_by_import is distinct from :import_id;`,
  )

const studentIdentifiers = `
     insert into student_identifier (community_id, student_id, access_school_id, district_id, kind, value, source_id, since_import)
     select s.community_id, s.id, s.access_school_id, access.district(), v.kind, v.value, :source_id, :import_id
     from stage.student r join stage.known_student k on k.external_id = r.external_id
     join public.student s on s.community_id = access.community() and s.id = k.id
     cross join lateral (values ('source', r.external_id), ('number', r.district_number)) v(kind, value)
     where not r.set_aside and v.value is not null and not exists (select from student_identifier i where i.community_id = access.community()
       and i.district_id = access.district() and i.kind = v.kind and i.value = v.value)
     on conflict do nothing;`
const personIdentifiers = `
     insert into person_identifier (community_id, person_id, district_id, kind, value, source_id, since_import)
     select access.community(), k.id, access.district(), 'source', r.external_id, :source_id, :import_id
     from stage.contact r join stage.known_person k on k.external_id = r.external_id
     where not r.set_aside and not exists (select from person_identifier i where i.community_id = access.community()
       and i.district_id = access.district() and i.kind = 'source' and i.value = r.external_id)
     on conflict do nothing;`

/** Under which ids the files name students and guardians, so that several ids can lead to one. */
export async function noteIdentifiers(client: Client, work: Work) {
  if (work.made.has('student')) await runSql(client, work, studentIdentifiers)
  if (work.made.has('contact')) await runSql(client, work, personIdentifiers)
}

export const forgetIdentifiers = (client: Client, work: Work) =>
  runSql(
    client,
    work,
    `delete from student_identifier where community_id = access.community() and since_import = :import_id;
     delete from person_identifier where community_id = access.community() and since_import = :import_id`,
  )

/** An import can be undone until the next one is applied. */
export const forgetImages = (importId: string) => sql`
  delete from import_undo u using import i where u.community_id = access.community() and i.community_id = u.community_id and i.id = u.import_id
    and i.district_id = access.district() and i.id <> ${importId}`

/** Puts back what the rows were: only the columns that an import writes, so that what people decided since then stays. */
export const restoreRows = (client: Client, work: Work, fact: FactTable) => {
  const columns = [...fact.columns, 'changed_by_import', 'withdrawn_at']
  const id = rowId(fact)
  return runSql(
    client,
    work,
    `update public.${fact.table} t set ${columns.map((column) => `${column} = b.${column}`).join(', ')}
     from import_undo u cross join lateral jsonb_populate_record(null::public.${fact.table}, u.was) b
     where u.community_id = access.community() and u.import_id = :import_id and u.table_name = '${fact.table}'
       and t.community_id = access.community() and t.${id} = b.${id}`,
  )
}

export const removeAdded = (client: Client, work: Work, { table }: FactTable) =>
  runSql(
    client,
    work,
    `delete from public.${table} where community_id = access.community() and added_by_import = :import_id`,
  )

/** Brings each student back to the school of record of before, and forgets the images. */
export const restoreSchools = (client: Client, work: Work) =>
  runSql(
    client,
    work,
    `set constraints all immediate;
     select access.restore_schools(:import_id);
     delete from import_undo where community_id = access.community() and import_id = :import_id`,
  )

/** More than these and all are looked at: a list of everyone is no list. */
const mostListed = 2000

/**
 * The students whose own rows in these tables an import adds, changes, withdraws or moves to another school; null when they are too many to
 * list. Read from what stands in staging, so before it is dropped; what was read by its hash alone changed nothing and stands nowhere.
 */
export async function listChangedStudents(client: Client, work: Work, facts: readonly FactTable[]) {
  const parts = facts.flatMap((fact) => {
    const { table } = fact
    const student = table === 'student' ? 'id' : 'student_id'
    return [
      `select w.${student} as id from stage.want_${table} w where w.import_action in ('add', 'change')`,
      `select t.${student} from stage.gone_${table} g join public.${table} t on t.community_id = access.community() and t.${rowId(fact)} = g.id`,
    ]
  })
  const moved = `select (u.was ->> 'id')::uuid as id from import_undo u
    where u.community_id = access.community() and u.import_id = :import_id and u.table_name = 'school of record'`
  const { rows } = await runSql(
    client,
    work,
    `select distinct x.id from (${[...parts, moved].join(' union all ')}) x where x.id is not null limit ${mostListed + 1}`,
  )
  return rows.length > mostListed ? null : rows.map(({ id }) => id as string)
}
