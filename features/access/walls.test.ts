import { afterAll, beforeAll, expect, test } from 'vitest'
import { connect, sql, type Statement, type Tx } from '#platform/database.ts'
import { openSmallTown, type SmallTown } from '../../test/small-town.ts'
import { studentTableNames } from '../../test/world-store.ts'

let town: SmallTown
beforeAll(async () => {
  town = await openSmallTown()
})
afterAll(() => town.db.close())

const plain = (text: string): Statement => ({ text, values: [] })
const failureOf = (work: Promise<unknown>) =>
  work.then(
    () => 'nothing failed',
    (error: Error) => error.message,
  )
const inside = (text: string, who = town.session) => failureOf(town.db.database.as(who, null, (tx) => tx(plain(text))))
const countOf = async (table: string) => (await town.db.owner.query(`select from ${table}`)).rowCount

test.each([
  'set_config(text,text,boolean)',
  'query_to_xml(text,boolean,boolean,text)',
  'query_to_xmlschema(text,boolean,boolean,text)',
])('no login may call %s, with which a SELECT could widen its own scope', async (name) => {
  const { rows } = await town.db.owner.query(
    `select r.rolname from pg_roles r where r.rolname like 'concentric%' and has_function_privilege(r.oid, $1::regprocedure, 'execute')`,
    [`pg_catalog.${name}`],
  )
  expect(rows).toEqual([])
})

test('a smuggled SELECT does not widen its scope, in any of the ways there are', async () => {
  const ways = [
    `select set_config('access.schools_directory', '${town.id.otherSchool}', true)`,
    `update pg_settings set setting = '${town.id.otherSchool}' where name = 'access.schools_directory'`,
    `select query_to_xml('select * from student', true, true, '')`,
    `select access.scope_statement('directory', '', '', '', '', '', '')`,
    `select access.begin_in('${town.id.community}')`,
    `select access.open_reach('membership', '${town.id.teacher}', 'teacher')`,
    `select access.settle('${town.id.community}')`,
    `select access.require_write('notes', '${town.id.child}')`,
  ]
  for (const way of ways) expect(await inside(way), way).toContain('permission denied')
})

test('a smuggled SELECT does not become somebody else: passwords and sessions are out of reach once inside', async () => {
  const before = await countOf('platform.session')
  const { rows } = await town.enter([
    sql`select * from door.find_account('ana@town.example')`,
    sql`select door.start_session(${town.id.tutorAccount}, ${Buffer.from('mine')}, 'password', '', '1 hour')`,
  ])
  expect(rows).toEqual([[], [{ start_session: null }]])
  expect(await countOf('platform.session')).toBe(before)
  expect(await town.db.database.knock(sql`select id from door.find_account('ana@town.example')`)).toEqual([
    { id: town.id.tutorAccount },
  ])
})

test('the app role makes no temporary tables and no tables, schemas or functions', async () => {
  for (const text of [
    'create temp table t as select 1',
    'create table t (x int)',
    'create schema s',
    'create function access.community() returns uuid language sql as $$ select null::uuid $$',
  ])
    expect(await inside(text), text).toContain('permission denied')
})

test('the app role writes to no table by itself', async () => {
  const { rows } = await town.db.owner.query(`
    select c.oid::regclass::text as rel from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname not in ('pg_catalog', 'information_schema') and c.relkind in ('r', 'p', 'v', 'm')
      and (has_table_privilege('concentric_app', c.oid, 'insert, update, delete, truncate, trigger, references')
        or has_any_column_privilege('concentric_app', c.oid, 'insert, update, references'))`)
  expect(rows).toEqual([])
  for (const table of studentTableNames)
    expect(await inside(`delete from ${table}`), table).toContain('permission denied')
  expect(await inside(`update student set access_school_id = null`)).toContain('permission denied')
})

