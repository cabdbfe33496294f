import { createHash, randomUUID } from 'node:crypto'
import pg from 'pg'
import type { Statement, Tx } from '#platform/database.ts'
import { openTestDatabase, type TestDatabase } from '../../test/database.ts'
import { listIndicators, type Wish } from './list-indicators.ts'
import { recomputeIndicators } from './recompute.ts'

/** For tests: a district with facts written by the owner, the importer's door to compute, and a data steward's to read. */
export async function openTestDistrict() {
  const db = await openTestDatabase()
  const ids = await makeDistrict(db)
  const importer = new pg.Pool({ connectionString: db.urls.concentric_import, max: 1 })
  const { communityId, districtId } = ids

  const add = async (table: string, rows: Record<string, unknown>[]) => {
    if (rows.length === 0) return
    const columns = Object.keys(rows[0]!)
    await db.owner.query(
      `insert into ${table} (community_id, ${columns.join(', ')})
       select '${communityId}', ${columns.join(', ')} from jsonb_populate_recordset(null::${table}, $1::jsonb)`,
      [JSON.stringify(rows)],
    )
  }
  return {
    ...ids,
    db,
    add,
    write: (text: string, values: unknown[] = []) => db.owner.query(text, values),
    rows: async <Row>(text: string) => (await db.owner.query(text)).rows as Row[],
    recompute: (asOf?: string, studentIds?: string[]) =>
      asImporter(importer, ids.importId, (tx) =>
        recomputeIndicators(tx, {
          communityId,
          districtId,
          importId: ids.importId,
          ...(asOf && { asOf }),
          ...(studentIds && { studentIds }),
        }),
      ),
    list: (wish: Partial<Wish> = {}) =>
      db.database.as({ tokenHash: ids.tokenHash, hat: null }, null, (tx) =>
        listIndicators(tx, { communityId, districtId, ...wish }),
      ),
    close: async () => {
      await importer.end()
      await db.close()
    },
  }
}
export type TestDistrict = Awaited<ReturnType<typeof openTestDistrict>>

/** One transaction of the import role, entered as every import is. */
export async function asImporter<T>(importer: pg.Pool, importId: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  const client = await importer.connect()
  try {
    await client.query('begin')
    await client.query('select access.enter_import($1)', [importId])
    const tx = async <Row>({ text, values }: Statement<Row>) => (await client.query(text, values)).rows as Row[]
    const result = await work(tx)
    await client.query('commit')
    return result
  } catch (error) {
    await client.query('rollback')
    throw error
  } finally {
    client.release()
  }
}

async function makeDistrict({ owner }: TestDatabase) {
  const [communityId, districtId, personId, importId, hat] = Array.from({ length: 5 }, () => randomUUID()) as [
    string,
    string,
    string,
    string,
    string,
  ]
  const tokenHash = createHash('sha256').update(hat).digest()
  const write = (text: string, values: unknown[]) => owner.query(text, values)
  await write("insert into community (community_id, name, time_zone) values ($1, 'Bend', 'America/Chicago')", [
    communityId,
  ])
  await write('insert into platform.community_directory (slug, community_id) values ($1, $2)', ['bend', communityId])
  await write("insert into district (community_id, id, name) values ($1, $2, 'Bend Schools')", [
    communityId,
    districtId,
  ])
  await write(
    "insert into person (community_id, id, given_name, family_name, is_worker) values ($1, $2, 'Dee', 'Stewart', true)",
    [communityId, personId],
  )
  await write(
    `insert into membership (community_id, id, person_id, role, district_id, from_on, approved_at)
     values ($1, $2, $3, 'data_steward', $4, '2000-01-01', now())`,
    [communityId, hat, personId, districtId],
  )
  await write(
    `with made as (insert into platform.account (email) values ('dee@example.org') returning id),
     link as (insert into platform.account_person select id, $1, $2 from made)
     insert into platform.session (token_hash, account_id, community_id, hat_kind, hat_id, how, expires_at)
     select $3, id, $1, 'membership', $4, 'operator', now() + interval '1 hour' from made`,
    [communityId, personId, tokenHash, hat],
  )
  await write(
    `insert into import (community_id, id, district_id, state, created_by) values ($1, $2, $3, 'applying', $4)`,
    [communityId, importId, districtId, personId],
  )
  return { communityId, districtId, importId, tokenHash }
}

/** A name as an id, so that tests can speak of "ada" and "north". The same name is always the same id. */
export function idOf(name: string) {
  const hex = createHash('sha256').update(name).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

export const dayAfter = (day: string, days: number) =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)

/** `count` days in a row from `from` on: these schools hold classes on weekends too, so that tests can count on their fingers. */
export const daysFrom = (from: string, count: number) => Array.from({ length: count }, (_, i) => dayAfter(from, i))
