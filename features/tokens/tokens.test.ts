import fc from 'fast-check'
import { createHash, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { features } from '#features/index.ts'
import { buildApp, type App } from '#platform/app.ts'
import { sql, type Opening, type Session } from '#platform/database.ts'
import { newApiToken } from '#platform/session.ts'
import { openSmallTown, type SmallTown } from '../../test/small-town.ts'
import { elements } from '../access/oracle-matrix.ts'
import type { MadeToken, NewToken } from './contract.ts'
import { createToken, revokeToken } from './queries.ts'

let town: SmallTown
let app: App
const steward = randomUUID()
beforeAll(async () => {
  town = await openSmallTown()
  app = await buildApp(town.db.database, features, { requestsPerMinute: 100_000 })
  const { community, district, account } = town.id
  await town.db.owner
    .query(`insert into membership (community_id, id, person_id, role, district_id, from_on, approved_at)
    values ('${community}', '${steward}', '${account}', 'data_steward', '${district}', '${town.today}', now())`)
})
afterAll(async () => {
  await app.close()
  await town.db.close()
})

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'
const onPage = (who: string, method: Method, url: string, payload?: object) =>
  app.inject({
    method,
    url: `/api/v1${url}`,
    cookies: { concentric_session: `token of ${who}`, concentric_csrf: 'same' },
    headers: { 'x-csrf': 'same' },
    ...(payload && { payload }),
  })
const byToken = (token: string, method: Method, url: string, payload?: object) =>
  app.inject({
    method,
    url: `/api/v1${url}`,
    headers: { authorization: `Bearer ${token}` },
    ...(payload && { payload }),
  })

const areas = ['students', 'caseload', 'referrals', 'access', 'partners']
const hashOf = (token: string) => createHash('sha256').update(token).digest()
const wishOf = (wish: Partial<NewToken>) => ({
  ...{ hat: town.id.counselor, name: 'A program', mayWrite: false, elements: ['directory'], areas, days: 90 },
  ...wish,
})

/** Not over HTTP, where a person makes at most twenty in a minute. */
async function makeToken(wish: Partial<NewToken> = {}, who = 'counselor'): Promise<MadeToken> {
  const token = newApiToken()
  const [made] = await town.db.database.knock(createToken(hashOf(`token of ${who}`), hashOf(token), wishOf(wish)))
  return { id: made!.id, token }
}

const kinds = ['schools', 'students', 'part_schools', 'part_students', 'write_schools', 'write_students'] as const
type Scopes = Record<string, Record<(typeof kinds)[number], string[]>>

async function scopesOf(session: Session, opening: Opening): Promise<Scopes> {
  const ask = sql<{ element: string } & Scopes[string]>`
    select e as element, access.schools(e) as schools, access.students(e) as students, access.part_schools(e) as part_schools,
      access.part_students(e) as part_students, access.write_schools(e) as write_schools, access.write_students(e) as write_students
    from unnest(${[...elements]}::text[]) e`
  const { rows } = await town.db.database.read(session, opening, [ask])
  return Object.fromEntries(rows[0].map(({ element, ...scopes }) => [element, scopes]))
}

test('a token opens just what its hat holds now and it names itself, for any choice of elements and any opening', async () => {
  const hats = [
    { who: 'counselor', hat: town.id.counselor, session: town.session },
    { who: 'counselor', hat: steward, session: { ...town.session, hat: steward } },
    { who: 'tutor', hat: town.id.tutor, session: town.tutor },
  ]
  const held = new Map<string, string[]>()
  for (const { who, hat } of hats) {
    const list = (await onPage(who, 'GET', '/tokens')).json() as { hats: { hat: { id: string }; elements: string[] }[] }
    held.set(hat, list.hats.find((each) => each.hat.id === hat)!.elements)
  }
  let opened = 0
  const anyToken = fc.record({
    whose: fc.constantFrom(...hats),
    named: fc.subarray([...elements]),
    asked: fc.subarray([...elements]),
    mayWrite: fc.boolean(),
    students: fc.constantFrom<'mine' | string[]>('mine', [town.id.child, town.id.otherChild]),
  })
  await fc.assert(
    fc.asyncProperty(anyToken, async ({ whose: { who, hat, session }, named, asked, mayWrite, students }) => {
      const inHat = named.filter((element) => held.get(hat)!.includes(element))
      const { id, token } = await makeToken({ hat, elements: inHat, mayWrite }, who)
      await town.db.owner.query('update platform.session set hat_id = $1 where token_hash = $2', [
        hat,
        session.tokenHash,
      ])
      const opening = { elements: asked, students }
      const bySession = await scopesOf(session, opening)
      const byProgram = await scopesOf({ tokenHash: hashOf(token), hat: null, area: 'students' }, opening)
      await town.db.database.knock(revokeToken(session.tokenHash, id))
      for (const element of elements)
        for (const kind of kinds) {
          const expected = inHat.includes(element) ? bySession[element]![kind] : []
          expect(byProgram[element]![kind] ?? [], `${element} ${kind}`).toEqual(expected ?? [])
          opened += expected?.length ?? 0
        }
    }),
    { numRuns: 40 },
  )
  expect(opened).toBeGreaterThan(10)
  await town.signIn()
}, 120_000)

test('a token is shown once: what is kept of it cannot be sent', async () => {
  const { id, token } = (await onPage('counselor', 'POST', '/tokens', wishOf({}))).json() as MadeToken
  expect(token).toMatch(/^cct_[A-Za-z0-9_-]{43}$/)
  const { rows } = await town.db.owner.query('select t::text as kept from platform.api_token t where id = $1', [id])
  expect(rows[0].kept).not.toContain(token)
  expect((await onPage('counselor', 'GET', '/tokens')).body).not.toContain(token)
})

test('a program reads the students of its hat, needs no cookie and no form’s proof, and is on record as used', async () => {
  const { id, token } = await makeToken({ mayWrite: true, elements: ['directory', 'notes'] })
  expect((await byToken(token, 'GET', '/town/students')).json().students).toMatchObject([{ givenName: 'Dana' }])
  const note = await byToken(token, 'POST', `/town/students/${town.id.child}/writings/notes`, {
    body: 'From a program.',
  })
  expect(note.statusCode).toBe(201)
  const { tokens } = (await onPage('counselor', 'GET', '/tokens')).json()
  expect(tokens.find((each: { id: string }) => each.id === id).lastUsedAt).not.toBeNull()
})

test('a token that may only read changes nothing: the database refuses, also where a role and no element would do', async () => {
  const { token } = await makeToken({ elements: ['directory', 'notes', 'referrals'] })
  const note = await byToken(token, 'POST', `/town/students/${town.id.child}/writings/notes`, { body: 'No.' })
  expect([note.statusCode, note.json().code]).toEqual([403, 'token_reads_only'])
  const { token: stewards } = await makeToken({ hat: steward, elements: ['directory'] })
  const organization = { name: 'Chess club', sector: 'arts' }
  const added = await byToken(stewards, 'POST', '/town/organizations', organization)
  expect([added.statusCode, added.json().code]).toEqual([403, 'token_reads_only'])
  const { rows } = await town.db.owner.query(`select (select count(*) from note where body = 'No.') as notes,
    (select count(*) from organization where name = 'Chess club') as organizations`)
  expect(rows).toEqual([{ notes: 0, organizations: 0 }])
})

test('a token works in its areas alone, and in no other community', async () => {
  const { token } = await makeToken({ areas: ['caseload'] })
  expect((await byToken(token, 'GET', '/town/students')).statusCode).toBe(200)
  const elsewhere = await byToken(token, 'GET', '/town/agreements')
  expect([elsewhere.statusCode, elsewhere.json().code]).toEqual([403, 'token_area'])
  expect((await byToken(token, 'GET', '/another-town/students')).statusCode).toBe(404)
})

test('a token makes no tokens, reads no sessions, changes no hat, and signs nothing', async () => {
  const { token } = await makeToken({ hat: steward, mayWrite: true, areas: [...areas, 'tokens', 'people'] })
  const tries: [Method, string, object?][] = [
    ['POST', '/tokens', { hat: steward, name: 'More', mayWrite: true, elements: [], areas, days: 1 }],
    ['GET', '/tokens'],
    ['GET', '/session'],
    ['GET', '/sessions'],
    ['PUT', '/session/hat', { hat: town.id.counselor }],
    [
      'POST',
      '/town/system-tokens',
      { role: 'data_steward', name: 'More', mayWrite: true, elements: [], areas, days: 1 },
    ],
    ['POST', `/town/agreements/${town.id.agreement}/signature`, { signedName: 'A program' }],
    ['POST', `/town/proposals/membership/${randomUUID()}/decision`, { approve: true }],
  ]
  for (const [method, url, payload] of tries) {
    const answer = await byToken(token, method, url, payload)
    expect([answer.statusCode, answer.json().code], `${method} ${url}`).toEqual([403, 'not_for_tokens'])
  }
})

test('nobody makes a token for a hat of someone else, with more than the hat holds, or for longer than a year', async () => {
  const body = { hat: town.id.tutor, name: 'No', mayWrite: false, elements: [], areas, days: 90 }
  expect((await onPage('counselor', 'POST', '/tokens', body)).statusCode).toBe(404)
  const wide = await onPage('tutor', 'POST', '/tokens', { ...body, elements: ['notes'] })
  expect([wide.statusCode, wide.json().code]).toEqual([400, 'token_scope'])
  expect((await onPage('tutor', 'POST', '/tokens', { ...body, days: 366 })).statusCode).toBe(400)
})

test('an expired token, an ended one and one that nobody made are refused in a sentence, and the refusal is on record', async () => {
  const [expired, ended] = [await makeToken(), await makeToken()]
  await town.db.owner.query(`update platform.api_token set expires_at = now() where id = $1`, [expired.id])
  expect((await onPage('tutor', 'DELETE', `/tokens/${ended.id}`)).statusCode).toBe(404)
  expect((await byToken(ended.token, 'GET', '/town/students')).statusCode).toBe(200)
  expect((await onPage('counselor', 'DELETE', `/tokens/${ended.id}`)).statusCode).toBe(200)
  for (const token of [expired.token, ended.token, `cct_${'A'.repeat(43)}`]) {
    const answer = await byToken(token, 'GET', '/town/students')
    expect([answer.statusCode, answer.json().code]).toEqual([401, 'token_refused'])
    expect(answer.json().detail).toBe('This token is not known here, was ended, or has expired. Make a new one.')
  }
  const { rows } = await town.db.owner.query(
    'select count(*) from platform.refusal where session_id = any ($1) and status = 401',
    [[expired.id, ended.id]],
  )
  expect(rows[0].count).toBe(2)
})

test('when the role ends, its tokens open nothing any more', async () => {
  const { token } = await makeToken()
  const end = (day: string | null) =>
    town.db.owner.query(`update membership set from_on = '2020-01-01', until_on = $1 where id = $2`, [
      day,
      town.id.counselor,
    ])
  await end('2020-12-31')
  const answer = await byToken(token, 'GET', '/town/students')
  expect([answer.statusCode, answer.json().code]).toEqual([403, 'hat_ended'])
  await end(null)
  expect((await byToken(token, 'GET', '/town/students')).statusCode).toBe(200)
})

test('what a partner’s program opens is on the family’s record, of just the token’s elements, with the token’s name', async () => {
  const { token } = await makeToken({ hat: town.id.tutor, name: 'Club list', elements: ['directory'] }, 'tutor')
  const answer = await byToken(token, 'GET', `/town/students/${town.id.child}`)
  expect(answer.statusCode).toBe(200)
  const { rows } = await town.db.owner.query(
    `select elements, reason from disclosure order by at desc, id desc limit 1`,
  )
  expect(rows[0]).toMatchObject({
    elements: ['directory'],
    reason: expect.stringMatching(/^agreement 1, .*, by token Club list$/),
  })
})

test('a data steward gives a system access to one school, no more than the steward holds, seen by all and ended at once', async () => {
  await town.db.owner.query('update platform.session set hat_id = $1 where token_hash = $2', [
    steward,
    town.session.tokenHash,
  ])
  const body = {
    role: 'principal',
    school: town.id.school,
    name: 'Bell schedule',
    mayWrite: false,
    elements: ['directory'],
    areas,
    days: 30,
  }
  const wide = await onPage('counselor', 'POST', '/town/system-tokens', { ...body, elements: ['notes'] })
  expect([wide.statusCode, wide.json().code]).toEqual([400, 'token_scope'])
  expect(
    (await onPage('counselor', 'POST', '/town/system-tokens', { ...body, school: randomUUID() })).json().code,
  ).toBe('token_school')
  const made = (await onPage('counselor', 'POST', '/town/system-tokens', body)).json() as MadeToken
  expect((await byToken(made.token, 'GET', '/town/students')).json().students).toMatchObject([{ givenName: 'Dana' }])
  const viewers = await onPage('counselor', 'GET', `/town/students/${town.id.child}/viewers`)
  expect(viewers.json()).toContainEqual(
    expect.objectContaining({ personName: 'System Bell schedule', role: 'principal' }),
  )
  expect((await onPage('counselor', 'GET', '/tokens')).json().tokens).toContainEqual(
    expect.objectContaining({ id: made.id, isSystem: true }),
  )
  expect((await onPage('tutor', 'GET', '/tokens')).json().tokens.map((each: { id: string }) => each.id)).not.toContain(
    made.id,
  )
  expect((await onPage('counselor', 'DELETE', `/tokens/${made.id}`)).statusCode).toBe(200)
  expect((await byToken(made.token, 'GET', '/town/students')).statusCode).toBe(401)
  await town.signIn()
  expect(
    (await onPage('counselor', 'POST', '/town/system-tokens', { ...body, role: 'data_steward', school: undefined }))
      .statusCode,
  ).toBe(403)
})

test('a program that asks too often is told to wait', async () => {
  const { token } = await makeToken()
  const slow = await buildApp(town.db.database, features, { requestsPerMinute: 3 })
  const ask = () => slow.inject({ url: '/api/v1/town/students', headers: { authorization: `Bearer ${token}` } })
  const statuses = []
  for (let i = 0; i < 4; i++) statuses.push((await ask()).statusCode)
  await slow.close()
  expect(statuses).toEqual([200, 200, 200, 429])
})
