import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest'
import { ledgerFile } from '#features/students/retention/ledger.ts'
import { describeTables, makeBackup } from '#platform/backup/make.ts'
import { runMigrations } from '#platform/migrate.ts'
import { prepareRoles } from '#platform/roles.ts'
import { readSettings } from '#platform/settings.ts'
import { openTestDatabase, type TestDatabase } from '../test/database.ts'
import { openDemoDatabase } from '../test/demo-database.ts'
import { asSuperuser, forDatabase } from '../test/template.ts'
import type { Options } from './command.ts'
import { run as holdRecord } from './legal-hold.ts'
import { run as restore } from './restore.ts'
import { run as retain } from './retention.ts'

let db: TestDatabase
let dataDir: string
let backup: string

beforeAll(async () => {
  dataDir = mkdtempSync(path.join('/tmp', 'concentric-retention-'))
  backup = path.join(dataDir, 'before.zip')
  process.env.CONCENTRIC_ROLE_PASSWORDS = JSON.stringify(inject('passwords'))
  db = await openDemoDatabase()
  // Amara and Leila's records end twelve years ago; everybody else goes on.
  await db.owner.query(
    `update enrollment set entry_on = '2013-08-20', exit_on = '2014-05-30' where student_id in
       (select id from student where given_name in ('Amara', 'Leila'))`,
  )
  await makeBackup(db.urls.concentric_owner, backup)
}, 120_000)
afterAll(async () => {
  delete process.env.CONCENTRIC_ROLE_PASSWORDS
  for (const name of [`older_${process.pid}`, `emptied_${process.pid}`])
    await asSuperuser(inject('superuserUrl'), (client) => client.query(`drop database if exists ${name} with (force)`))
  await db?.close()
  rmSync(dataDir, { recursive: true, force: true })
})

async function command(run: typeof retain, options: Options, words: string[] = [], databaseUrl = db.superuserUrl) {
  const out = vi.spyOn(process.stdout, 'write').mockReturnValue(true)
  vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  try {
    const env = { CONCENTRIC_DATA_DIR: dataDir, DATABASE_URL: databaseUrl, CONCENTRIC_OPERATOR: 'Priya' }
    await run({
      settings: readSettings(env, 'test'),
      options: { community: 'riverbend', json: true, ...options },
      words,
    })
    return out.mock.calls.map(([text]) => String(text)).join('')
  } finally {
    vi.restoreAllMocks()
  }
}
const studentOf = async (name: string) =>
  (await db.owner.query('select id, external_id from student where given_name = $1', [name])).rows[0]

/** The tables in which the value stands anywhere, whatever the column. */
async function tablesWith(owner: TestDatabase['owner'], value: string) {
  const { rows } = await owner.query<{ name: string }>(
    `select oid::regclass::text as name from pg_class where relkind = 'r' and relnamespace in ('public'::regnamespace, 'platform'::regnamespace)`,
  )
  const found: string[] = []
  for (const { name } of rows) {
    const { rowCount } = await owner.query(`select from ${name} t where t::text like '%' || $1 || '%' limit 1`, [value])
    if (rowCount) found.push(name)
  }
  return found
}

test('nothing is destroyed until the district says how long it keeps, and a dry run changes nothing', async () => {
  await expect(command(retain, {})).rejects.toThrow('how long records are kept')
  const before = await describeTables(db.urls.concentric_owner)
  const report = JSON.parse(await command(retain, { 'keep-years': '7' }))
  expect([report.applied, report.due.length, report.held]).toEqual([false, 2, []])
  const after = await describeTables(db.urls.concentric_owner)
  const changed = after.filter((table, i) => table.sha256 !== before[i]!.sha256).map(({ name }) => name)
  // The operator is on record; the district's rule is a row.
  expect(changed.filter((name) => !/account|person|membership|district/.test(name))).toEqual([])
})

test('a destroyed record leaves nothing but that it was destroyed; a record on legal hold stays', async () => {
  const [amara, leila, noor] = [await studentOf('Amara'), await studentOf('Leila'), await studentOf('Ben')]
  await command(holdRecord, { reason: 'A claim is pending' }, ['place', leila.external_id])
  expect((await tablesWith(db.owner, amara.id)).length).toBeGreaterThan(8)
  const others = async () => tablesWith(db.owner, noor.id)
  const untouched = await others()

  const report = JSON.parse(await command(retain, { apply: true }))
  expect([report.due.length, report.held.length]).toEqual([1, 1])
  expect(await tablesWith(db.owner, amara.id)).toEqual(['destruction'])
  expect(await tablesWith(db.owner, 'Amara')).toEqual([])
  expect((await studentOf('Leila')).id).toBe(leila.id)
  expect(await others()).toEqual(untouched)
  expect(readFileSync(ledgerFile(dataDir), 'utf8')).toContain(amara.id)

  await command(holdRecord, {}, ['release', leila.external_id])
  expect(JSON.parse(await command(retain, {})).due.length).toBe(1)
})

test('a backup that is older does not bring a destroyed record back', async () => {
  const restored = await openTestDatabase()
  const report = JSON.parse(await command(restore, {}, [backup], restored.superuserUrl))
  expect(report.destroyed).toBeGreaterThan(8)
  expect(await tablesWith(restored.owner, 'Amara')).toEqual([])
  expect(await tablesWith(restored.owner, 'Leila')).toContain('student')
  await restored.close()
}, 60_000)

test('a backup of an older version, from before destructions were kept, does not bring a destroyed record back either', async () => {
  const [line] = readFileSync(ledgerFile(dataDir), 'utf8').trim().split('\n')
  const { community, student } = JSON.parse(line!) as { community: string; student: string }
  const old = path.join(dataDir, 'old.zip')
  await makeOldBackup(old, community, student)
  const emptied = forDatabase(inject('superuserUrl'), `emptied_${process.pid}`)
  await asSuperuser(inject('superuserUrl'), (client) => client.query(`create database emptied_${process.pid}`))
  await command(restore, {}, [old], emptied)
  const owner = new pg.Pool({ connectionString: emptied, max: 1 })
  expect((await owner.query('select given_name from student')).rows).toEqual([{ given_name: 'Leila' }])
  expect((await owner.query('select destroyed_id from destruction')).rows).toEqual([{ destroyed_id: student }])
  await owner.end()
}, 60_000)

/** A backup made before migration 18, with two students, one of whom was destroyed later. */
async function makeOldBackup(file: string, community: string, student: string) {
  const name = `older_${process.pid}`
  await asSuperuser(inject('superuserUrl'), (client) => client.query(`create database ${name}`))
  const urls = await prepareRoles(forDatabase(inject('superuserUrl'), name), inject('passwords') as never)
  const client = new pg.Client({ connectionString: urls.concentric_owner })
  await client.connect()
  await client.query('begin')
  await runMigrations(client, (each) => each < 'db/migrations/0018')
  await client.query(
    `insert into community (community_id, name, time_zone) values ('${community}', 'Riverbend', 'UTC')`,
  )
  await client.query(`insert into district (community_id, name) values ('${community}', 'Lincoln')`)
  for (const [id, given] of [
    [student, 'Amara'],
    [community, 'Leila'],
  ])
    await client.query(
      `insert into student (community_id, id, district_id, external_id, given_name, family_name)
       select community_id, '${id}', id, '${given}', '${given}', 'Diallo' from district`,
    )
  await client.query('commit')
  await client.end()
  await makeBackup(urls.concentric_owner, file)
}
