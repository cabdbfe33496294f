import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { people } from '#features/people/index.ts'
import { forStrangers } from '#features/people/sign-in/admit.ts'
import { hashPassword } from '#features/people/sign-in/passwords.ts'
import { countWrongTries } from '#features/people/sign-in/wrong-tries.ts'
import { buildApp, type App } from '#platform/app.ts'
import { servePages } from '../server.ts'
import { openSmallTown, type SmallTown } from './small-town.ts'

const password = 'four words in a row'
const size = 40
let town: SmallTown
let app: App
let pages: string

beforeAll(async () => {
  town = await openSmallTown()
  app = await buildApp(town.db.database, [people], { requestsPerMinute: 30 })
  pages = await mkdtemp(path.join(tmpdir(), 'concentric-pages-'))
  await mkdir(path.join(pages, 'assets'))
  for (const name of ['staff.html', 'open.html', 'assets/page.js']) await writeFile(path.join(pages, name), 'a page')
  await servePages(app, pages)
  const { id, db, today } = town
  await db.owner.query(
    `with n as (select gen_random_uuid() as id, n from generate_series(1, $4::int) n),
       p as (insert into person (community_id, id, given_name, family_name, is_worker) select $1, id, 'Staff', n::text, true from n),
       m as (insert into membership (community_id, person_id, role, school_id, from_on, approved_at) select $1, id, 'coordinator', $2, $5::date, now() from n),
       a as (insert into platform.account (id, email, password_hash) select id, 'staff' || n || '@school.example', $3 from n)
     insert into platform.account_person (account_id, community_id, person_id) select id, $1, id from n`,
    [id.community, id.school, await hashPassword(password), size, today],
  )
})
afterAll(async () => {
  await app?.close()
  await rm(pages, { recursive: true, force: true })
  await town?.db.close()
})

const everyone = Array.from({ length: size }, (_, i) => `staff${i + 1}@school.example`)
const from = (remoteAddress: string) => ({
  signIn: (email: string, word: string) =>
    app.inject({ method: 'POST', url: '/api/v1/session', remoteAddress, payload: { email, password: word } }),
  look: (token: string) =>
    app.inject({ url: '/api/v1/session', remoteAddress, cookies: { concentric_session: token } }),
})

test('everyone at a school signs in at the same moment, behind one address of the network, and works on', async () => {
  const school = from('203.0.113.7')
  const answers = await Promise.all(everyone.map((email) => school.signIn(email, password)))
  expect(new Set(answers.map((answer) => answer.statusCode))).toEqual(new Set([201]))
  const tokens = answers.map((answer) => answer.cookies.find(({ name }) => name === 'concentric_session')!.value)
  for (let page = 0; page < 2; page++) {
    const looks = await Promise.all(tokens.map((token) => school.look(token)))
    expect(new Set(looks.map((answer) => answer.statusCode))).toEqual(new Set([200]))
  }
})

test('the files of the pages come to everyone behind the address, before anybody has signed in', async () => {
  const ask = () => app.inject({ url: '/assets/page.js', remoteAddress: '203.0.113.8' })
  const answers = await Promise.all(Array.from({ length: 60 }, ask))
  expect(new Set(answers.map((answer) => answer.statusCode))).toEqual(new Set([200]))
})

test('two hundred people may begin their day within the same minute', () => {
  expect(forStrangers.rateLimit.max).toBeGreaterThanOrEqual(200)
})

test('whoever tries one password on account after account from one address is stopped, right password or not', async () => {
  const thief = from('198.51.100.9')
  const answers: number[] = []
  for (const email of everyone.slice(0, 35)) answers.push((await thief.signIn(email, 'Summer2026!')).statusCode)
  expect(answers).toEqual([...Array(30).fill(401), ...Array(5).fill(429)])
  expect((await thief.signIn(everyone[36]!, password)).statusCode).toBe(429)
  expect((await from('203.0.113.7').signIn(everyone[36]!, password)).statusCode).toBe(201)
})

test('a minute later, an address may try again', () => {
  let now = 0
  const tries = countWrongTries(2, () => now)
  tries.note('a')
  tries.note('a')
  expect([tries.mayTry('a'), tries.mayTry('b')]).toEqual([false, true])
  now = 60_000
  expect(tries.mayTry('a')).toBe(true)
})
