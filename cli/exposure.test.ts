import { afterAll, beforeAll, expect, test } from 'vitest'
import { listExposed, listUsedSessions } from '#features/access/exposure/queries.ts'
import { unsafeAsOwner } from '#platform/owner.ts'
import type { TestDatabase } from '../test/database.ts'
import { openDemoDatabase } from '../test/demo-database.ts'

let db: TestDatabase
let communityId: string
const since = '2026-03-01T00:00:00Z'

beforeAll(async () => {
  db = await openDemoDatabase()
  communityId = (await db.owner.query('select community_id from community')).rows[0].community_id
  await db.owner.query('delete from platform.session')
}, 60_000)
afterAll(() => db?.close())

const accountOf = async (given: string) =>
  (
    await db.owner.query(
      `select a.id, a.email from platform.account a join platform.account_person l on l.account_id = a.id
       join person p on p.community_id = l.community_id and p.id = l.person_id where p.given_name = $1 limit 1`,
      [given],
    )
  ).rows[0] as { id: string; email: string }
const signIn = async (given: string, lastSeen: string) => {
  const { id, email } = await accountOf(given)
  await db.owner.query(
    `insert into platform.session (token_hash, account_id, how, created_at, last_seen_at, expires_at)
     values (decode(md5($1::text || $2::text), 'hex'), $1::uuid, 'password', $2::timestamptz, $2::timestamptz, now() + interval '1 hour')`,
    [id, lastSeen],
  )
  return email
}
const exposed = (email: string | null) =>
  unsafeAsOwner(db.urls.concentric_owner, (tx) => tx(listExposed(communityId, since, email)))

test('a stolen session of a coordinator exposes the students of her school, and nobody else', async () => {
  const email = await signIn('Dana', '2026-03-10T10:00:00Z')
  const found = await exposed(email)
  const { rows } = await db.owner.query(
    `select s.external_id from student s join school o on o.community_id = s.community_id and o.id = s.access_school_id
     where o.name = 'Lincoln Middle School' order by 1`,
  )
  expect(rows.length).toBeGreaterThan(5)
  expect([...new Set(found.map(({ externalId }) => externalId))]).toEqual(rows.map((row) => row.external_id))
  const all = (await db.owner.query('select count(*)::int as n from student')).rows[0].n
  expect(all).toBeGreaterThan(rows.length)
})

test('a session that was not used since exposes nothing', async () => {
  const email = await signIn('Ruth', '2026-02-10T10:00:00Z')
  expect(await exposed(email)).toEqual([])
  const sessions = await unsafeAsOwner(db.urls.concentric_owner, (tx) => tx(listUsedSessions(communityId, since, null)))
  expect(sessions.map((session) => session.email)).not.toContain(email)
})

test('a partner’s account exposes just what the partner was shown since, record by record', async () => {
  const email = await signIn('Omar', '2026-03-10T10:00:00Z')
  const { rows } = await db.owner.query(
    `select distinct s.external_id from disclosure d join student s on s.community_id = d.community_id and s.id = d.student_id
     join platform.account_person l on l.community_id = d.community_id and l.person_id = d.person_id
     join platform.account a on a.id = l.account_id where a.email = $1 and d.at >= $2 order by 1`,
    [email, since],
  )
  const found = await exposed(email)
  expect([...new Set(found.map(({ externalId }) => externalId))]).toEqual(rows.map((row) => row.external_id))
  expect(found.every(({ how }) => how === 'was shown')).toBe(true)
  expect(rows.length).toBeGreaterThan(0)
})
