import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { decideMembership } from '../people/queries.ts'
import { district } from './fixtures/district.ts'
import { openImportTown, type ImportTown } from './fixtures/town.ts'

let town: ImportTown
beforeAll(async () => void (town = await openImportTown()))
afterAll(() => town?.close())

const decide = (id: string) => town.world.database.as(town.place.session, null, (tx) => tx(decideMembership(id, true)))
const proposal = async (districtId: string) =>
  (
    await town.rows<{ id: string; is_open: boolean }>(
      `select id, approved_at is null as is_open from membership
       where community_id = $1 and district_id = $2 and role = 'data_steward' and added_by_import is not null`,
      [town.place.communityId, districtId],
    )
  )[0]!

test('a data steward whom a file proposes is one only after the steward of the district approves', async () => {
  await town.apply(
    district({ more: { 'users.csv': ['a1,,,true,d1,administrator,a,,Ada,Min,,,ada@example.org,,,,,,'] } }),
  )
  const { id, is_open } = await proposal(town.place.districtId)
  expect(is_open).toBe(true)
  await decide(id)
  expect((await proposal(town.place.districtId)).is_open).toBe(false)
})

test('nobody approves a data steward of another district', async () => {
  const { communityId } = town.place
  const [other, membership] = [randomUUID(), randomUUID()]
  await town.rows('insert into district (community_id, id, name) values ($1, $2, $3)', [communityId, other, 'Other'])
  await town.rows(
    `insert into membership (community_id, id, person_id, role, district_id, from_on, added_by_import)
     select community_id, $2, person_id, role, $3, from_on, $2 from membership where community_id = $1 and role = 'data_steward' limit 1`,
    [communityId, membership, other],
  )
  await expect(decide(membership)).rejects.toThrow('no such proposal')
  expect((await proposal(other)).is_open).toBe(true)
})
