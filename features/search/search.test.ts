import { createHash, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { features } from '#features/index.ts'
import { buildApp, type App } from '#platform/app.ts'
import { openSmallTown, type SmallTown } from '../../test/small-town.ts'
import type { Found } from './contract.ts'
import { patternsOf } from './patterns.ts'

let town: SmallTown
let app: App
beforeAll(async () => {
  town = await openSmallTown()
  app = await buildApp(town.db.database, features, { requestsPerMinute: 100_000 })
  const { community, district, school } = town.id
  await town.db.owner.query(
    `insert into student (community_id, district_id, access_school_id, external_id, given_name, family_name)
     values ($1, $2, $3, '000712', 'Inés', 'Núñez'), ($1, $2, $3, '000713', '100%', 'O''Brien')`,
    [community, district, school],
  )
})
afterAll(async () => {
  await app.close()
  await town.db.close()
})

async function signInWith(role: string, school: string | null, person: string = randomUUID()) {
  const { community } = town.id
  const hat = randomUUID()
  if (person !== town.id.account) {
    await town.db.owner.query(
      `insert into person (community_id, id, given_name, family_name, is_worker) values ($1, $2, 'Nia', 'Cole', true)`,
      [community, person],
    )
    await town.db.owner.query(`insert into platform.account (id, email) values ($1, $2)`, [
      person,
      `${role}@town.example`,
    ])
    await town.db.owner.query(
      `insert into platform.account_person (account_id, community_id, person_id) values ($1, $2, $1)`,
      [person, community],
    )
  }
  await town.db.owner.query(
    `insert into membership (community_id, id, person_id, role, school_id, from_on, approved_at) values ($1, $2, $3, $4, $5, $6, now())`,
    [community, hat, person, role, school, town.today],
  )
  await town.db.owner.query(
    `insert into platform.session (token_hash, account_id, community_id, hat_kind, hat_id, how, expires_at)
     values ($1, $2, $3, 'membership', $4, 'password', now() + interval '1 hour')`,
    [createHash('sha256').update(`token of ${role}`).digest(), person, community, hat],
  )
}

const find = async (who: string, q: string): Promise<Found> =>
  (
    await app.inject({
      url: `/api/v1/town/search?q=${encodeURIComponent(q)}`,
      cookies: { concentric_session: `token of ${who}` },
    })
  ).json()
const names = async (who: string, q: string) => (await find(who, q)).students.map(({ name }) => name)
const opened = async () =>
  (await town.db.owner.query<{ student_id: string }>('select student_id from disclosure order by at')).rows.map(
    (row) => row.student_id,
  )

test('a name is found with and without its accents, in any order, and by the number with its zeros', async () => {
  for (const typed of ['Inés', 'ines', 'NUNEZ in', 'núñez', '000712'])
    expect(await names('counselor', typed), typed).toEqual(['Inés Núñez'])
})

test('what a pattern would mean is only a letter here', async () => {
  expect(await names('counselor', '100%')).toEqual(["100% O'Brien"])
  expect(await names('counselor', '%%%')).toEqual([])
  expect(patternsOf(' a_b ')).toEqual(['%a\\_b%'])
})

test('who is at another school is not found, and the answer is the same as for nobody', async () => {
  expect((await town.db.owner.query(`select 1 from student where given_name = 'Sam'`)).rowCount).toBe(1)
  expect(await find('counselor', 'Sam')).toEqual(await find('counselor', 'Nobody at all'))
})

test('whose number it is comes first, then whose name begins so', async () => {
  const { community, district, school } = town.id
  await town.db.owner.query(
    `insert into student (community_id, district_id, access_school_id, external_id, given_name, preferred_name, family_name)
     values ($1, $2, $3, '800', 'Ana', '', 'Amory'), ($1, $2, $3, '801', 'Joy', 'Mo', 'Zuber'), ($1, $2, $3, 'mo', 'Kim', '', 'Zz')`,
    [community, district, school],
  )
  expect(await names('counselor', 'mo')).toEqual(['Kim Zz', 'Joy Zuber', 'Ana Amory'])
})

test('a network analyst finds no student, where the counselor does', async () => {
  await signInWith('network_analyst', null)
  expect(await names('counselor', 'dana')).toEqual(['Dana A'])
  expect(await names('network_analyst', 'dana')).toEqual([])
})

test('a teacher finds whom the teacher teaches, and a coordinator of another school does not', async () => {
  const { community, otherSchool, otherChild, account } = town.id
  await town.db.owner.query(
    `with c as (insert into class (community_id, district_id, school_id, external_id, title) values ($1, $2, $3, 'c1', 'Art') returning id),
       t as (insert into class_teacher (community_id, class_id, person_id, external_id) select $1, id, $4, '1' from c)
     insert into class_enrollment (community_id, class_id, student_id, school_id, access_school_id, external_id) select $1, id, $5, $3, $3, '1' from c`,
    [community, town.id.district, otherSchool, account, otherChild],
  )
  await signInWith('teacher', otherSchool, account)
  await signInWith('coordinator', town.id.school)
  expect(await names('teacher', 'sam')).toEqual(['Sam B'])
  expect(await names('coordinator', 'sam')).toEqual([])
  expect(await names('coordinator', 'dana')).toEqual(['Dana A'])
})

test('what stands in a restricted note is not searched', async () => {
  await town.db.owner.query(
    `insert into restricted_note (community_id, student_id, access_school_id, author_id, author_kind, body) values ($1, $2, $3, $4, 'staff', 'xylophone')`,
    [town.id.community, town.id.child, town.id.school, town.id.account],
  )
  const found = await find('counselor', 'xylophone')
  expect(found).toEqual({ students: [], organizations: [], services: [], agreements: [] })
})

test('organizations, services and agreements are found too', async () => {
  expect(await find('counselor', 'read')).toMatchObject({ organizations: [{ name: 'Readers' }] })
  expect(await find('counselor', 'tutoring')).toMatchObject({
    services: [{ name: 'Tutoring' }],
    agreements: [{ number: '1' }],
  })
})

test('a partner finds only whom it serves, and just those found are on record', async () => {
  const before = await opened()
  expect(await names('tutor', 'Sam')).toEqual([])
  expect(await names('tutor', 'in')).toEqual([])
  expect(await names('tutor', 'D')).toEqual([])
  expect(await opened()).toEqual(before)
  expect(await names('tutor', 'dana')).toEqual(['Dana A'])
  expect(await opened()).toEqual([...before, town.id.child])
})

test('the list of students is searched as everything is: without accents, and a sign of a pattern stands for itself', async () => {
  const listed = async (typed: string) =>
    (
      await app.inject({
        url: `/api/v1/town/students?search=${encodeURIComponent(typed)}`,
        cookies: { concentric_session: 'token of counselor' },
      })
    )
      .json()
      .students.map(({ familyName }: { familyName: string }) => familyName)
  for (const typed of ['nunez', 'INÉS', 'ines núñez']) expect(await listed(typed)).toEqual(['Núñez'])
  expect(await listed('100%')).toEqual(["O'Brien"])
  expect(await listed('_n_s')).toEqual([])
})
