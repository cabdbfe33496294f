import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Session, Statement } from '#platform/database.ts'
import { openSmallTown, type SmallTown } from '../../test/small-town.ts'
import { guardianOf, type TownPerson } from '../../test/town-people.ts'
import * as query from './queries.ts'

let town: SmallTown
let mother: TownPerson
let father: TownPerson
beforeAll(async () => {
  town = await openSmallTown()
  mother = await guardianOf(town, 'Mara', town.id.child)
  father = await guardianOf(town, 'Filip', town.id.child)
})
afterAll(() => town.db.close())
beforeEach(() =>
  town.db.owner.query(
    'delete from referral_word; delete from referral_event; delete from participation; delete from referral',
  ),
)

/** As somebody who opens one referral. */
const as = <Row>(who: Session, id: string, statement: Statement<Row>) =>
  town.db.database.as(who, { elements: ['referrals', 'directory', 'attendance'], referrals: [id] }, (tx) =>
    tx(statement),
  )
const refer = async (isDraft = false) =>
  (await as(town.session, randomUUID(), query.refer(town.id.child, town.id.service, 'Please', isDraft)))[0]!.id
const accept = (id: string, waits = false) => as(town.tutor, id, query.answerReferral(id, true, null, null, waits))
const move = (
  who: Session,
  id: string,
  state: 'started' | 'completed' | 'withdrawn' | 'entered_in_error',
  reason = '',
) => as(who, id, query.moveReferral(id, { state, reason }))
const list = async (who: Session, id: string) => await as(who, id, query.listReferrals(null))
const events = async (who: Session, id: string) => (await as(who, id, query.listReferralEvents(id))).map((e) => e.state)
const places = (capacity: number | null) =>
  town.db.owner.query(`update service set capacity = $1 where id = $2`, [capacity, town.id.service])

test('a draft is the school’s alone, and goes out with the words that its author leaves in it', async () => {
  const id = await refer(true)
  for (const who of [mother, town.tutor]) expect(await list(who, id)).toEqual([])
  expect(await list(town.session, id)).toMatchObject([{ state: 'draft' }])
  await as(town.session, id, query.sendDraft(id, 'Please, on Tuesdays'))
  expect(await list(town.tutor, id)).toMatchObject([
    { state: 'sent', request: 'Please, on Tuesdays', studentName: null },
  ])
  expect(await events(town.session, id)).toEqual(['draft', 'sent'])
  for (const who of [mother, town.tutor]) expect(await events(who, id)).toEqual(['sent'])
})

test('a mistake stays on record at school, and the partner’s sight of it ends with the same step', async () => {
  const id = await refer()
  await accept(id)
  expect(await list(town.tutor, id)).toMatchObject([{ studentName: 'Dana A' }])
  await move(town.session, id, 'entered_in_error', 'The wrong Dana')
  expect(await list(town.tutor, id)).toEqual([])
  expect(await list(town.session, id)).toMatchObject([{ state: 'entered_in_error', reasonText: 'The wrong Dana' }])
  const { rows } = await town.db.owner.query('select * from referral_event where referral_id = $1', [id])
  expect(rows).toHaveLength(3)
})

test('a family may withdraw at any open state, and the partner’s next request sees nothing', async () => {
  const steps = [[], ['accept'], ['accept', 'started']] as const
  for (const before of steps) {
    const id = await refer()
    for (const step of before) await (step === 'accept' ? accept(id) : move(town.tutor, id, 'started'))
    expect(await list(town.tutor, id)).toHaveLength(1)
    await move(mother, id, 'withdrawn')
    expect(await list(town.tutor, id)).toEqual([])
    expect(await list(town.session, id)).toMatchObject([{ state: 'withdrawn' }])
    await town.db.owner.query('delete from referral_event; delete from participation; delete from referral')
  }
})

