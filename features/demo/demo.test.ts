import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildApp, type App } from '#platform/app.ts'
import { unsafeAsOwner } from '#platform/owner.ts'
import type { TestDatabase } from '../../test/database.ts'
import { openDemoDatabase } from '../../test/demo-database.ts'
import { caseload } from '../caseload/index.ts'
import { makeCommunity } from '../communities/create.ts'
import { people } from '../people/index.ts'
import { cast, fullName } from './cast.ts'
import { demo } from './index.ts'
import { signInCast } from './story.ts'

let db: TestDatabase
let app: App

beforeAll(async () => {
  db = await openDemoDatabase()
  app = await buildApp(db.database, [people, caseload, demo])
})
afterAll(async () => {
  await app?.close()
  await db?.close()
})

type Person = { accountId: string; key: string; name: string; role: string }
const listCast = async (remoteAddress = '127.0.0.1'): Promise<Person[]> =>
  (await app.inject({ url: '/api/v1/demo', remoteAddress })).json()

async function oneClick(key: string) {
  const { accountId } = (await listCast()).find((person) => person.key === key)!
  const answer = await app.inject({ method: 'POST', url: '/api/v1/session/demo', payload: { accountId } })
  return Object.fromEntries(answer.cookies.map((cookie) => [cookie.name, cookie.value]))
}
const meOf = async (key: string) => (await app.inject({ url: '/api/v1/session', cookies: await oneClick(key) })).json()

test('the demo lists the whole cast by name and role', async () => {
  expect((await listCast()).map((person) => person.name)).toEqual(
    Object.values(cast.people).map((person) => fullName({ name: person.name })),
  )
})

test('one click each: everybody wears the own hat, the stranger none, the grandmother chooses', async () => {
  expect((await meOf('dana')).hat).toMatchObject({ role: 'coordinator', place: 'Lincoln Middle School' })
  expect((await meOf('leila')).hat).toMatchObject({ kind: 'self', role: 'eligible_student' })
  expect(await meOf('sam')).toMatchObject({ hat: null, hats: [] })
  const lucia = await meOf('lucia')
  expect([lucia.hat, lucia.hats.map((hat: { studentName: string }) => hat.studentName).sort()]).toEqual([
    null,
    ['Mateo Ramírez', 'Sofía Ramírez'],
  ])
})

test('its files went in through the importer, with flags that say why', async () => {
  const cookies = await oneClick('dana')
  const answer = await app.inject({ url: '/api/v1/riverbend/students?search=Okafor&flag=attendance', cookies })
  expect(answer.json().students).toMatchObject([
    {
      givenName: 'Amara',
      flags: [
        { indicator: 'attendance', level: 'concern', reason: expect.stringMatching(/^missed \d+ of \d+ days/) },
        { indicator: 'course' },
      ],
    },
  ])
  const spanish = await app.inject({
    url: '/api/v1/riverbend/students?search=Okafor',
    cookies,
    headers: { 'x-locale': 'es' },
  })
  expect(spanish.json().students[0].flags[0].reason).toMatch(/^faltó|^ha faltado|días/)
})

test('nobody from another machine signs in with one click', async () => {
  expect(await listCast('192.0.2.7')).toEqual([])
  const { accountId } = (await listCast())[0]!
  const answer = await app.inject({
    method: 'POST',
    url: '/api/v1/session/demo',
    payload: { accountId },
    remoteAddress: '192.0.2.7',
  })
  expect(answer.statusCode).toBe(404)
})

test('a session is listed for its owner alone, and ends when it is ended', async () => {
  const [desk, phone, stranger] = [await oneClick('ruth'), await oneClick('ruth'), await oneClick('sam')]
  const headers = { 'x-csrf': desk.concentric_csrf! }
  const listed = (await app.inject({ url: '/api/v1/sessions', cookies: desk })).json() as {
    id: string
    isCurrent: boolean
  }[]
  expect(listed.length).toBe(2)
  const other = listed.find((session) => !session.isCurrent)!
  const foreign = {
    method: 'DELETE',
    url: `/api/v1/sessions/${other.id}`,
    cookies: stranger,
    headers: { 'x-csrf': stranger.concentric_csrf! },
  } as const
  expect((await app.inject(foreign)).statusCode).toBe(404)
  expect((await app.inject({ url: '/api/v1/session', cookies: phone })).statusCode).toBe(200)
  expect(
    (await app.inject({ method: 'DELETE', url: `/api/v1/sessions/${other.id}`, cookies: desk, headers })).statusCode,
  ).toBe(200)
  expect((await app.inject({ url: '/api/v1/session', cookies: phone })).statusCode).toBe(401)
})

test('the demo is gone once another community exists', async () => {
  await unsafeAsOwner(db.urls.concentric_owner, (tx) =>
    makeCommunity(tx, { slug: 'lehigh', name: 'Lehigh Valley', timeZone: 'America/New_York' }),
  )
  expect(await listCast()).toEqual([])
  await expect(signInCast(db.database, 'dana')).rejects.toThrow('no account')
})
