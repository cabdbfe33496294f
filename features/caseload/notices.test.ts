import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { buildApp, type App } from '#platform/app.ts'
import { features } from '#features/index.ts'
import type { Session } from '#platform/database.ts'
import { openSmallTown, type SmallTown } from '../../test/small-town.ts'
import { sessionFor, type TownPerson } from '../../test/town-people.ts'
import { answeredMail } from '../students/corrections/answered-mail.ts'
import { answerCorrection, askCorrection } from '../students/corrections/queries.ts'
import { openDailyMail } from './notices/daily-mail.ts'
import { dailyMail } from './notices/mail-words.ts'
import { listNotices, seeNotices } from './notices/queries.ts'

let town: SmallTown
let app: App
let dana: TownPerson
let noor: TownPerson
let steward: TownPerson
const hourNow = new Date().getUTCHours()

beforeAll(async () => {
  town = await openSmallTown()
  app = await buildApp(town.db.database, features, { requestsPerMinute: 100_000 })
  const { community, school, otherSchool, district, child } = town.id
  dana = await sessionFor(town, 'Dana', 'coordinator', { school_id: school })
  noor = await sessionFor(town, 'Noor', 'coordinator', { school_id: otherSchool })
  steward = await sessionFor(town, 'Sol', 'data_steward', { district_id: district })
  await town.db.owner.query(
    `insert into caseload_student (community_id, student_id, access_school_id, school_id, membership_id, from_on, set_by, assignment_id)
     values ($1, $2, $3, $3, $4, '${town.today}', $5, $2)`,
    [community, child, school, dana.hat, dana.person],
  )
})
afterAll(async () => {
  await app.close()
  await town.db.close()
})
beforeEach(async () => {
  await atHour(12)
  await town.db.owner.query(
    'delete from platform.outbox; delete from platform.daily_mail; delete from notice_seen; delete from flag',
  )
  await town.db.owner.query(
    `insert into flag (community_id, student_id, indicator, access_school_id, level, preset_id, window_from, window_to, facts)
     values ($1, $2, 'attendance', $3, 'concern', $4, '${town.today}', '${town.today}', '{}')`,
    [town.id.community, town.id.child, town.id.school, randomUUID()],
  )
})

/** The community lives where it is this hour now, on the same day. */
const atHour = (hour: number) =>
  town.db.owner.query(
    `update community set time_zone = 'UTC${hourNow - hour < 0 ? '-' : '+'}${Math.abs(hourNow - hour)}'`,
  )
const notices = async (who: Session) => (await town.db.database.read(who, null, [listNotices()])).rows[0]
const kinds = async (who: Session) => (await notices(who)).map(({ kind }) => kind)
const mails = async () =>
  (await town.db.owner.query<{ recipient: string; subject: string; body: string }>('select * from platform.outbox'))
    .rows
async function aMorning() {
  const worker = openDailyMail(town.db.urls.concentric_worker, 'https://concentric.example')
  await worker.tasks.daily_mail().finally(worker.close)
}
const moveTo = (school: string) =>
  town.db.owner.query(
    `with m as (update enrollment set school_id = $1 where student_id = $2) update community set settled_on = null`,
    [school, town.id.child],
  )

test('a coordinator is told of a new flag of the own caseload, and nobody else is', async () => {
  expect(await notices(dana)).toMatchObject([
    {
      kind: 'flag',
      studentId: town.id.child,
      studentName: 'Dana A',
      about: 'attendance',
      detail: 'concern',
      isNew: true,
    },
  ])
  for (const who of [noor, steward, town.session, town.tutor]) expect(await kinds(who)).toEqual([])
})

test('when the student has gone to another school, the notice is gone from the page and from the mail', async () => {
  await moveTo(town.id.otherSchool)
  expect(await kinds(dana)).toEqual([])
  await aMorning()
  expect(await mails()).toEqual([])
  await moveTo(town.id.school)
  expect(await kinds(dana)).toEqual(['flag'])
})

test('who has lost the role gets no mail, and gets it while the role lasts', async () => {
  const until = (day: string) =>
    town.db.owner.query(`update membership set until_on = ${day} where id = $1`, [dana.hat])
  await until(`'2020-01-01'`)
  await aMorning()
  expect(await mails()).toEqual([])
  await until('null')
  await town.db.owner.query('delete from platform.daily_mail')
  await aMorning()
  expect(await mails()).toHaveLength(1)
})

