import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Session } from '#platform/database.ts'
import { openImportDoor } from '#platform/import-door.ts'
import { unsafeAsOwner } from '#platform/owner.ts'
import { openTestDatabase, type TestDatabase } from '../../test/database.ts'
import { makeCommunity } from '../communities/create.ts'
import { openOperatorSession } from '../people/owner-acts.ts'
import { applyImport, checkImport, receiveImport } from './importer.ts'

const folders = ['../shared/data/edfi-grandbend-5.2', '../shared/data/edfi-grandbend-5.2-enrollment']
const isThere = folders.every((folder) => existsSync(folder))
if (!isThere) console.warn('The Grand Bend sample is not beside the project: its import is not checked.')

let world: TestDatabase
let communityId: string
let session: Session
let dataDir: string
let door: ReturnType<typeof openImportDoor>

beforeAll(async () => {
  world = await openTestDatabase()
  dataDir = await mkdtemp(path.join(tmpdir(), 'grand-bend-'))
  door = openImportDoor(world.urls.concentric_import)
  await unsafeAsOwner(world.urls.concentric_owner, async (tx) => {
    const made = await makeCommunity(tx, { slug: 'grand-bend', name: 'Grand Bend', timeZone: 'America/Chicago' })
    communityId = made.communityId
    session = await openOperatorSession(tx, communityId, made.districtId, 'grand-bend')
  })
})
afterAll(async () => {
  await door?.close()
  await world?.close()
  await rm(dataDir, { recursive: true, force: true })
})

/** One import from files to facts: received, read, checked, compared and, when wanted, applied. */
async function bring(isApplied: boolean) {
  const id = await receiveImport({ database: world.database, session, dataDir, sourceName: 'Ed-Fi', from: folders })
  const { counts, questions } = await checkImport(id, { door, dataDir })
  if (isApplied) await applyImport(id, { door, dataDir })
  const { rows: problems } = await world.owner.query<{ severity: string; rule: string; message: string }>(
    'select severity, rule, message from import_problem where community_id = $1 and import_id = $2',
    [communityId, id],
  )
  return { counts, questions, problems }
}

const countOf = async (text: string) =>
  Number((await world.owner.query(`select count(*) as n from ${text} and community_id = $1`, [communityId])).rows[0].n)

describe.skipIf(!isThere)('Grand Bend, from its files to the database', () => {
  test('a dry run tells what would be added and changes nothing', async () => {
    const { counts } = await bring(false)
    const added = Object.fromEntries(Object.entries(counts).map(([table, count]) => [table, count.added]))
    expect(added).toMatchObject({
      school: 3,
      student: 960,
      enrollment: 960,
      attendance_event: 1917,
      behavior_incident: 21,
      discipline_action: 25,
      student_contact: 1872,
    })
    expect(await countOf('student where true')).toBe(0)
  })

  test('applied, everything is there, and nothing was set aside', async () => {
    const { counts, problems } = await bring(true)
    expect(Object.values(counts).filter(({ setAside, withdrawn }) => setAside || withdrawn)).toEqual([])
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([])
    expect(await countOf('school where true')).toBe(3)
    expect(await countOf('student where access_school_id is not null')).toBe(960)
    expect(await countOf('attendance_event where withdrawn_at is null')).toBe(1917)
    expect(await countOf('attendance_event where duration is null')).toBe(67)
    expect(await countOf('behavior_incident where true')).toBe(21)
    expect(await countOf('discipline_action where true')).toBe(25)
    const { rows } = await world.owner.query(
      `select count(distinct on_date) filter (where on_date < '2022-01-01')::int as fall, count(distinct on_date) filter (where on_date > '2022-01-01')::int as spring
       from calendar_date where is_instructional and community_id = $1 group by school_id`,
      [communityId],
    )
    expect(rows).toEqual(Array(3).fill({ fall: 81, spring: 88 }))
  })

  test('the same files again change nothing', async () => {
    const { counts } = await bring(true)
    const changes = Object.values(counts).map(({ added, changed, withdrawn }) => added + changed + withdrawn)
    expect(changes.reduce((sum, each) => sum + each, 0)).toBe(0)
    expect(counts.attendance_event!.unchanged).toBe(1917)
  })
})
