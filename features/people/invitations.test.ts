import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildApp, type App } from '#platform/app.ts'
import { unsafeAsOwner } from '#platform/owner.ts'
import { openTestDatabase, type TestDatabase } from '../../test/database.ts'
import { makeCommunity } from '../communities/create.ts'
import { people } from './index.ts'
import { inviteSteward } from './owner-acts.ts'

let db: TestDatabase
let app: App
let place: { communityId: string; districtId: string }
const email = 'priya@example.org'
const password = 'a long enough password'

beforeAll(async () => {
  db = await openTestDatabase()
  app = await buildApp(db.database, [people])
  place = await unsafeAsOwner(db.urls.concentric_owner, (tx) =>
    makeCommunity(tx, { slug: 'riverbend', name: 'Riverbend', timeZone: 'America/Chicago' }),
  )
})
afterAll(async () => {
  await app?.close()
  await db?.close()
})

const invite = () =>
  unsafeAsOwner(db.urls.concentric_owner, (tx) => inviteSteward(tx, place.communityId, place.districtId, email))
const accept = (token: string, word: string) =>
  app.inject({ method: 'POST', url: `/api/v1/invitations/${token}/acceptance`, payload: { password: word } })
const signIn = (word: string) =>
  app.inject({ method: 'POST', url: '/api/v1/session', payload: { email, password: word } })

test('an invited steward chooses a password, and then has the steward hat', async () => {
  const token = await invite()
  const found = await app.inject({ url: `/api/v1/invitations/${token}` })
  expect(found.json()).toEqual({ email, communityName: 'Riverbend', role: null, place: null, hasAccount: false })
  const accepted = await accept(token, password)
  expect(accepted.statusCode).toBe(201)
  const cookies = Object.fromEntries(accepted.cookies.map((cookie) => [cookie.name, cookie.value]))
  const me = await app.inject({ url: '/api/v1/session', cookies })
  expect(me.json().hat).toMatchObject({ role: 'data_steward', community: 'riverbend' })
  const [kept] = (await db.owner.query('select password_hash from platform.account where email = $1', [email])).rows
  expect(kept.password_hash).toMatch(/^\$argon2id\$/)
  const [session] = (await db.owner.query('select token_hash from platform.session')).rows
  expect(session.token_hash.toString()).not.toContain(cookies.concentric_session)
})

test('a link works once', async () => {
  const token = await invite()
  await accept(token, password)
  expect((await accept(token, password)).statusCode).toBe(404)
})

test('an invitation is no way into an account that has a password', async () => {
  const token = await invite()
  expect((await accept(token, 'somebody else was here')).json().code).toBe('wrong_password')
  expect((await signIn('somebody else was here')).statusCode).toBe(401)
  expect((await signIn(password)).statusCode).toBe(201)
})

test('a short password is not taken', async () => {
  expect((await accept(await invite(), 'short')).statusCode).toBe(400)
})

test('the same answer to a wrong password and to an address that nobody has', async () => {
  const nobody = await app.inject({
    method: 'POST',
    url: '/api/v1/session',
    payload: { email: 'no@example.org', password },
  })
  const wrong = await signIn('not the password')
  expect(nobody.json()).toEqual(wrong.json())
})
