import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openSmallTown, type SmallTown } from '../../test/small-town.ts'
import { refer } from '../referrals/queries.ts'

let town: SmallTown
beforeAll(async () => {
  town = await openSmallTown()
})
afterAll(() => town?.db.close())

async function stateOfNewReferral() {
  const { id, db, session } = town
  const [made] = await db.database.as(session, null, (tx) => tx(refer(id.child, id.service, 'Reading twice a week.')))
  const { rows } = await db.owner.query('select state from referral where id = $1', [made!.id])
  await db.owner.query('delete from referral_event; delete from referral')
  return rows[0].state as string
}

test('an agreement of the own district lets a referral go out; another district’s does not', async () => {
  const { id, db, today } = town
  expect(await stateOfNewReferral()).toBe('sent')

  const [elsewhere, ours] = [randomUUID(), randomUUID()]
  await db.owner.query(`
    insert into district (community_id, id, name) values ('${id.community}', '${elsewhere}', 'Across the river');
    update agreement set district_id = '${elsewhere}' where id = '${id.agreement}';
    insert into agreement (community_id, id, organization_id, district_id, number, title, basis, purpose, from_on, until_on, created_by) values
      ('${id.community}', '${ours}', '${id.organization}', '${id.district}', '2', 'Tutoring', 'consent', 'tutoring', '${today}', '${today}', '${id.account}');
    insert into agreement_signature (community_id, agreement_id, side, person_id, signed_name) values
      ('${id.community}', '${ours}', 'school', '${id.account}', 'A'), ('${id.community}', '${ours}', 'partner', '${id.tutorAccount}', 'B')`)
  expect(await stateOfNewReferral()).toBe('awaiting_consent')

  await db.owner.query('delete from agreement_signature where agreement_id = $1', [ours])
  await expect(stateOfNewReferral()).rejects.toThrow('no signed agreement')
})
