import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestDatabase, type TestDatabase } from '../test/database.ts'
import { startWorker } from './jobs.ts'

let db: TestDatabase
let app: pg.Client
beforeAll(async () => {
  db = await openTestDatabase()
  app = new pg.Client({ connectionString: db.urls.concentric_app })
  await app.connect()
})
afterAll(async () => {
  await app.end()
  await db.close()
})

/** Resolves with the id that the task was given. */
const taskThatTells = () => {
  let told: (id: string) => void = () => {}
  const ran = new Promise<string>((resolve) => (told = resolve))
  return { ran, tasks: { check: async (id: string) => told(id) } }
}

test('the app role hands work to the queue, and sees nothing of the queue itself', async () => {
  const { ran, tasks } = taskThatTells()
  const worker = await startWorker(db.urls, tasks)
  const id = randomUUID()
  await app.query('select graphile_worker.enqueue($1, $2)', ['check', id])
  expect(await ran).toBe(id)
  await expect(app.query('select * from graphile_worker._private_jobs')).rejects.toThrow('permission denied')
  // A task and an id: no name of anybody fits into it.
  const { rows } = await app.query(
    `select p.proname || '(' || oidvectortypes(p.proargtypes) || ')' as call from pg_proc p
     where p.pronamespace = 'graphile_worker'::regnamespace and p.prosecdef and has_function_privilege(p.oid, 'execute')`,
  )
  expect(rows).toEqual([{ call: 'enqueue(text, uuid)' }])
  await worker.stop()
})

test('work that a killed process had taken is done by the next one', async () => {
  const id = randomUUID()
  await app.query('select graphile_worker.enqueue($1, $2)', ['check', id])
  const worker = new pg.Client({ connectionString: db.urls.concentric_worker })
  await worker.connect()
  await worker.query("update graphile_worker._private_jobs set locked_by = 'dead', locked_at = now()")
  await worker.end()
  const { ran, tasks } = taskThatTells()
  const next = await startWorker(db.urls, tasks)
  expect(await ran).toBe(id)
  await next.stop()
})
