import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { cast } from '#features/demo/cast.ts'
import { featureNames } from '#features/index.ts'
import { describeTables, makeBackup } from '#platform/backup/make.ts'
import { openBackup, verifyBackup } from '#platform/backup/read.ts'
import { restoreBackup } from '#platform/backup/restore.ts'
import { leftOut, referredFirst } from '#platform/backup/tables.ts'
import { examine } from '#platform/doctor.ts'
import { openInstallation } from '#platform/installation.ts'
import { openTestDatabase, type TestDatabase } from '../test/database.ts'
import { openDemoDatabase } from '../test/demo-database.ts'
import { asSuperuser, forDatabase } from '../test/template.ts'

let folder: string
let demo: TestDatabase
let file: string
const ownDatabase = `restored_${process.pid}`
const settings = { port: 0, host: '127.0.0.1', loadsDemo: false, operator: 'test' }

beforeAll(async () => {
  folder = mkdtempSync(path.join('/tmp', 'concentric-backup-'))
  chmodSync(folder, 0o711)
  file = path.join(folder, 'night.zip')
  demo = await openDemoDatabase()
  await makeBackup(demo.urls.concentric_owner, file)
  await asSuperuser(inject('superuserUrl'), (client) => client.query(`create database ${ownDatabase}`))
  process.env.CONCENTRIC_ROLE_PASSWORDS = JSON.stringify(inject('passwords'))
}, 120_000)
afterAll(async () => {
  delete process.env.CONCENTRIC_ROLE_PASSWORDS
  await demo?.close()
  await asSuperuser(inject('superuserUrl'), (client) =>
    client.query(`drop database if exists ${ownDatabase} with (force)`),
  )
  rmSync(folder, { recursive: true, force: true })
})

const embedded = (name: string) => ({ ...settings, dataDir: path.join(folder, name), databaseUrl: undefined })
const restoring = (from: string) => (ownerUrl: string) => restoreBackup(ownerUrl, from)
const dana = `select p.given_name from person p where p.family_name = '${cast.people.dana.name.family}'`

async function firstRow(url: string, text: string) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(text)).rows[0]
  } finally {
    await client.end()
  }
}

test('a backup moves a PostgreSQL of one’s own to the embedded database, and back, row for row', async () => {
  const wanted = await describeTables(demo.urls.concentric_owner)
  expect(wanted.find(({ name }) => name === 'public.student')!.rows).toBeGreaterThan(20)

  delete process.env.CONCENTRIC_ROLE_PASSWORDS
  const moved = await openInstallation(embedded('moved'), featureNames, () => {}, restoring(file))
  process.env.CONCENTRIC_ROLE_PASSWORDS = JSON.stringify(inject('passwords'))
  expect(await describeTables(moved.urls.concentric_owner)).toEqual(wanted)
  expect((await examine(moved)).filter(({ ok }) => !ok)).toEqual([])
  const second = path.join(folder, 'second.zip')
  await makeBackup(moved.urls.concentric_owner, second)
  await moved.close()

  const own = { ...embedded('own'), databaseUrl: forDatabase(inject('superuserUrl'), ownDatabase) }
  const back = await openInstallation(own, featureNames, () => {}, restoring(second))
  expect(await describeTables(back.urls.concentric_owner)).toEqual(wanted)
  expect((await examine(back)).filter(({ check, ok }) => !ok && check !== 'PostgreSQL')).toEqual([])
  expect(await firstRow(back.urls.concentric_owner, dana)).toEqual({ given_name: cast.people.dana.name.given })
  const counting = `insert into import_undo (community_id, import_id, table_name, was) select community_id, id, 'test', '{}' from import returning id`
  expect(await firstRow(back.urls.concentric_owner, counting)).toMatchObject({ id: expect.any(Number) })
  await back.close()
}, 120_000)

test('a backup holds every table but those on the written list, and only its owner can read it', async () => {
  const { contents, close } = await openBackup(file)
  close()
  const client = new pg.Client({ connectionString: demo.urls.concentric_owner })
  await client.connect()
  const { rows } = await client.query<{ name: string }>(
    `select table_schema || '.' || table_name as name from information_schema.tables
     where table_type = 'BASE TABLE' and table_schema in ('public', 'platform')`,
  )
  await client.end()
  expect([...contents.tables.map(({ name }) => name), ...leftOut].sort()).toEqual(rows.map(({ name }) => name).sort())
  expect((statSync(file).mode & 0o777).toString(8)).toBe('600')
})

test('a database that holds something is never restored over', async () => {
  const town = await openTestDatabase()
  await town.owner.query(
    `insert into community (community_id, name, time_zone) values (platform.uuidv7(), 'Elsewhere', 'UTC')`,
  )
  await expect(restoreBackup(town.urls.concentric_owner, file)).rejects.toThrow('already holds something')
  expect(await firstRow(town.urls.concentric_owner, 'select name from community')).toEqual({ name: 'Elsewhere' })
  await town.close()
})

test('a damaged, a cut and a foreign file end in a sentence, and leave the database empty', async () => {
  const town = await openTestDatabase()
  const bytes = readFileSync(file)
  const turned = Buffer.from(bytes)
  const middle = Math.floor(bytes.length / 3)
  for (let i = middle; i < middle + 400; i++) turned[i]! ^= 0xff
  const damaged = { turned, cut: bytes.subarray(0, bytes.length - 2000), foreign: Buffer.from('no zip at all') }
  for (const [name, content] of Object.entries(damaged)) {
    const other = path.join(folder, `${name}.zip`)
    writeFileSync(other, content)
    expect(await verifyBackup(other)).not.toEqual([])
    await expect(restoreBackup(town.urls.concentric_owner, other)).rejects.toThrow(/.+/)
  }
  expect(await verifyBackup(file)).toEqual([])
  expect(await firstRow(town.urls.concentric_owner, 'select count(*)::int as n from person')).toEqual({ n: 0 })
  await town.close()
})

test('a backup that cannot be finished leaves no file behind', async () => {
  const unreachable = path.join(folder, 'nowhere', 'night.zip')
  await expect(makeBackup(demo.urls.concentric_owner, unreachable)).rejects.toThrow('ENOENT')
  const taken = path.join(folder, 'taken.zip')
  mkdirSync(taken)
  await expect(makeBackup(demo.urls.concentric_owner, taken)).rejects.toThrow(/EISDIR|ENOTEMPTY/)
  expect(existsSync(`${taken}.unfinished`)).toBe(false)
})

test('tables come behind those that they refer to', () => {
  const tables = [
    { name: 'a', needs: ['c'] },
    { name: 'b', needs: ['a', 'b'] },
    { name: 'c', needs: ['elsewhere'] },
  ]
  expect(referredFirst(tables).map(({ name }) => name)).toEqual(['c', 'a', 'b'])
})
