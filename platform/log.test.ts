import { afterAll, beforeAll, expect, test } from 'vitest'
import { features } from '#features/index.ts'
import { buildApp, type App } from './app.ts'
import { connect } from './database.ts'
import { openTestDatabase, type TestDatabase } from '../test/database.ts'

let db: TestDatabase
let app: App
const lines: string[] = []

beforeAll(async () => {
  db = await openTestDatabase()
  app = await buildApp(db.database, features, { log: (line) => lines.push(JSON.stringify(line)) })
})
afterAll(async () => {
  await app?.close()
  await db?.close()
})

test('the log says which route was asked, and nothing of what was asked for', async () => {
  const id = '00000000-0000-7000-8000-00000000aaaa'
  const cookies = { concentric_session: 'a-secret-token' }
  await app.inject({ url: `/api/v1/riverbend/students/${id}?search=Amara%20Okafor`, cookies })
  await app.inject({
    method: 'POST',
    url: '/api/v1/session',
    payload: { email: 'dana@example.org', password: 'Secret-1' },
  })
  await app.inject({ url: '/Amara-Okafor' })
  expect(lines.map((line) => JSON.parse(line).route)).toEqual(
    expect.arrayContaining(['/api/v1/:community/students/:id', '/api/v1/session', 'none']),
  )
  expect(lines.join('\n')).not.toMatch(/amara|okafor|dana@|secret|aaaa/i)
})

test('a fault is logged by its kind and place, without its message', async () => {
  const broken = connect('postgres://nobody:pass@127.0.0.1:1/amara')
  const other = await buildApp(broken, features, { log: (line) => lines.push(JSON.stringify(line)) })
  const ready = await other.inject({ url: '/health/ready' })
  expect([ready.statusCode, ready.json().code]).toEqual([503, 'database_down'])
  expect((await other.inject({ url: '/health/live' })).json()).toEqual({ status: 'ok' })
  expect(lines.join('\n')).not.toContain('amara')
  await other.close()
  await broken.close()
})
