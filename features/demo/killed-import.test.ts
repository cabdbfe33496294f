import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startWorker } from '#platform/jobs.ts'
import { projectRoot } from '#platform/migrate.ts'
import { generateDemo } from './generate.ts'
import { requestImport } from '../imports/desk/queries.ts'
import { factTables } from '../imports/facts/tables.ts'
import { openImportTown, type ImportTown } from '../imports/fixtures/town.ts'
import { importTasks } from '../indicators/import-tasks.ts'

const minutes = 60_000
const files = Object.fromEntries(
  generateDemo({ today: '2026-03-02', students: 300 }).map(({ name, text }) => [name, text]),
)
const ids: string[] = []

let town: ImportTown
beforeAll(async () => void (town = await openImportTown()))
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

/** Lets a process of its own apply the import, and kills it when it has come this far. */
async function applyAndKill(importId: string, state: string, share: number) {
  const work = { url: town.world.urls.concentric_import, dataDir: town.dataDir, importId }
  const program = path.join(import.meta.dirname, 'apply-in-child.ts')
  const child = spawn(process.execPath, ['--import', 'tsx', program, JSON.stringify(work)], {
    cwd: projectRoot,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const ended = once(child, 'exit')
  const isOver = ended.then(() => true)
  await until(
    async () => isAt(await progressOf(importId), state, share) || (await Promise.race([isOver, wait(0, false)])),
  )
  child.kill('SIGKILL')
  const [code] = await ended
  // Killed, or done before it could be; a process that fails by itself shows nothing.
  expect([null, 0]).toContain(code)
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

test(
  'an import whose process is killed at any moment is whole or not at all, and the next worker completes it once',
  async () => {
    const undisturbed = await send()
    await finishByWorker(undisturbed)
    const whole = await facts()
    const none = Object.fromEntries(Object.keys(whole).map((key) => [key, key === 'flags' ? 0 : '0 rows, 0 live']))
    expect(whole).not.toEqual(none)

    const moment = fc.tuple(
      fc.constantFrom('reading', 'checking', 'applying'),
      fc.double({ min: 0, max: 1, noNaN: true }),
    )
    const moments = fc.sample(moment, {
      seed: Number(process.env.CONCENTRIC_SEED ?? 7),
      numRuns: Number(process.env.CONCENTRIC_KILLS ?? 2),
    })
    for (const [state, share] of [['applying', 0.5] as const, ...moments]) {
      const id = await send()
      await applyAndKill(id, state, share)
      ids.push(`${(await progressOf(id)).state} (${state} ${share.toFixed(2)})`)
      const isApplied = (await progressOf(id)).state === 'applied'
      expect(await facts()).toEqual(isApplied ? whole : none)
      await finishByWorker(id)
      expect((await progressOf(id)).state).toBe('applied')
      expect(await facts()).toEqual(whole)
    }
    console.info(`Killed while ${ids.join(', ')}.`)
  },
  10 * minutes,
)