test('the two words on the outcome are kept apart, and one guardian reads nothing of the other', async () => {
  const id = await refer()
  await accept(id)
  const say = (who: Session, gotHelp: 'yes' | 'no', words = '') => as(who, id, query.sayOutcome(id, { gotHelp, words }))
  await expect(say(mother, 'yes')).rejects.toMatchObject({ hint: 'not_begun' })
  await move(town.tutor, id, 'started')
  await say(mother, 'no', 'Nobody came')
  await move(town.tutor, id, 'completed', 'Twelve sessions, all homework done')
  await expect(say(town.session, 'yes')).rejects.toMatchObject({ hint: 'not_your_role' })
  expect(await list(town.session, id)).toMatchObject([
    { reasonText: 'Twelve sessions, all homework done', gotHelp: 'no', familyWords: 'Nobody came' },
  ])
  expect(await list(mother, id)).toMatchObject([{ gotHelp: 'no', familyWords: 'Nobody came' }])
  expect(await list(father, id)).toMatchObject([{ gotHelp: null, familyWords: null }])
  expect(await events(father, id)).not.toContain('word')
  await say(mother, 'yes', 'In the end they did')
  expect(await list(town.session, id)).toMatchObject([{ gotHelp: 'yes' }])
  expect((await events(town.session, id)).filter((each) => each === 'word')).toHaveLength(2)
})

test('a partner reads no word of the family, and learns from no line of the timeline who the family is', async () => {
  const id = await refer()
  await as(mother, id, query.moveReferral(id, { state: 'withdrawn' }))
  const again = await refer()
  await accept(again)
  await move(town.tutor, again, 'started')
  await as(mother, again, query.sayOutcome(again, { gotHelp: 'yes', words: 'Good' }))
  expect(await list(town.tutor, again)).toMatchObject([{ gotHelp: null, familyWords: null }, { state: 'withdrawn' }])
  const told = await as(town.tutor, again, query.listReferralEvents(id))
  expect(told.map(({ state, side, personName }) => [state, side, personName])).toEqual([
    ['sent', 'staff', 'Ines Okafor'],
    ['withdrawn', 'guardian', null],
  ])
  expect((await as(mother, id, query.listReferralEvents(id)))[1]).toMatchObject({ personName: 'Mara Town' })
  expect(await events(father, id)).toEqual(['sent'])
})

async function twoAsked() {
  const { id } = town
  await town.db.owner.query(
    `insert into participation (community_id, student_id, access_school_id, organization_id, service_id, stage, from_on)
     values ($1, $2, $3, $4, $5, 'waitlisted', $6)`,
    [id.community, id.otherChild, id.otherSchool, id.organization, id.service, town.today],
  )
  const first = await refer()
  const { rows } = await town.db.owner.query<{ id: string }>(
    `insert into referral (community_id, student_id, access_school_id, school_id, organization_id, service_id, author_id, request, state)
     values ($1, $2, $3, $3, $4, $5, $6, 'Please', 'sent') returning id`,
    [id.community, id.otherChild, id.otherSchool, id.organization, id.service, id.account],
  )
  return [first, rows[0]!.id] as const
}

test('of two referrals for the last place one gets it, the other is told and can wait', async () => {
  await places(1)
  const asked = await twoAsked()
  const answers = await Promise.allSettled(asked.map((id) => accept(id)))
  expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  const late = asked[answers.findIndex(({ status }) => status === 'rejected')]!
  const won = asked.find((id) => id !== late)!
  expect(answers.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { hint: 'no_place_left' } })
  expect(await list(town.tutor, late)).toMatchObject([{ state: 'sent' }])
  await accept(late, true)
  expect((await events(town.tutor, late)).slice(-2)).toEqual(['accepted', 'waitlisted'])
  await expect(move(town.tutor, late, 'started')).rejects.toMatchObject({ hint: 'no_place_left' })
  await move(town.tutor, won, 'started')
  await move(town.tutor, won, 'completed', 'Done')
  await move(town.tutor, late, 'started')
  await places(null)
})

test('an answer and a change of the capacity wait for each other: no place is given that is gone', async () => {
  await places(1)
  const id = await refer()
  const client = await town.db.owner.connect()
  await client.query('begin')
  await client.query('update service set capacity = 0 where id = $1', [town.id.service])
  const answer = accept(id).then(
    () => 'accepted',
    (error: { hint: string }) => error.hint,
  )
  await client.query('commit')
  client.release()
  expect(await answer).toBe('no_place_left')
  expect(await list(town.tutor, id)).toMatchObject([{ state: 'sent' }])
  await places(null)
})
