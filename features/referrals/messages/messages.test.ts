import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Session, Statement } from '#platform/database.ts'
import { openSmallTown, type SmallTown } from '../../../test/small-town.ts'
import { guardianOf, type TownPerson } from '../../../test/town-people.ts'
import * as referral from '../queries.ts'
import { listMessages, writeMessage } from './queries.ts'

let town: SmallTown
let mother: TownPerson
beforeAll(async () => {
  town = await openSmallTown()
  mother = await guardianOf(town, 'Mara', town.id.child)
})
afterAll(() => town.db.close())

const as = <Row>(who: Session, id: string, statement: Statement<Row>) =>
  town.db.database.as(who, { elements: ['referrals'], referrals: [id] }, (tx) => tx(statement))
const said = async (who: Session, id: string) => (await as(who, id, listMessages(id))).map(({ body }) => body)

test('school and organization talk on the referral; the family reads what is addressed to it, and writes nothing there', async () => {
  const [asked] = await as(town.session, town.id.child, referral.refer(town.id.child, town.id.service, 'Please'))
  const { id } = asked!
  await as(town.tutor, id, writeMessage(id, { body: 'Which days?', isForFamily: false }))
  await as(town.session, id, writeMessage(id, { body: 'Tuesdays. Bring a snack.', isForFamily: true }))
  expect(await said(town.session, id)).toEqual(['Which days?', 'Tuesdays. Bring a snack.'])
  expect(await said(town.tutor, id)).toEqual(['Which days?', 'Tuesdays. Bring a snack.'])
  expect(await said(mother, id)).toEqual(['Tuesdays. Bring a snack.'])
  const byMother = as(mother, id, writeMessage(id, { body: 'Hello', isForFamily: true }))
  await expect(byMother).rejects.toMatchObject({ hint: 'not_your_role' })
})

test('nothing is said on a draft, and after a mistake the organization reads nothing of what was said', async () => {
  await town.db.owner.query(`update referral set state = 'withdrawn'`)
  const [draft] = await as(town.session, town.id.child, referral.refer(town.id.child, town.id.service, 'Please', true))
  const { id } = draft!
  const early = as(town.session, id, writeMessage(id, { body: 'Hello', isForFamily: false }))
  await expect(early).rejects.toMatchObject({ hint: 'not_possible_now' })
  await as(town.session, id, referral.sendDraft(id, 'Please'))
  await as(town.session, id, writeMessage(id, { body: 'The wrong child', isForFamily: false }))
  expect(await said(town.tutor, id)).toEqual(['The wrong child'])
  await as(town.session, id, referral.moveReferral(id, { state: 'entered_in_error', reason: 'Mixed up' }))
  expect(await said(town.tutor, id)).toEqual([])
  expect(await said(town.session, id)).toEqual(['The wrong child'])
})
