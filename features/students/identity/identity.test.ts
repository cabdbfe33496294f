import { afterAll, beforeAll, expect, test } from 'vitest'
import { chanceFrom } from '#features/access/chance.ts'
import { worldFrom } from '#features/access/worlds.ts'
import { sql, type Session } from '#platform/database.ts'
import { openTestDatabase, type TestDatabase } from '../../../test/database.ts'
import { join, whoMayJoin } from '../../../test/world-merges.ts'
import { sessionOf, storeWorld } from '../../../test/world-store.ts'

let db: TestDatabase
beforeAll(async () => {
  db = await openTestDatabase()
})
afterAll(() => db.close())

// What says that there was a merge, and what is kept of an import for undoing it.
const logs = ['identity_merge', 'identity_merge_row', 'identity_difference', 'import_undo']

const listTables = async () => {
  const { rows } = await db.owner.query<{ name: string }>(
    `select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'community_id'
     where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and c.relname <> all ($1) order by 1`,
    [logs],
  )
  return rows.map((row) => row.name)
}
const contentOf = async (community: string) => {
  const found = new Map<string, string[]>()
  for (const table of await listTables()) {
    const { rows } = await db.owner.query<{ row: string }>(
      `select t::text as row from ${table} t where community_id = $1 order by 1`,
      [community],
    )
    found.set(
      table,
      rows.map(({ row }) => row),
    )
  }
  return found
}
const enter = (session: Session) => db.database.read(session, null, [sql`select 1`])

async function someWorlds(first: number, count: number) {
  const found = []
  for (let seed = first; found.length < count; seed++) {
    const world = worldFrom(seed)
    const joining = whoMayJoin(world, chanceFrom(seed))
    if (joining) found.push({ world, joining })
  }
  return found
}

test('every column that points to a student or a person is moved by a merge', async () => {
  const { rows } = await db.owner.query<{ column: string }>(`
    select distinct f.conrelid::regclass || '.' || a.attname as column from pg_constraint f
    join pg_attribute a on a.attrelid = f.conrelid and a.attnum = any (f.conkey) and a.attname <> 'community_id'
    where f.contype = 'f' and f.confrelid in ('public.student'::regclass, 'public.person'::regclass)
    union select c.oid::regclass || '.' || a.attname from pg_class c join pg_attribute a on a.attrelid = c.oid and not a.attisdropped
    where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and a.attname ~ '(student|person)(_id|_ids)?$'
    order by 1`)
  const known = await db.owner.query<{ column: string }>(
    `select rel || '.' || column_name as column from access.identity_column`,
  )
  const covered = new Set(known.rows.map((row) => row.column))
  const isLog = (column: string) => logs.includes(column.split('.')[0]!)
  expect(rows.length).toBeGreaterThan(60)
  expect(rows.map((row) => row.column).filter((column) => !covered.has(column) && !isLog(column))).toEqual([])
})

test('a merge loses no row and leaves none behind, and splitting puts every table back byte for byte', async () => {
  for (const { world, joining } of await someWorlds(3000, 8)) {
    await storeWorld(db.owner, world)
    const session = sessionOf(joining.steward)
    await enter(session)
    const before = await contentOf(world.communityId)
    const merge = await join(db, joining)
    const after = await contentOf(world.communityId)
    const left = [...after].flatMap(([table, rows]) =>
      rows.filter((row) => row.includes(joining.merged.id) && table !== 'student_identifier'),
    )
    expect(left).toEqual([])
    const { rows: aside } = await db.owner.query<{ table: string; count: number }>(
      `select table_name as table, count(*)::int as count from identity_merge_row where merge_id = $1 and what = 'laid_aside' group by 1`,
      [merge],
    )
    const asideOf = (table: string) => aside.find((row) => row.table === table)?.count ?? 0
    for (const [table, rows] of before)
      expect(after.get(table)!.length + asideOf(table) + (table === 'student' ? 1 : 0), table).toBe(rows.length)
    await db.database.as(session, null, (tx) => tx(sql`select act.split_identities(${merge}, '[]')`))
    const restored = await contentOf(world.communityId)
    for (const [table, rows] of before) expect(restored.get(table), table).toEqual(rows)
  }
}, 120_000)
