import { afterAll, beforeAll, expect, test } from 'vitest'
import { features } from '#features/index.ts'
import { buildApp, type App } from '#platform/app.ts'
import { openSmallTown, type SmallTown } from './small-town.ts'
import { guardianOf, sessionFor } from './town-people.ts'

// A word that stands in no other text: wherever it turns up, a restricted note has leaked.
const canary = 'Zaunkönig-4711'
const reason = 'Preparing tomorrow’s meeting'

let town: SmallTown
let app: App
let note = ''
const logged: string[] = []
const routes: { method: string; url: string }[] = []
const cookiesOf = new Map<string, Record<string, string>>()

beforeAll(async () => {
  town = await openSmallTown()
  const { id } = town
  const school_id = id.school
  const tokens = {
    counselor: 'token of counselor',
    tutor: 'token of tutor',
    nurse: (await sessionFor(town, 'Nora', 'nurse', { school_id })).token,
    coordinator: (await sessionFor(town, 'Dana', 'coordinator', { school_id })).token,
    principal: (await sessionFor(town, 'Ruth', 'principal', { school_id })).token,
    elsewhere: (await sessionFor(town, 'Max', 'counselor', { school_id: id.otherSchool })).token,
    teacher: (await sessionFor(town, 'Grace', 'teacher', { school_id })).token,
    steward: (await sessionFor(town, 'Priya', 'data_steward', { district_id: id.district })).token,
    backbone: (await sessionFor(town, 'Imani', 'backbone', {})).token,
    guardian: (await guardianOf(town, 'Ngozi', id.child)).token,
  }
  for (const [hat, token] of Object.entries(tokens))
    cookiesOf.set(hat, { concentric_session: token, concentric_csrf: 'same' })
  app = await buildApp(town.db.database, features, {
    requestsPerMinute: 100_000,
    log: (line) => logged.push(JSON.stringify(line)),
    onRoute: ({ method, url }) => {
      for (const each of [method].flat()) if (!['HEAD', 'OPTIONS'].includes(each)) routes.push({ method: each, url })
    },
  })
  await app.ready()
  note = (await ask('counselor', 'POST', 'restricted-notes', writing(canary))).json().id
})
afterAll(async () => {
  await app?.close()
  await town?.db.close()
})

const writing = (body: string) => ({ body, kind: 'conversation', happenedOn: town.today })
const send = (hat: string, method: string, url: string, payload?: object) =>
  app.inject({
    method: method as 'GET',
    url,
    cookies: cookiesOf.get(hat)!,
    headers: { 'x-csrf': 'same' },
    ...(payload && { payload }),
  })
const ask = (hat: string, method: string, place: string, payload?: object) =>
  send(hat, method, `/api/v1/town/students/${town.id.child}/${place}`, payload)

const filled = (url: string) =>
  url
    .replace(':community', 'town')
    .replace(':note', note)
    .replace(':form', 'restricted_notes')
    .replace(':element', 'notes')
    .replace(/:\w+/g, town.id.child)

test('no route shows the text of a restricted note to anybody, but the one that opens it', async () => {
  const opening = '/api/v1/:community/students/:id/restricted-notes/:note/openings'
  const leaks: string[] = []
  const walk = async (hat: string) => {
    for (const { method, url } of routes.filter((route) => route.url !== opening && !endsSession(route))) {
      const body = method === 'GET' ? undefined : { reason, inError: false, body: 'Words', version: 0, details: {} }
      const answer = await send(hat, method, filled(url), body)
      if (answer.body.includes(canary)) leaks.push(`${hat}: ${method} ${url}`)
    }
  }
  await Promise.all([...cookiesOf.keys()].map(walk))
  expect(leaks).toEqual([])
  expect(routes.map(({ url }) => url)).toContain(opening)
})

const endsSession = ({ method, url }: { method: string; url: string }) => method !== 'GET' && /session|hat/.test(url)

test('the route that opens it answers only those who hold restricted notes at the student’s school', async () => {
  const place = `restricted-notes/${note}/openings`
  const answers = Object.fromEntries(
    await Promise.all([...cookiesOf.keys()].map(async (hat) => [hat, await ask(hat, 'POST', place, { reason })])),
  ) as Record<string, Awaited<ReturnType<typeof ask>>>
  const shown = Object.entries(answers).filter(([, answer]) => answer.body.includes(canary))
  expect(shown.map(([hat]) => hat).sort()).toEqual(['counselor', 'nurse'])
  for (const [hat, answer] of Object.entries(answers))
    expect(answer.statusCode, hat).toBe(['counselor', 'nurse'].includes(hat) ? 201 : 404)
  expect(answers.counselor!.headers['cache-control']).toBe('no-store')
  expect((await ask('nurse', 'POST', place, { reason: '' })).json().code).toBe('opening_reason_needed')
})

test('a refusal does not repeat what somebody tried to write', async () => {
  const answers = [
    await ask('principal', 'POST', 'restricted-notes', writing(canary)),
    await ask('counselor', 'POST', 'restricted-notes', { ...writing(canary), happenedOn: '2999-01-01' }),
    await ask('counselor', 'POST', 'restricted-notes', writing(canary.repeat(1000))),
    await ask('counselor', 'POST', 'restricted-notes', { ...writing('x'), kind: canary }),
  ]
  for (const answer of answers) {
    expect(answer.statusCode).toBeGreaterThanOrEqual(400)
    expect(answer.body).not.toContain(canary)
  }
})

test('neither the log nor any table but its own holds the text', async () => {
  expect(logged.length).toBeGreaterThan(50)
  expect(logged.filter((line) => line.includes(canary))).toEqual([])
  const { rows: tables } = await town.db.owner.query<{ rel: string }>(
    `select format('%I.%I', n.nspname, c.relname) as rel from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'r' and n.nspname in ('public', 'platform', 'access', 'staging')`,
  )
  const found = []
  for (const { rel } of tables) {
    const { rows } = await town.db.owner.query(`select 1 from ${rel} t where t::text like '%${canary}%' limit 1`)
    if (rows.length) found.push(rel)
  }
  expect(tables.length).toBeGreaterThan(40)
  expect(found).toEqual(['public.restricted_note'])
})
