import { readFileSync, readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { Readable } from 'node:stream'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { keepFiles } from '#features/imports/files/keep.ts'
import { projectRoot } from '#platform/migrate.ts'
import { mark, marksIn, type MarkedIds } from './marks.ts'
import { openTownOfMarks, steady, whole, type Ask, type Asker, type Route, type TownOfMarks } from './open-town.ts'
import { waysOut } from './ways-out.ts'

let here: TownOfMarks
let ids: MarkedIds
let people: Record<string, Asker>
let owners: Record<string, Asker>
let before: Map<string, string>
let marked: string

const nameOf = ({ method, url }: { method: string; url: string }) => `${method} ${url}`
const full = (listed: string) => listed.replace(' /c/', ' /api/v1/:community/').replace(' /v1/', ' /api/v1/')
const listed = (text = '') =>
  text
    .split(',')
    .map((each) => full(each.trim()))
    .filter(Boolean)
const inWays = new Set(waysOut.flatMap(({ routes }) => listed(routes)))

const isForNobody = new Set(waysOut.flatMap((each) => (each.isForNobody ? listed(each.routes) : [])))
const endsSession = ({ method, url }: Route) => `${method} ${url}` === 'DELETE /api/v1/session'

beforeAll(async () => {
  here = await openTownOfMarks()
  const { outsiders, insiders } = here
  // Strangers are walked through every route by test/routes.test.ts.
  people = {
    ...outsiders,
    'a token of another school’s teacher': await tokenOf(outsiders['another school’s teacher'], [
      'directory',
      'attendance',
    ]),
  }
  before = await toldWithoutIds()
  const added = await here.addStudent()
  ids = added.ids
  owners = {
    ...insiders,
    mother: added.mother,
    'a counselor’s token': await tokenOf(insiders.counselor, ['directory', 'notes']),
  }
})
afterAll(() => here?.close())

async function tokenOf(person: { token: string; hat: string }, elements: string[]): Promise<Asker> {
  const wish = {
    hat: person.hat,
    name: 'A program',
    mayWrite: false,
    elements,
    areas: ['students', 'caseload'],
    days: 9,
  }
  const answer = await here.send(person, { method: 'POST', url: '/api/v1/tokens', payload: wish })
  return { token: answer.json().token, isProgram: true }
}

const everybody = (visit: (name: string, who: Asker) => Promise<void>) =>
  Promise.all(Object.entries(people).map(([name, who]) => visit(name, who)))

const hasId = (url: string) => /:/.test(url.replace(':community', ''))
const extra = () =>
  waysOut
    .flatMap(({ more }) => listed(more))
    .filter((line) => line.includes('/:id'))
    .map(askOf)
const askOf = (line: string): Ask => {
  const [method, url] = line.split(' ') as [string, string]
  return { method, url: here.filled(url, ids) }
}

/** What each outsider is told by every GET that names nobody. */
async function toldWithoutIds() {
  const asks = [
    ...here.routes
      .filter((each) => each.method === 'GET' && !hasId(each.url) && !isForNobody.has(nameOf(each)))
      .map((route) => here.requestOf(route)),
    ...waysOut
      .flatMap(({ more }) => listed(more))
      .filter((line) => !line.includes('/:id'))
      .map((line) => ({ method: 'GET', url: here.filled(line.split(' ')[1]!, here.unknown) })),
  ]
  const told = new Map<string, string>()
  await everybody(async (name, who) => {
    for (const ask of asks) told.set(`${name}: ${ask.url}`, await steady(await here.send(who, ask)))
  })
  return told
}

/** Every row of any table that names the student or says a marked word. */
async function rowsOfStudent() {
  const { rows: tables } = await here.town.db.owner.query<{ rel: string }>(
    `select format('%I.%I', n.nspname, c.relname) as rel from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'r' and n.nspname = 'public' order by 1`,
  )
  const each = tables.map(
    ({ rel }) => `select '${rel}' || t::text as row from ${rel} t where t::text ~ 'Quillmark|feedf00d'`,
  )
  const { rows } = await here.town.db.owner.query<{ row: string }>(`${each.join(' union all ')} order by 1`)
  return rows.map(({ row }) => row).join('\n')
}

test('every route of the server stands in the list of ways out, and the list names no route that is gone', () => {
  const there = new Set(here.routes.map(nameOf))
  expect([...there].filter((name) => !inWays.has(name))).toEqual([])
  expect([...inWays].filter((name) => !there.has(name))).toEqual([])
})

test('every way out is tried: by a request without right and one with it, or by a test that is named', () => {
  for (const { way, routes, shown, isForNobody, triedBy } of waysOut) {
    expect(Boolean(triedBy) || Boolean(routes && (shown || isForNobody)), way).toBe(true)
    if (!triedBy) continue
    const [file, title] = triedBy
    const isThere = readFileSync(path.join(projectRoot, file), 'utf8').includes(`test('${title}'`)
    expect(isThere, `${way}: ${title}`).toBe(true)
  }
})

test('the owner is shown it', async () => {
  const missing: string[] = []
  for (const { way, shown } of waysOut)
    for (const [who, line, ...words] of shown ?? []) {
      const [method, url] = full(line).split(' ') as [string, string]
      const payload = method === 'GET' ? {} : { payload: { reason: 'To prepare a meeting' } }
      const answer = await here.send(owners[who]!, { method, url: here.filled(url, ids), ...payload })
      const told = marksIn(await whole(answer))
      for (const word of words)
        if (!told.includes(mark(word))) missing.push(`${way}: ${line} tells ${who} (${answer.statusCode}) no ${word}`)
    }
  expect(missing).toEqual([])
})

test('what those without right are told is the same with and without the student', async () => {
  const after = await toldWithoutIds()
  expect(before.size).toBeGreaterThan(200)
  expect([...after.keys()].filter((ask) => before.get(ask) !== after.get(ask))).toEqual([])
  expect([...after].filter(([, told]) => marksIn(told).length).map(([ask]) => ask)).toEqual([])
})

test('nobody without right is shown a marked word or id by any route, in its body or in its headers', async () => {
  const leaks: string[] = []
  const guessed: string[] = []
  marked = await rowsOfStudent()
  const asks = here.routes
    .filter((route) => !isForNobody.has(nameOf(route)) && (route.method !== 'GET' || hasId(route.url)))
    .sort((a, b) => Number(a.method !== 'GET') - Number(b.method !== 'GET'))
    .map((route) => here.requestOf(route, ids))
  await everybody(async (name, who) => {
    for (const ask of [...asks, ...extra()]) {
      const answer = await here.send(who, ask)
      const found = marksIn(await whole(answer))
      if (found.length) leaks.push(`${name} is told ${found.join(', ')} by ${nameOf(ask)}`)
      if (answer.statusCode === 500) leaks.push(`${nameOf(ask)} breaks for ${name}`)
      if (answer.statusCode === 400 && answer.json().code === 'invalid') guessed.push(nameOf(ask))
    }
  })
  expect(leaks).toEqual([])
  // A request that is refused for its form says nothing about rights.
  expect([...new Set(guessed)]).toEqual([])
})

test('nothing that those without right send changes anything about the student', async () => {
  expect(marked.length).toBeGreaterThan(5000)
  expect(await rowsOfStudent()).toBe(marked)
})

test('what is for nobody holds nothing about a student, whoever asks', async () => {
  const asks = here.routes
    .filter((route) => isForNobody.has(nameOf(route)) && !endsSession(route))
    .map((route) => here.requestOf(route, ids))
  for (const who of [null, owners.counselor!])
    for (const ask of asks) expect(marksIn(await whole(await here.send(who, ask))), nameOf(ask)).toEqual([])
})

const idRoutes = () =>
  here.routes.filter(({ url }) => url.startsWith('/api/v1/:community/') && hasId(url) && !url.includes('provider'))

test('a student who is not in reach and one who never was get the same answer, by the same statements', async () => {
  const teacher = people['another school’s teacher']!
  const answerTo = async (route: Route, theirs: MarkedIds) => {
    here.statements()
    const answer = await here.send(teacher, here.requestOf(route, theirs))
    return { status: answer.statusCode, body: answer.body, statements: here.statements() }
  }
  let asked = 0
  for (const route of idRoutes()) {
    const there = await answerTo(route, ids)
    expect(there, nameOf(route)).toEqual(await answerTo(route, here.unknown))
    asked += there.statements.length
  }
  expect(asked).toBeGreaterThan(80)
})

test('who asks for something that never was is told so, whoever it is, and nothing breaks', async () => {
  const broken: string[] = []
  for (const name of ['counselor', 'steward', 'helper'])
    for (const route of idRoutes()) {
      const { statusCode } = await here.send(owners[name]!, here.requestOf(route, here.unknown))
      if (statusCode >= 500) broken.push(`${nameOf(route)} for ${name}`)
    }
  expect(broken).toEqual([])
})

const median = (all: number[]) => all.sort((a, b) => a - b)[all.length >> 1]!

test('a student who is not in reach and one who never was take the same time', async () => {
  const teacher = people['another school’s teacher']!
  const route = here.routes.find((each) => nameOf(each) === 'GET /api/v1/:community/students/:id/figures')!
  const times: [number[], number[]] = [[], []]
  for (let round = 0; round < 40; round++)
    for (const [i, theirs] of [ids, here.unknown].entries()) {
      const from = performance.now()
      await here.send(teacher, here.requestOf(route, theirs))
      times[i]!.push(performance.now() - from)
    }
  const [there, never] = times.map((each) => median(each.slice(5))) as [number, number]
  expect(Math.max(there, never) / Math.min(there, never), `${there} ms and ${never} ms`).toBeLessThan(1.5)
})

test('no answer with data may be kept by a browser or a proxy', async () => {
  const kept: string[] = []
  for (const who of [owners.steward!, people['another school’s teacher']!])
    for (const route of here.routes.filter(({ method, url }) => method === 'GET' && url.startsWith('/api/v1/'))) {
      const answer = await here.send(who, here.requestOf(route, ids))
      const { headers } = answer
      if (headers['cache-control'] !== 'no-store' || headers.etag || headers['last-modified']) kept.push(nameOf(route))
    }
  expect(kept).toEqual([])
})

test('there is no calendar that another program could read', async () => {
  const produced = here.routes.map(({ url, ...route }) => `${url} ${JSON.stringify(route)}`).join('\n')
  expect(produced).toContain('/api/v1/:community/due')
  expect(produced).not.toMatch(/text\/calendar|\.ics|webcal|[/-]feed/i)
})

test('no mail and no log holds a word about a student', async () => {
  const steward = (url: string, payload: object) =>
    here.send(owners.steward!, { method: 'POST', url: `/api/v1/town/${url}`, payload })
  const approved = await steward(`proposals/guardianship/${ids.proposed}/decision`, { approve: true })
  const invitation = {
    email: 'father@town.example',
    givenName: '',
    familyName: '',
    locale: 'en',
    guardianshipId: ids.proposed,
  }
  const sent = await steward('invitations', invitation)
  expect([approved.statusCode, sent.statusCode], sent.body).toEqual([201, 201])
  const superuser = new pg.Client({ connectionString: here.town.db.superuserUrl })
  await superuser.connect()
  const textOf = async (table: string) =>
    (await superuser.query(`select t::text as row from ${table} t`)).rows.map(({ row }) => row as string)
  const mail = await textOf('platform.outbox')
  const refusals = await textOf('platform.refusal')
  await superuser.end()
  expect(mail.join()).toContain('father@town.example')
  expect(here.logged.length).toBeGreaterThan(1000)
  expect(refusals.length).toBeGreaterThan(100)
  expect(marksIn([...mail, ...here.logged, ...refusals].join('\n'))).toEqual([])
})

test('the outbox page shows mail on the machine itself, and to nobody from outside', async () => {
  const from = (remoteAddress: string) => here.app.inject({ url: '/api/v1/outbox', remoteAddress })
  expect((await from('192.0.2.7')).statusCode).toBe(404)
  expect((await from('127.0.0.1')).statusCode).toBe(200)
  const forwarded = await here.app.inject({
    ...{ url: '/api/v1/outbox', remoteAddress: '192.0.2.7' },
    headers: { 'x-forwarded-for': '127.0.0.1', forwarded: 'for=127.0.0.1' },
  })
  expect(forwarded.statusCode).toBe(404)
})

test('no address leads out of the folder of the pages', async () => {
  const ways = [
    '../not-a-page.txt',
    '../../backup.zip',
    '..%2f..%2fbackup.zip',
    '%2e%2e/%2e%2e/backup.zip',
    '....//backup.zip',
    '..\\..\\backup.zip',
    '.%00/backup.zip',
  ]
  for (const prefix of ['/assets/', '/', '/app/', '/family/'])
    for (const way of ways) {
      const answer = await here.app.inject({ url: prefix + way, headers: { accept: 'text/html' } })
      expect(marksIn(answer.body), prefix + way).toEqual([])
    }
  const page = await here.app.inject({ url: '/assets/page.js' })
  expect([page.statusCode, page.body]).toEqual([200, '<!doctype html>'])
})

test('files that were brought in are readable by the server’s account alone', async () => {
  const upload = { name: 'users.csv', open: async () => Readable.from(['name\n', mark('upload')]) }
  const { folder } = await keepFiles(here.dataDir, [upload])
  const modes = [folder, ...readdirSync(folder).map((name) => path.join(folder, name))].map(
    (file) => statSync(file).mode & 0o777,
  )
  expect(modes).toEqual([0o700, 0o600])
})