test('the app role reads neither disclosures nor the derivation of rights nor accounts', async () => {
  const { rows } = await town.db.owner.query<{ rel: string }>(
    `select c.oid::regclass::text as rel from pg_class c where c.relkind in ('r', 'v') and c.relnamespace in ('platform'::regnamespace, 'access'::regnamespace)`,
  )
  const hidden = [...rows.map((row) => row.rel), 'disclosure', 'import_undo', 'migration']
  expect(hidden).toContain('access.rights')
  expect(hidden).toContain('platform.session')
  for (const rel of hidden) expect(await inside(`select from ${rel}`), rel).toContain('permission denied')
})

test('what the importer stages, and how the queue works, is seen by nobody else', async () => {
  const { rows } = await town.db.owner.query(`
    select r.rolname, n.nspname from pg_roles r, pg_namespace n
    where r.rolname in ('concentric_app', 'concentric_worker') and n.nspname = 'staging' and has_schema_privilege(r.oid, n.oid, 'usage')`)
  expect(rows).toEqual([])
})

test('nobody becomes another role', async () => {
  for (const role of ['concentric_owner', 'concentric_import', 'concentric_worker', 'postgres'])
    expect(await inside(`set local role ${role}`), role).toMatch(/permission denied/)
})

test('an unknown element opens nothing and says so', async () => {
  const opening = { elements: ['directory', 'password'], students: 'mine' as const }
  await expect(town.enter([], opening, town.tutor)).rejects.toMatchObject({ code: 'CN400', hint: 'unknown_element' })
  expect(await countOf('disclosure')).toBe(0)
})

test('an error that the work swallows is an error all the same: nothing was committed, so nothing is answered', async () => {
  const before = await countOf('note')
  const work = town.db.database.as(town.session, null, async (tx) => {
    await tx(sql`select act.write('notes', ${town.id.child}, 'Said today')`)
    await tx(sql`select 1 / 0`).catch(() => {})
    return 'all is well'
  })
  expect(await failureOf(work)).toContain('Something went wrong')
  expect(await countOf('note')).toBe(before)
})

test('a transaction that threw has changed nothing', async () => {
  const work = town.db.database.as(town.session, null, async (tx) => {
    await tx(sql`select act.write('notes', ${town.id.child}, 'Said today')`)
    throw new Error('the page could not be made')
  })
  expect(await failureOf(work)).toBe('the page could not be made')
  expect(await countOf('note')).toBe(0)
})

test('a statement after its transaction is refused, and does not run in somebody else’s', async () => {
  const one = connect(town.db.urls.concentric_app, { connections: 1 })
  let kept!: Tx
  await one.as(town.session, null, async (tx) => {
    kept = tx
  })
  expect(await failureOf((async () => kept(sql`select * from student`))())).toContain('Something went wrong')
  await one.as(town.tutor, null, async () => {
    expect(await failureOf((async () => kept(sql`select * from student`))())).toContain('Something went wrong')
  })
  await one.close()
})

test('before anybody has entered, only the functions of the door are called', async () => {
  await expect(town.db.database.knock(sql`select * from student`)).rejects.toThrow(
    'Only the functions of the schema door',
  )
})

test('what people write travels as a value and is kept to the letter', async () => {
  const words = `<script>alert('x')</script>'; drop table note; -- \${1} $1 \\ "`
  await town.db.database.as(town.session, null, (tx) => tx(sql`select act.write('notes', ${town.id.child}, ${words})`))
  const { rows } = await town.enter([sql<{ body: string }>`select body from note where body = ${words}`])
  expect(rows[0]).toEqual([{ body: words }])
  expect(await inside(`select 'a'; select 'b'`)).toContain('cannot insert multiple commands')
})

test('a student out of reach and one who does not exist get the same answer', async () => {
  const write = (student: string) =>
    failureOf(
      town.db.database.as(town.session, null, (tx) => tx(sql`select act.write('notes', ${student}, 'Said today')`)),
    )
  expect(await write(town.id.otherChild)).toBe(await write('00000000-0000-7000-8000-000000000000'))
})

test('a transaction lives thirty seconds at the most', async () => {
  const { rows } = await town.enter([
    sql`select current_setting('statement_timeout') as s, current_setting('idle_in_transaction_session_timeout') as i`,
  ])
  expect(rows[0]).toEqual([{ s: '30s', i: '30s' }])
})
