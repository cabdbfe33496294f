import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Session, Statement } from '#platform/database.ts'
import { openSmallTown, type SmallTown } from '../../../test/small-town.ts'
import { guardianOf, sessionFor, type TownPerson } from '../../../test/town-people.ts'
import * as referral from '../queries.ts'
import * as query from './queries.ts'

let town: SmallTown
let mother: TownPerson
let stranger: TownPerson
let participation: string
beforeAll(async () => {
  town = await openSmallTown()
  mother = await guardianOf(town, 'Mara', town.id.child)
  const organization = randomUUID()
  await town.db.owner.query(
    `insert into organization (community_id, id, name, sector) values ($1, $2, 'Others', 'nonprofit')`,
    [town.id.community, organization],
  )
  stranger = await sessionFor(town, 'Theo', 'partner_worker', { organization_id: organization })
})
afterAll(() => town.db.close())
beforeEach(async () => {
  await town.db.owner.query(
    'delete from service_log; delete from service_session; delete from participation; delete from referral_event; delete from referral',
  )
  const { id, today } = town
  const { rows } = await town.db.owner.query<{ id: string }>(
    `insert into participation (community_id, student_id, access_school_id, organization_id, service_id, stage, from_on)
     values ($1, $2, $3, $4, $5, 'enrolled', $6) returning id`,
    [id.community, id.child, id.school, id.organization, id.service, today],
  )
  participation = rows[0]!.id
})

const as = <Row>(who: Session, statement: Statement<Row>) =>
  town.db.database.as(who, { elements: ['services', 'referrals'], students: [town.id.child] }, (tx) => tx(statement))
const support = (more: object = {}) => ({
  key: randomUUID(),
  studentId: town.id.child,
  participationId: participation,
  on: town.today,
  attendance: 'present' as const,
  minutes: 30,
  isInSchoolTime: false,
  ...more,
})
const delivered = async (who: Session) => (await as(who, query.listDelivered(town.id.child)))[0]
const logs = async () => (await town.db.owner.query('select * from service_log')).rows

test('a log that is sent twice, even at the same moment, is written once', async () => {
  const one = support()
  const [first, second] = await Promise.all([
    as(town.tutor, query.logSupport(one)),
    as(town.tutor, query.logSupport(one)),
  ])
  expect(first).toEqual(second)
  expect(await as(town.tutor, query.logSupport(one))).toEqual(first)
  expect(await logs()).toHaveLength(1)
  const stolen = as(town.session, query.logSupport(one))
  await expect(stolen).rejects.toMatchObject({ hint: 'key_used' })
})

test('partner, school and family read the same sum of what was promised and delivered; others read nothing', async () => {
  await as(town.tutor, query.promiseSupport(participation, { studentId: town.id.child, sessions: 12, minutes: 45 }))
  await as(town.tutor, query.logSupport(support()))
  await as(town.tutor, query.logSupport(support({ minutes: 50 })))
  await as(town.tutor, query.logSupport(support({ attendance: 'absent', minutes: 0 })))
  const sum = { sessions: 2, minutes: 80, missed: 1, promisedSessions: 12, promisedMinutes: 45, stage: 'active' }
  for (const who of [town.tutor, town.session, mother]) expect(await delivered(who)).toMatchObject(sum)
  expect(await delivered(stranger)).toBeUndefined()
  expect(await as(stranger, query.listSupport(town.id.child))).toEqual([])
})

test('only those who serve and the school’s own log, and nobody before the first day, ahead of today, or for no minutes', async () => {
  for (const who of [mother, stranger])
    await expect(as(who, query.logSupport(support()))).rejects.toMatchObject({ hint: 'not_found' })
  const wrong = [
    [{ on: '2020-01-01' }, 'day_outside'],
    [{ on: '2999-01-01' }, 'day_outside'],
    [{ minutes: 0 }, 'minutes_missing'],
    [{ attendance: 'excused' }, 'minutes_missing'],
  ] as const
  for (const [more, hint] of wrong)
    await expect(as(town.tutor, query.logSupport(support(more)))).rejects.toMatchObject({ hint })
  expect(await logs()).toEqual([])
})

test('a mistake stays and is not counted', async () => {
  await as(town.tutor, query.logSupport(support()))
  const [wrong] = await as(town.tutor, query.logSupport(support({ minutes: 300 })))
  await expect(as(mother, query.markLogInError(wrong!.id))).rejects.toMatchObject({ hint: 'not_found' })
  await as(town.tutor, query.markLogInError(wrong!.id))
  expect(await delivered(mother)).toMatchObject({ sessions: 1, minutes: 30 })
  const entries = await as(mother, query.listSupport(town.id.child))
  expect(entries.map(({ minutes, isInError }) => [minutes, isInError]).sort()).toEqual([
    [30, false],
    [300, true],
  ])
})

test('the first support begins what was accepted, and after the family has withdrawn nothing can be logged', async () => {
  await town.db.owner.query('delete from participation')
  const [asked] = await as(town.session, referral.refer(town.id.child, town.id.service, 'Please'))
  await as(town.tutor, referral.answerReferral(asked!.id, true, null, null))
  const { rows } = await town.db.owner.query<{ id: string }>('select id from participation')
  const given = support({ participationId: rows[0]!.id })
  await as(town.tutor, query.logSupport(given))
  expect((await as(town.session, referral.listReferrals(town.id.child)))[0]).toMatchObject({ state: 'started' })
  await as(mother, referral.moveReferral(asked!.id, { state: 'withdrawn' }))
  await expect(as(town.tutor, query.logSupport({ ...given, key: randomUUID() }))).rejects.toMatchObject({
    hint: 'not_found',
  })
  expect(await delivered(town.tutor)).toBeUndefined()
  expect(await delivered(mother)).toMatchObject({ sessions: 1 })
})

test('attendance is taken for all at once, sent twice it is one session, and of two changes the second is told', async () => {
  const rows = [
    { studentId: town.id.child, participationId: participation, attendance: 'present' as const, minutes: 60 },
  ]
  const session = {
    key: randomUUID(),
    serviceId: town.id.service,
    on: town.today,
    minutes: 60,
    isInSchoolTime: true,
    version: 0,
    rows,
  }
  for (let i = 0; i < 2; i++) await as(town.tutor, query.takeAttendance(session))
  expect(await as(town.tutor, query.listSessions())).toMatchObject([
    { version: 1, isInSchoolTime: true, rows: [{ attendance: 'present', minutes: 60 }] },
  ])
  const changed = { ...session, version: 1, rows: [{ ...rows[0]!, attendance: 'excused' as const, minutes: 0 }] }
  const two = await Promise.allSettled([1, 2].map(() => as(town.tutor, query.takeAttendance(changed))))
  expect(two.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(two.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { hint: 'session_changed' } })
  expect(await delivered(town.tutor)).toMatchObject({ sessions: 0, missed: 1 })
  await expect(as(stranger, query.takeAttendance({ ...session, key: randomUUID() }))).rejects.toMatchObject({
    hint: 'not_found',
  })
})
