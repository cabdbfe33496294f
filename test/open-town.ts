import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import readXlsxFile from 'read-excel-file/node'
import { features } from '#features/index.ts'
import { buildApp } from '#platform/app.ts'
import type { Database } from '#platform/database.ts'
import { servePages } from '../server.ts'
import { addMarkedStudent } from './marked-student.ts'
import type { MarkedIds } from './marks.ts'
import { addInsiders, addOutsiders } from './outsiders.ts'
import { sampleOf } from './sample-body.ts'
import { openSmallTown } from './small-town.ts'

export type Route = { method: string; url: string; body: object | undefined; query: object | undefined }
export type Asker = { token: string; isProgram?: true } | null
export type Ask = { method: string; url: string; payload?: object; headers?: Record<string, string> }

const unknown = (() => {
  const id = '00000000-0000-7000-8000-000000000001'
  return new Proxy({} as MarkedIds, { get: () => id })
})()

/** The whole server with pages, a small town with people in and out of reach of one marked student, and everything that it logs. */
export async function openTownOfMarks() {
  const town = await openSmallTown()
  const dataDir = await mkdtemp(path.join(tmpdir(), 'concentric-ways-'))
  const insiders = await addInsiders(town)
  const outsiders = await addOutsiders(town)
  const logged: string[] = []
  const routes: Route[] = []
  const { database, statements } = overheard(town.db.database)
  const app = await buildApp(database, features, {
    dataDir,
    requestsPerMinute: 1_000_000,
    log: (line) => logged.push(JSON.stringify(line)),
    onRoute: ({ method, url, schema }) => {
      for (const each of [method].flat())
        if (!['HEAD', 'OPTIONS'].includes(each))
          routes.push({ method: each, url, body: schema?.body as object, query: schema?.querystring as object })
    },
  })
  await servePages(app, await somePages(dataDir))
  await app.ready()

  /** The address of a route with the ids of the marked student, or with ids that nobody has. */
  const filled = (url: string, ids: MarkedIds) => {
    const place = Object.keys(idOfPlace).find((each) => url.includes(`/${each}/:id`))
    const note = url.includes('restricted') ? ids.restrictedNote : ids.note
    return url
      .replace(':community', 'town')
      .replace(':note', note)
      .replace(':need', ids.need)
      .replace(':form', 'notes')
      .replace(':element', 'notes')
      .replace(':kind', 'guardianship')
      .replace(':school', town.id.school)
      .replace(':token', 'no-such-token-was-ever-made')
      .replace(':provider', 'none')
      .replace(/:id/, place ? idOfPlace[place]!(ids) : ids.student)
      .replace('*', 'anything')
  }
  const requestOf = ({ method, url, body, query }: Route, ids: MarkedIds = unknown): Ask => {
    const fill = { id: ids.student, day: town.today, text: 'Words' }
    const asked = sampleOf(query ?? {}, fill) as Record<string, string> | null
    const search = Object.keys(asked ?? {}).length ? `?${new URLSearchParams(asked!)}` : ''
    return {
      method,
      url: filled(url, ids) + search,
      ...(method !== 'GET' && { payload: (body ? sampleOf(body, fill) : {}) as object }),
    }
  }
  const send = (who: Asker, { method, url, payload, headers }: Ask) =>
    app.inject({
      method: method as 'GET',
      url,
      ...(who && !who.isProgram && { cookies: { concentric_session: who.token, concentric_csrf: 'same' } }),
      headers: { 'x-csrf': 'same', ...(who?.isProgram && { authorization: `Bearer ${who.token}` }), ...headers },
      ...(payload && { payload }),
    })
  return {
    ...{ town, dataDir, app, routes, logged, statements, insiders, outsiders, filled, requestOf, send, unknown },
    addStudent: () =>
      addMarkedStudent(town, { helper: insiders.helper, past: outsiders['a partner whose consent was withdrawn'] }),
    close: async () => {
      await app.close()
      await town.db.close()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}
export type TownOfMarks = Awaited<ReturnType<typeof openTownOfMarks>>

const idOfPlace: Record<string, (ids: MarkedIds) => string> = {
  consents: (ids) => ids.consent,
  referrals: (ids) => ids.referral,
  participations: (ids) => ids.participation,
  support: (ids) => ids.log,
  restrictions: (ids) => ids.restriction,
  'directory-opt-outs': (ids) => ids.optOut,
  imports: (ids) => ids.import,
  'import-sources': (ids) => ids.importSource,
  reminders: (ids) => ids.reminder,
  needs: (ids) => ids.need,
  'household-members': (ids) => ids.member,
  corrections: (ids) => ids.correction,
  'legal-holds': (ids) => ids.hold,
  assignments: (ids) => ids.assignment,
  guardianship: (ids) => ids.proposed,
  ':kind': (ids) => ids.proposed,
}

/** The doors, and what was said through them since one last asked. */
function overheard(database: Database) {
  const said: string[] = []
  const statements = () => said.splice(0)
  const heard: Database = {
    ...database,
    as: (session, opening, work) =>
      database.as(session, opening, (tx, entered) =>
        work((statement) => {
          said.push(statement.text)
          return tx(statement)
        }, entered),
      ),
    read: (session, opening, all) => {
      said.push(...all.map(({ text }) => text))
      return database.read(session, opening, all)
    },
    knock: (statement) => {
      said.push(statement.text)
      return database.knock(statement)
    },
  }
  return { database: heard, statements }
}

/** Pages as a build leaves them, beside a file that is nobody's to read. */
async function somePages(dataDir: string) {
  const folder = path.join(dataDir, 'pages')
  await mkdir(path.join(folder, 'assets'), { recursive: true })
  for (const name of ['staff.html', 'open.html', 'assets/page.js'])
    await writeFile(path.join(folder, name), '<!doctype html>')
  await writeFile(path.join(dataDir, 'backup.zip'), 'Quillmarkbackup')
  await writeFile(path.join(folder, 'not-a-page.txt'), 'Quillmarkbeside')
  return folder
}

type Answer = { body: string; rawPayload: Buffer; headers: Record<string, unknown>; statusCode: number }

/** All that a reader gets of an answer as text: its headers, and its body, unpacked where it is a workbook. */
export async function whole({ body, rawPayload, headers }: Answer): Promise<string> {
  const head = JSON.stringify(headers)
  if (!String(headers['content-type']).includes('spreadsheetml')) return head + body
  return head + JSON.stringify(await readXlsxFile(rawPayload))
}

const changing = /\d{4}-\d\d-\d\dT[\d:.]+(Z|\+00:00)?/g
/** The body without what differs from one moment to the next. */
export const steady = async (answer: Answer) => {
  const text = String(answer.headers['content-type']).includes('spreadsheetml')
    ? JSON.stringify(await readXlsxFile(answer.rawPayload))
    : answer.body
  return `${answer.statusCode} ${text.replace(changing, 'then')}`
}
