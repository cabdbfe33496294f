import { parse } from 'csv-parse/sync'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { features } from '#features/index.ts'
import { buildApp, type App } from '#platform/app.ts'
import { exportList } from '#platform/exports.ts'
import { sql } from '#platform/database.ts'
import { openSmallTown, type SmallTown } from '../../test/small-town.ts'

let town: SmallTown
let app: App
const many = 450
beforeAll(async () => {
  town = await openSmallTown()
  app = await buildApp(town.db.database, features, { requestsPerMinute: 100_000 })
  const { community, district, school, child } = town.id
  await town.db.owner.query(
    `insert into student (community_id, district_id, access_school_id, external_id, given_name, family_name)
     select $1, $2, $3, lpad(n::text, 6, '0'), '=cmd|' || n, 'Zed' from generate_series(10, ${many + 9}) n`,
    [community, district, school],
  )
  await town.db.owner.query(
    `insert into restricted_note (community_id, student_id, access_school_id, author_id, author_kind, body) values ($1, $2, $3, $4, 'staff', 'A secret.')`,
    [community, child, school, town.id.account],
  )
  await town.db.owner.query('analyze')
})
afterAll(async () => {
  await app.close()
  await town.db.close()
})

const take = (who: string, url: string, from = app) =>
  from.inject({ url: `/api/v1/town${url}`, cookies: { concentric_session: `token of ${who}` } })
const read = (body: string): string[][] => parse(body, { bom: true })

test('the file holds what the list holds, all pages of it, with leading zeros and without a formula', async () => {
  const answer = await take('counselor', '/students/export?format=csv&scope=school')
  expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8')
  expect(answer.headers['cache-control']).toBe('no-store')
  expect(answer.headers['content-disposition']).toContain(`students-${town.today}-confidential-ines-okafor.csv`)
  const [head, ...rows] = read(answer.body)
  expect(head!.slice(0, 3)).toEqual(['Student number', 'Last name', 'First name'])
  expect(rows).toHaveLength(many + 1)
  expect(rows[1]!.slice(0, 3)).toEqual(['000010', 'Zed', "'=cmd|10"])
  expect(new Set(rows.map((row) => row[0])).size).toBe(many + 1)
  expect(answer.body).not.toContain('A secret.')
})

test('it takes the filters, the columns and the language that are asked for', async () => {
  const answer = await take('counselor', '/students/export?format=csv&search=Dana&columns=givenName,number&locale=es')
  expect(read(answer.body)).toEqual([
    ['Nombre', 'Número de estudiante'],
    ['Dana', '1'],
  ])
  const unknown = await take('counselor', '/students/export?format=csv&columns=secret')
  expect([unknown.statusCode, unknown.json().detail]).toEqual([400, 'There is no column named secret here.'])
})

test('nobody exports what the list does not show: students of another school, and a partner the list of students', async () => {
  const answer = await take('counselor', '/students/export?format=csv&search=Sam')
  expect(read(answer.body)).toHaveLength(1)
  expect((await take('tutor', '/students/export?format=csv')).statusCode).toBe(404)
  expect((await take('nobody', '/students/export?format=csv')).statusCode).toBe(401)
})

test('a partner takes away its own participants, and each of them is a disclosure on record', async () => {
  const count = async () =>
    (await town.db.owner.query('select count(*) as lines from disclosure where student_id = $1', [town.id.child]))
      .rows[0].lines
  const before = await count()
  const answer = await take('tutor', '/participants/export?format=csv')
  expect(read(answer.body)).toEqual([
    ['Student', 'Service', 'Stage', 'Since'],
    ['Dana A', 'Tutoring', 'active', town.today],
  ])
  expect(await count()).toBe(before + 1)
})

test('each page enters anew: a right that ends in the middle ends the file there', async () => {
  const own = await buildApp(town.db.database, [])
  let asked = 0
  exportList<unknown, { id: string }>(own, town.db.database, {
    url: '/:community/slow',
    summary: 'A list whose reader loses the role after the first page',
    fileName: { en: 'Slow', es: 'Lenta' },
    columns: [{ key: 'id', head: { en: 'Id', es: 'Id' }, value: ({ id }) => id }],
    pageSize: 200,
    statements: (_, limit, offset) => [sql`select id from student order by id limit ${limit} offset ${offset}`],
    rows: ([rows]) => {
      asked++
      return rows as { id: string }[]
    },
  })
  const end = (day: string | null) =>
    town.db.owner.query(`update membership set from_on = '2020-01-01', until_on = $1 where id = $2`, [
      day,
      town.id.counselor,
    ])
  own.addHook('onSend', async () => void (await end('2020-12-31')))
  const cookies = { concentric_session: 'token of counselor' }
  const outcome = await own.inject({ url: '/town/slow/export?format=csv', cookies }).catch((error: Error) => error)
  await end(null)
  expect(asked).toBe(1)
  const lines = outcome instanceof Error ? [] : read(outcome.body)
  expect(lines.length).toBeLessThan(many)
  await own.close()
})

test('every list has its file, for those who have the list', async () => {
  for (const list of [
    'students',
    'home',
    'referrals',
    'organizations',
    'agreements',
    `imports/${randomUUID()}/problems`,
  ])
    for (const format of ['csv', 'xlsx']) {
      const answer = await take('counselor', `/${list}/export?format=${format}`)
      expect([list, answer.statusCode]).toEqual([list, 200])
    }
  expect((await take('counselor', '/proposals/export?format=csv')).statusCode).toBe(404)
})
