import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Session } from '#platform/database.ts'
import { openSmallTown, type SmallTown } from '../../test/small-town.ts'
import { sessionFor, type TownPerson } from '../../test/town-people.ts'
import * as due from './due/queries.ts'

let town: SmallTown
let dana: TownPerson
let noor: TownPerson
let ruth: TownPerson

beforeAll(async () => {
  town = await openSmallTown()
  const school_id = town.id.school
  dana = await sessionFor(town, 'Dana', 'coordinator', { school_id })
  noor = await sessionFor(town, 'Noor', 'coordinator', { school_id: town.id.otherSchool })
  ruth = await sessionFor(town, 'Ruth', 'principal', { school_id })
})
afterAll(() => town.db.close())

const referrals = { elements: ['referrals'], students: 'mine' as const }
const as = <T>(who: Session, work: Parameters<typeof town.db.database.as<T>>[2]) =>
  town.db.database.as(who, referrals, work)
const remind = (who: Session, body: string, on = town.today) =>
  as(who, async (tx) => (await tx(due.setReminder({ studentId: town.id.child, on, body })))[0]!.id)
const reminders = async (who: Session) => (await as(who, (tx) => tx(due.listReminders()))).map((each) => each.about)
const change = (who: Session, id: string, isDone: boolean, on?: string) =>
  as(who, (tx) => tx(due.changeReminder(id, { isDone, ...(on && { on }) })))

test('a reminder is its author’s alone, is done, and is not done after all', async () => {
  const id = await remind(dana, 'Ask about the bus')
  expect(await reminders(dana)).toEqual(['Ask about the bus'])
  for (const who of [ruth, noor, town.session, town.tutor]) expect(await reminders(who)).toEqual([])
  await expect(change(ruth, id, true)).rejects.toMatchObject({ hint: 'not_found' })
  await change(dana, id, true)
  expect(await reminders(dana)).toEqual([])
  await change(dana, id, false)
  expect(await reminders(dana)).toEqual(['Ask about the bus'])
  await change(dana, id, false, '2999-01-01')
  expect(await reminders(dana)).toEqual([])
})

test('nobody is reminded of a student out of reach, on a day that is past, or after the student has left', async () => {
  await expect(remind(noor, 'Not mine')).rejects.toMatchObject({ hint: 'not_found' })
  await expect(remind(dana, 'Too late', '2020-01-01')).rejects.toMatchObject({ hint: 'day_is_past' })
  await remind(dana, 'Call the aunt')
  const moveTo = (school: string) =>
    town.db.owner.query(
      `with m as (update enrollment set school_id = $1 where student_id = $2) update community set settled_on = null`,
      [school, town.id.child],
    )
  await moveTo(town.id.otherSchool)
  expect(await reminders(dana)).toEqual([])
  await moveTo(town.id.school)
  expect(await reminders(dana)).toEqual(['Call the aunt'])
})

test('a referral without an answer is due after five days, and a consent or an agreement a month before it ends', async () => {
  const { id } = town
  const made = `insert into referral (community_id, student_id, access_school_id, school_id, organization_id, service_id, author_id, request, state, changed_at)
    values ($1, $2, $3, $3, $4, $5, $6, 'Please', 'sent', now() - make_interval(days => $7))`
  const referral = (days: number) =>
    town.db.owner.query(made, [id.community, id.child, id.school, id.organization, id.service, id.account, days])
  await referral(4)
  const unanswered = (who: Session) => as(who, (tx) => tx(due.listUnanswered('school')))
  expect(await unanswered(dana)).toEqual([])
  await referral(8)
  expect(await unanswered(dana)).toMatchObject([{ about: 'Readers', studentName: 'Dana A', days: -8 }])
  expect(await unanswered(town.tutor)).toMatchObject([{ about: 'Readers', studentName: null }])
  expect(await unanswered(noor)).toEqual([])
  expect(await as(dana, (tx) => tx(due.listEndingAgreements()))).toMatchObject([{ about: 'Readers · 1', days: 0 }])
  const consent = `insert into consent (community_id, student_id, access_school_id, organization_id, giver_id, giver_kind, elements, purpose, from_on, until_on, signed_name)
    values ($1, $2, $3, $4, $5, 'guardian', '{attendance}', 'tutoring', $6::date, $6::date + $7::int, 'A')`
  const ending = (days: number) =>
    town.db.owner.query(consent, [id.community, id.child, id.school, id.organization, id.account, town.today, days])
  const consents = async (who: Session) =>
    (await as(who, (tx) => tx(due.listEndingConsents('school')))).map((each) => each.days)
  await ending(10)
  expect([await consents(dana), await consents(noor)]).toEqual([[10], []])
  await ending(200)
  expect(await consents(dana)).toEqual([])
})