test('a consent, a partner’s answer and a reminder are told too', async () => {
  const { community, school, child, organization, service, account } = town.id
  await town.db.owner.query(
    `with r as (insert into referral (community_id, id, student_id, access_school_id, school_id, organization_id, service_id, author_id, request, state)
       values ($1, $2, $2, $3, $3, $4, $5, $6, 'Help', 'accepted')),
     e as (insert into referral_event (community_id, referral_id, student_id, access_school_id, organization_id, person_id, author_kind, state)
       values ($1, $2, $2, $3, $4, $6, 'partner', 'accepted')),
     k as (insert into consent (community_id, student_id, access_school_id, organization_id, giver_id, giver_kind, elements, purpose, from_on, until_on, signed_name, withdrawn_at)
       values ($1, $2, $3, $4, $6, 'guardian', '{attendance}', 'tutoring', '${town.today}', '${town.today}', 'A', now()))
     insert into reminder (community_id, author_id, membership_id, student_id, access_school_id, on_date, body)
       values ($1, $7, $8, $2, $3, '${town.today}', 'Call the aunt')`,
    [community, child, school, organization, service, account, dana.person, dana.hat],
  )
  expect((await kinds(dana)).sort()).toEqual(['consent_given', 'consent_withdrawn', 'flag', 'referral', 'reminder'])
  expect(await kinds(noor)).toEqual([])
  await town.db.owner.query(
    'delete from referral_event; delete from referral; delete from consent; delete from reminder',
  )
})

test('what was seen is not new any more, in this role alone, and an older window takes nothing back', async () => {
  const see = (until: string) => town.db.database.as(dana, null, (tx) => tx(seeNotices(until)))
  await see(new Date((await notices(dana))[0]!.at).toISOString())
  await see('2020-01-01T00:00:00Z')
  expect((await notices(dana)).map(({ isNew }) => isNew)).toEqual([false])
  await aMorning()
  expect(await mails()).toEqual([])
})

test('the data steward is told of files that came in, and the coordinator is not', async () => {
  await town.db.owner.query(
    `insert into import (community_id, district_id, state, created_by, applied_at) values ($1, $2, 'applied', $3, now())`,
    [town.id.community, town.id.district, steward.person],
  )
  expect(await kinds(steward)).toEqual(['import'])
  expect(await kinds(dana)).toEqual(['flag'])
  await town.db.owner.query('delete from import')
})

test('the mail says how many and where, and names no student', async () => {
  await aMorning()
  const sent = await mails()
  expect(sent.map(({ recipient }) => recipient)).toEqual([`${dana.person}@town.example`])
  expect(sent[0]!.body).toContain('1 new flag')
  expect(sent[0]!.body).toContain('https://concentric.example/app/notices')
  for (const name of ['Dana', ' A\n', town.id.child, 'attendance', 'North'])
    expect(sent[0]!.subject + sent[0]!.body).not.toContain(name)
})

test('it goes out once a day, from seven in the morning on, even with two workers', async () => {
  await atHour(6)
  await aMorning()
  expect(await mails()).toEqual([])
  await atHour(7)
  await Promise.all([aMorning(), aMorning()])
  await aMorning()
  expect(await mails()).toHaveLength(1)
})

test('whoever has switched it off gets none, and whoever wants it later gets it later', async () => {
  const account = { url: '/api/v1/account/daily-mail', cookies: { concentric_session: dana.token } }
  const csrf = { headers: { 'x-csrf': 'a' }, cookies: { ...account.cookies, concentric_csrf: 'a' } }
  const choose = (wanted: boolean, hour = 7) =>
    app.inject({ method: 'PUT', ...account, ...csrf, payload: { wanted, hour } })
  expect((await app.inject(account)).json()).toEqual({ wanted: true, hour: 7 })
  expect((await choose(false)).json()).toEqual({ wanted: false, hour: 7 })
  await aMorning()
  expect(await mails()).toEqual([])
  await choose(true, 13)
  await aMorning()
  expect(await mails()).toEqual([])
  await atHour(13)
  await aMorning()
  expect(await mails()).toHaveLength(1)
  await choose(true)
})

test('who asked at the school about a fact is told of the answer, and nobody else is', async () => {
  const ask = askCorrection(town.id.child, { fact: 'name', wrong: 'A letter is missing.', rightIs: 'Danna' })
  const [made] = await town.db.database.as(dana, null, (tx) => tx(ask))
  const told = answeredMail('https://concentric.example')
  const answer = { version: 1, answer: 'corrected', text: '' } as const
  await town.db.database.as(steward, null, (tx) => tx(answerCorrection(made!.id, answer, told)))
  const [first] = await notices(dana)
  expect(first).toMatchObject({ kind: 'correction', studentName: 'Dana A', about: 'name', detail: 'corrected' })
  for (const who of [noor, town.session, town.tutor]) expect(await kinds(who)).toEqual([])
  expect(await mails()).toEqual([])
  await aMorning()
  expect((await mails())[0]!.body).toContain('1 answer to a question about a fact')
  await moveTo(town.id.otherSchool)
  expect(await kinds(dana)).toEqual([])
  await moveTo(town.id.school)
  await town.db.owner.query('delete from correction_request')
})

test('where there is nothing to tell there is no mail, in either language', () => {
  expect(dailyMail({}, 'en', undefined)).toBeNull()
  expect(dailyMail({ reminder: 2 }, 'es', undefined)!.body).toContain('2 recordatorios')
})
