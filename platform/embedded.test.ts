import { execFileSync, spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { placeForData } from '../test/place-for-data.ts'
import { visit } from '../test/embedded-visitor.ts'
import { accountFor } from './embedded-account.ts'
import { openEmbedded, type EmbeddedOptions } from './embedded.ts'
import { stopPostmaster } from './embedded-postmaster.ts'
import { isAlive } from './embedded-process.ts'

const binDir = process.env.CONCENTRIC_TEST_BIN_DIR
let made: string
let dataDir: string
let options: EmbeddedOptions

beforeAll(async () => {
  made = newFolder()
  await (await openEmbedded({ dataDir: made, fast: true, ...(binDir && { binDir }) })).close()
})
afterAll(() => rmSync(made, { recursive: true, force: true }))

beforeEach(() => {
  dataDir = newFolder()
  options = { dataDir, fast: true, ...(binDir && { binDir }) }
})

afterEach(async () => {
  const pid = pidOf()
  if (pid && isAlive(pid)) await stopPostmaster(pid)
  rmSync(dataDir, { recursive: true, force: true })
})

function newFolder() {
  const folder = mkdtempSync(path.join(placeForData(), 'h-embedded-'))
  chmodSync(folder, 0o711)
  return folder
}

/** For what begins once the database is made: a copy of one is there sooner than a new one. */
function copyMade({ isKept = false } = {}) {
  execFileSync('cp', ['-a', path.join(made, 'postgres'), dataDir])
  if (isKept) rmSync(file('throwaway'))
}

const file = (name: string) => path.join(dataDir, 'postgres', name)

function pidOf(): number | undefined {
  try {
    return Number(readFileSync(file('data/postmaster.pid'), 'utf8').split('\n')[0])
  } catch {
    return undefined
  }
}

async function ask(url: string, statement: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query<{ answer: unknown }>(statement)
    return rows[0]?.answer
  } finally {
    await client.end()
  }
}

const write = (url: string) => ask(url, 'create table kept as select 42 as answer')
const kept = 'select answer from kept'

test('a first start makes the database, and a second start keeps what was written', async () => {
  const first = await openEmbedded(options)
  expect(first.adopted).toBe(false)
  await write(first.superuserUrl())
  await first.close()
  expect(pidOf()).toBeUndefined()

  const second = await openEmbedded(options)
  expect(second.adopted).toBe(false)
  expect(await ask(second.superuserUrl(), kept)).toBe(42)
  await second.close()
})

test('only the owner can read the password, checksums are on, letters sort by code point, and no port is open', async () => {
  copyMade()
  const server = await openEmbedded(options)
  expect(statSync(file('superuser.pw')).mode & 0o777).toBe(0o600)
  expect(await ask(server.superuserUrl(), `select current_setting('data_checksums') as answer`)).toBe('on')
  expect(await ask(server.superuserUrl(), `select current_setting('listen_addresses') as answer`)).toBe('')
  expect(await ask(server.superuserUrl(), `select 'Zoë' < 'ana' and lower('É') = 'é' as answer`)).toBe(true)
  await expect(ask(server.url('postgres', 'postgres', 'wrong'), 'select 1')).rejects.toMatchObject({ code: '28P01' })
  await server.close()
})

test('nothing that a statement says about a child reaches the log', async () => {
  copyMade()
  const server = await openEmbedded(options)
  await expect(ask(server.superuserUrl(), `select 'Rosalind'::date`)).rejects.toThrow('Rosalind')
  await expect(ask(server.superuserUrl(), `select Rosalind from nowhere`)).rejects.toThrow()
  await server.close()
  expect(readFileSync(server.logFile, 'utf8')).toContain('ready to accept connections')
  expect(readFileSync(server.logFile, 'utf8')).not.toContain('Rosalind')
})

