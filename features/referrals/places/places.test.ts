import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Session } from '#platform/database.ts'
import { openSmallTown, type SmallTown } from '../../../test/small-town.ts'
import { guardianOf, sessionFor } from '../../../test/town-people.ts'
import { listOpenPlaces } from './queries.ts'

let town: SmallTown
beforeAll(async () => {
  town = await openSmallTown()
  await town.db.owner.query(`update service set capacity = 3`)
})
afterAll(() => town.db.close())

const open = async (who: Session) =>
  (await town.db.database.as(who, null, (tx) => tx(listOpenPlaces()))).find(
    ({ serviceId }) => serviceId === town.id.service,
  )?.open

const refer = (state: string) =>
  town.db.owner.query(
    `insert into referral (community_id, id, student_id, access_school_id, school_id, organization_id, service_id, author_id, request, state)
     values ($1, $2, $3, $4, $4, $5, $6, $7, 'Please', $8)`,
    [
      town.id.community,
      randomUUID(),
      town.id.otherChild,
      town.id.otherSchool,
      town.id.organization,
      town.id.service,
      town.id.account,
      state,
    ],
  )

test('places are what was promised less who takes part and who was accepted, each student once', async () => {
  expect(await open(town.session)).toBe(2)
  await refer('sent')
  expect(await open(town.session)).toBe(2)
  await refer('waitlisted')
  await refer('accepted')
  expect(await open(town.session)).toBe(1)
  await town.db.owner.query(`update participation set stage = 'completed'`)
  expect(await open(town.session)).toBe(2)
  await town.db.owner.query(`update service set capacity = 0`)
  expect(await open(town.session)).toBe(0)
  await town.db.owner.query(`update service set capacity = null`)
  expect(await open(town.session)).toBe(null)
})

test('school staff and the organization itself learn how many are left; families, other partners and analysts do not', async () => {
  await town.db.owner.query(`update service set capacity = 3`)
  const [organization] = (
    await town.db.owner.query<{ id: string }>(
      `insert into organization (community_id, name, sector) values ($1, 'Other', 'faith') returning id`,
      [town.id.community],
    )
  ).rows
  expect(await open(town.tutor)).toBe(2)
  const others = [
    await guardianOf(town, 'Ngozi', town.id.child),
    await sessionFor(town, 'Tess', 'partner_worker', { organization_id: organization!.id }),
    await sessionFor(town, 'Anders', 'network_analyst', {}),
    await sessionFor(town, 'Imani', 'backbone', {}),
  ]
  for (const who of others) expect(await open(who)).toBeUndefined()
})
