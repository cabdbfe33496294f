import { createHash, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Session } from '#platform/database.ts'
import { openSmallTown, type SmallTown } from '../../test/small-town.ts'
import { listDisclosures, whoCanSee } from './queries.ts'

let town: SmallTown
const rosa: Session = { tokenHash: createHash('sha256').update('rosa').digest(), hat: randomUUID() }
const mia: Session = { tokenHash: createHash('sha256').update('mia').digest(), hat: randomUUID() }

beforeAll(async () => {
  town = await openSmallTown()
  const { id } = town
  const write = (text: string, values: unknown[] = []) => town.db.owner.query(text, values)
  // Eleven at night on Monday here is Tuesday in Greenwich, and in most databases.
  await write("update community set time_zone = 'America/Los_Angeles'")
  await write("update agreement set basis = 'consent', from_on = '2020-01-01', until_on = '2099-01-01'")
  await write("update membership set from_on = '2020-01-01'")
  await write("update participation set from_on = '2020-01-01'")
  for (const [name, session] of Object.entries({ Rosa: rosa, Mia: mia })) {
    const person = randomUUID()
    await write("insert into person (community_id, id, given_name, family_name) values ($1, $2, $3, 'A')", [
      id.community,
      person,
      name,
    ])
    await write(
      `insert into guardianship (community_id, id, student_id, access_school_id, person_id, from_on, approved_at)
       values ($1, $2, $3, $4, $5, '2020-01-01', now())`,
      [id.community, session.hat, id.child, id.school, person],
    )
    await write('insert into platform.account (id, email) values ($1, $2)', [
      person,
      `${name.toLowerCase()}@town.example`,
    ])
    await write('insert into platform.account_person (account_id, community_id, person_id) values ($1, $2, $1)', [
      person,
      id.community,
    ])
    await write(
      `insert into platform.session (token_hash, account_id, community_id, hat_kind, hat_id, how, expires_at)
       values ($1, $2, $3, 'guardianship', $4, 'password', now() + interval '1 hour')`,
      [session.tokenHash, person, id.community, session.hat],
    )
    if (name === 'Rosa')
      await write(
        `insert into consent (community_id, student_id, access_school_id, organization_id, giver_id, giver_kind, elements, purpose, from_on, until_on, signed_name, given_at)
         select $1, $2, $3, $4, $5, 'guardian', '{directory,attendance}', 'tutoring', now()::date - 30, now()::date + 30, 'Rosa', '2026-09-08T06:00:00Z'`,
        [id.community, id.child, id.school, id.organization, person],
      )
  }
  await town.enter([], { elements: ['directory', 'attendance'], students: 'mine' }, town.tutor)
})
afterAll(() => town.db.close())

const told = async (who: Session) => {
  const { rows } = await town.db.database.read(who, null, [whoCanSee(town.id.child), listDisclosures(town.id.child)])
  const [viewers, disclosures] = rows
  return { viewer: viewers.find(({ role }) => role === 'partner_worker')!, disclosure: disclosures[0]! }
}

test('the day of a consent is the community’s, for whoever gave it', async () => {
  const { viewer, disclosure } = await told(rosa)
  expect(viewer.why).toEqual({ kind: 'consent', agreement: '1', consentOn: '2026-09-07', since: '2020-01-01' })
  expect(viewer.reason).toBe('agreement 1, consent of 2026-09-07, serving since 2020-01-01')
  expect(disclosure.why).toEqual({ kind: 'consent', agreement: '1', consentOn: '2026-09-07' })
  const { rows } = await town.db.owner.query('select distinct reason from disclosure')
  expect(rows).toEqual([{ reason: 'agreement 1, consent of 2026-09-07, serving since 2020-01-01' }])
})

test('another guardian learns that there is a consent, and not of which day', async () => {
  const { viewer, disclosure } = await told(mia)
  expect(viewer.why).toEqual({ kind: 'consent', agreement: '1', since: '2020-01-01' })
  expect(JSON.stringify([viewer, disclosure])).not.toContain('2026-09')
  expect(disclosure.why).toEqual({ kind: 'consent', agreement: '1' })
})

test('an operator stands in the list as who runs the server', async () => {
  await town.db.owner.query(
    `with o as (insert into person (community_id, given_name, family_name) values ($1, 'demo', '(operator)') returning id)
     insert into membership (community_id, person_id, role, district_id, from_on, approved_at) select $1, id, 'data_steward', $2, '2020-01-01', now() from o`,
    [town.id.community, town.id.district],
  )
  const { rows } = await town.db.database.read(rosa, null, [whoCanSee(town.id.child)])
  expect(rows[0].filter(({ role }) => role === 'data_steward')).toMatchObject([
    { personName: 'demo', why: { kind: 'operator' } },
  ])
})