test('a server that was killed comes back with all that was committed', async () => {
  copyMade({ isKept: true })
  const before = await openEmbedded({ ...options, fast: false })
  await write(before.superuserUrl())
  process.kill(pidOf()!, 'SIGKILL')

  const after = await openEmbedded({ ...options, fast: false })
  expect(after.adopted).toBe(false)
  expect(await ask(after.superuserUrl(), kept)).toBe(42)
  await Promise.all([before.close(), after.close()])
  expect(pidOf()).toBeUndefined()
})

test('a server killed while a session makes a table without a log comes back with all that was kept', async () => {
  copyMade({ isKept: true })
  const durable = { ...options, fast: false }
  const first = await openEmbedded(durable)
  await write(first.superuserUrl())
  const maker = new pg.Client({ connectionString: first.superuserUrl() })
  maker.on('error', () => {})
  await maker.connect()
  await maker.query('begin; create unlogged table staged (n int)')
  // What another session commits takes the record of the new table to the disk with it.
  await ask(first.superuserUrl(), 'create table told ()')
  const ended = new Promise((resolve) => maker.once('end', resolve))
  process.kill(pidOf()!, 'SIGKILL')
  await ended

  const second = await openEmbedded(durable)
  expect(await ask(second.superuserUrl(), kept)).toBe(42)
  expect(readFileSync(second.logFile, 'utf8'), 'PostgreSQL stumbled first').toContain('File exists')
  await second.close()
})

test('processes that start at the same moment share one server, and the last one out stops it', async () => {
  const visitors = await Promise.all([visit(options), visit(options), visit(options)])
  expect(visitors.map(({ adopted }) => adopted).sort()).toEqual([false, true, true])
  const pid = pidOf()!

  const [first, second, third] = visitors
  await first!.leave()
  await second!.leave()
  expect(isAlive(pid)).toBe(true)
  expect(await ask(third!.url!, 'select 1 as answer')).toBe(1)

  await third!.leave()
  expect(isAlive(pid)).toBe(false)
})

test('a process that died leaves its server running for the next, and does not count as being in', async () => {
  copyMade()
  const visitor = await visit(options)
  await write(visitor.url!)
  visitor.process.kill('SIGKILL')
  await visitor.leave()
  const pid = pidOf()!
  expect(isAlive(pid)).toBe(true)

  const next = await openEmbedded(options)
  expect(next.adopted).toBe(true)
  expect(await ask(next.superuserUrl(), kept)).toBe(42)
  await next.close()
  expect(isAlive(pid)).toBe(false)
})

test('one process may open it twice, and closing twice is closing once', async () => {
  copyMade()
  const [one, two] = await Promise.all([openEmbedded(options), openEmbedded(options)])
  await one.close()
  await one.close()
  expect(await ask(two.superuserUrl(), 'select 1 as answer')).toBe(1)
  await two.close()
  expect(pidOf()).toBeUndefined()
})

test('a stranger that has the pid of a former server is left alone', async () => {
  copyMade({ isKept: true })
  const server = await openEmbedded({ ...options, fast: false })
  await write(server.superuserUrl())
  const stranger = spawn('sleep', ['600'], { ...accountFor(file('data')), stdio: 'ignore' })
  const lines = readFileSync(file('data/postmaster.pid'), 'utf8').split('\n')
  process.kill(pidOf()!, 'SIGKILL')
  writeFileSync(file('data/postmaster.pid'), [String(stranger.pid), ...lines.slice(1)].join('\n'))

  const next = await openEmbedded({ ...options, fast: false })
  expect(await ask(next.superuserUrl(), kept)).toBe(42)
  await server.close()
  await next.close()
  expect(isAlive(stranger.pid!)).toBe(true)
  stranger.kill('SIGKILL')
})

test('speed without safety is refused for a database that is to be kept', async () => {
  const server = await openEmbedded({ ...options, fast: false })
  expect(await ask(server.superuserUrl(), `select current_setting('fsync') as answer`)).toBe('on')
  await server.close()
  await expect(openEmbedded(options)).rejects.toThrow('is to be kept')
})
