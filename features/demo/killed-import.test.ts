import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startWorker } from '#platform/jobs.ts'
import { projectRoot } from '#platform/migrate.ts'
import { bundle } from '../../cli/bundle.mjs'
import { generateDemo } from './generate.ts'
import { requestImport } from '../imports/desk/queries.ts'
import { factTables } from '../imports/facts/tables.ts'
import { openOwnServer } from '../imports/fixtures/own-server.ts'
import { openImportTown, type ImportTown } from '../imports/fixtures/town.ts'
import { importTasks } from '../indicators/import-tasks.ts'

const minutes = 60_000
const files = Object.fromEntries(
  generateDemo({ today: '2026-03-02', students: 300 }).map(({ name, text }) => [name, text]),
)
const ids: string[] = []
const children = path.join(projectRoot, 'dist/children')

const seed = Number(process.env.CONCENTRIC_SEED ?? 7)
const kills = Number(process.env.CONCENTRIC_KILLS ?? 2)

let server: Awaited<ReturnType<typeof openOwnServer>>
let town: ImportTown
let whole: Awaited<ReturnType<typeof facts>>
beforeAll(async () => {
  await bundle(['features/demo/apply-in-child.ts', 'features/demo/receive-in-child.ts'], children)
  server = await openOwnServer()
  town = await openImportTown(server)
}, 2 * minutes)
afterAll(() => town?.close())

type Progress = { state: string; done: number; expected: number }
const progressOf = async (id: string) =>
  (
    await town.rows<Progress>(
      `select state, rows_done::int as done, coalesce(rows_expected, 0)::int as expected from import where id = $1`,
      [id],
    )
  )[0]!

const order = ['received', 'reading', 'checking', 'checked', 'applying', 'applied']
/** Whether an import has come this far: into the state, and through this share of its rows. */
const isAt = (at: Progress, state: string, share: number) =>
  order.indexOf(at.state) > order.indexOf(state) || (at.state === state && at.done >= at.expected * share)

async function until(isSo: () => Promise<boolean>) {
  while (!(await isSo())) await wait(5)
}

async function send() {
  await town.moveOn()
  const id = await town.receive([await town.folderOf(files)])
  await town.world.database.as(town.place.session, null, (tx) => tx(requestImport(id, 'apply')))
  return id
}

function inChild(program: string, work: object) {
  const args = ['--enable-source-maps', path.join(children, program), JSON.stringify(work)]
  const child = spawn(process.execPath, args, { cwd: projectRoot, stdio: 'ignore' })
  const ended = once(child, 'exit') as Promise<[number | null]>
  const isOver = ended.then(() => true)
  return { child, ended, isOver: () => Promise.race([isOver, wait(0, false)]) }
}

type Victim = 'worker' | 'database' | 'both'

/** Lets a process of its own apply the import, and kills it, the database or both when it has come this far. */
async function applyAndKill(importId: string, victim: Victim, state: string, share: number) {
  const work = { url: town.world.urls.concentric_import, dataDir: town.dataDir, importId }
  const { child, ended, isOver } = inChild('apply-in-child.js', work)
  await until(async () => isAt(await progressOf(importId), state, share) || (await isOver()))
  if (victim !== 'database') child.kill('SIGKILL')
  if (victim !== 'worker') await server.kill()
  const [code] = await ended
  // Killed, or done before it could be; a process fails by itself only where its database was taken from it.
  expect(victim === 'database' ? [0, 1] : victim === 'both' ? [null, 0, 1] : [null, 0]).toContain(code)
  if (victim !== 'worker') await server.start()
}

/** How many rows of each table there are, and the sum of what they say apart from ids and moments. */
async function facts() {
  const told: Record<string, unknown> = {}
  for (const { table } of factTables) {
    const [row] = await town.rows<{ told: string }>(
      `select count(*) || ' rows, ' || count(*) filter (where withdrawn_at is null) || ' live' as told from ${table} where community_id = $1 and added_by_import is not null`,
      [town.place.communityId],
    )
    told[table] = row!.told
  }
  const [flags] = await town.rows(`select count(*)::int as flags from flag where community_id = $1`, [
    town.place.communityId,
  ])
  return { ...told, ...flags }
}

async function finishByWorker(id: string) {
  const worker = await startWorker(town.world.urls, importTasks({ door: town.door, dataDir: town.dataDir }), {
    unfinished: ['access.unfinished_imports'],
  })
  await until(async () => ['applied', 'failed'].includes((await progressOf(id)).state))
  await worker.stop()
}

const none = () => Object.fromEntries(Object.keys(whole).map((key) => [key, key === 'flags' ? 0 : '0 rows, 0 live']))

test(
  'an import whose process or database is killed at any moment is whole or not at all, and the next worker completes it once',
  async () => {
    const undisturbed = await send()
    await finishByWorker(undisturbed)
    whole = await facts()
    expect(whole).not.toEqual(none())

    const moment = fc.tuple(
      fc.constantFrom<Victim>('worker', 'database', 'both'),
      fc.constantFrom('reading', 'checking', 'applying'),
      // A float would nearly always be close to 0 or 1.
      fc.noBias(fc.integer({ min: 0, max: 99 })).map((percent) => percent / 100),
    )
    const moments = fc.sample(moment, { seed, numRuns: kills })
    for (const [victim, state, share] of [['both', 'applying', 0.5] as const, ...moments]) {
      const id = await send()
      await applyAndKill(id, victim, state, share)
      ids.push(`${victim} while ${(await progressOf(id)).state} (${state} ${share.toFixed(2)})`)
      const isApplied = (await progressOf(id)).state === 'applied'
      expect(await facts()).toEqual(isApplied ? whole : none())
      await finishByWorker(id)
      expect((await progressOf(id)).state).toBe('applied')
      expect(await facts()).toEqual(whole)
    }
    console.info(`Killed, seed ${seed}: ${ids.join(', ')}.`)
  },
  20 * minutes,
)

test(
  'a server that is killed while it takes files in has taken all of them or none, and the next import completes',
  async () => {
    const moments = fc.sample(fc.noBias(fc.integer({ min: 0, max: 120 })), { seed, numRuns: kills })
    for (const moment of moments) {
      await town.moveOn()
      const { tokenHash, hat } = town.place.session
      const imports = path.join(town.dataDir, 'imports')
      const before = new Set(existsSync(imports) ? readdirSync(imports) : [])
      const { child, ended, isOver } = inChild('receive-in-child.js', {
        ...{ url: town.world.urls.concentric_app, dataDir: town.dataDir, hat, tokenHash: tokenHash.toString('hex') },
        from: await town.folderOf(files),
      })
      const hasBegun = () => existsSync(imports) && readdirSync(imports).some((name) => !before.has(name))
      await until(async () => hasBegun() || (await isOver()))
      await wait(moment)
      child.kill('SIGKILL')
      expect([null, 0]).toContain((await ended)[0])
      const taken = await town.rows<{ id: string }>('select id from import where community_id = $1', [
        town.place.communityId,
      ])
      expect(taken.length).toBeLessThanOrEqual(1)
      for (const { id } of taken) expect(readdirSync(path.join(imports, id)).sort()).toEqual(Object.keys(files).sort())
    }
    const next = await send()
    await finishByWorker(next)
    expect(await facts()).toEqual(whole)
  },
  20 * minutes,
)
