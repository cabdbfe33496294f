import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Session } from '#platform/database.ts'
import { openSmallTown, type SmallTown } from '../../test/small-town.ts'
import { guardianOf, sessionFor } from '../../test/town-people.ts'
import { openReferralClock } from './clock.ts'
import * as query from './queries.ts'
import { allSteps, mayStep, needsWords, states, type Side, type State } from './states.ts'

let town: SmallTown
let people: Record<'counselor' | 'tutor' | 'mother' | 'father' | 'principal' | 'otherTutor', Session>
beforeAll(async () => {
  town = await openSmallTown()
  const { child, school, organization } = town.id
  people = {
    counselor: town.session,
    tutor: town.tutor,
    mother: await guardianOf(town, 'Mara', child),
    father: await guardianOf(town, 'Filip', child),
    principal: await sessionFor(town, 'Paul', 'principal', { school_id: school }),
    otherTutor: await sessionFor(town, 'Theo', 'partner_worker', { organization_id: organization }),
  }
})
afterAll(() => town.db.close())

const sideOf: Record<string, Side | null> = {
  counselor: 'school',
  tutor: 'partner',
  otherTutor: 'partner',
  mother: 'family',
  father: 'family',
  // A principal reads referrals and writes none.
  principal: null,
}

const start = async (state: State) => {
  const { community, child, school, organization, service, account } = town.id
  await town.db.owner.query(
    `delete from referral_word; delete from referral_event; update participation set referral_id = null; delete from referral`,
  )
  const { rows } = await town.db.owner.query<{ id: string }>(
    `insert into referral (community_id, student_id, access_school_id, school_id, organization_id, service_id, author_id, request, state, decline_reason)
     values ($1, $2, $3, $3, $4, $5, $6, 'Please', $7::text, case when $7 = 'declined' then 'other' end) returning id`,
    [community, child, school, organization, service, account, state],
  )
  return rows[0]!.id
}
const now = async (id: string) =>
  (
    await town.db.owner.query<{ state: State; events: string[] }>(
      'select r.state, array(select e.state from referral_event e where e.referral_id = r.id order by e.at) as events from referral r where r.id = $1',
      [id],
    )
  ).rows[0]!

/** Tries one step as one hat, by whichever door leads to it. */
function attempt(who: Session, id: string, to: State) {
  const statement =
    to === 'accepted' || to === 'declined'
      ? query.answerReferral(id, to === 'accepted', to === 'declined' ? 'other' : null, null)
      : to === 'sent'
        ? query.sendDraft(id, 'Please')
        : query.moveReferral(id, { state: to as 'started', reason: 'Because' })
  return town.db.database
    .as(who, { elements: ['referrals'], referrals: [id] }, (tx) => tx(statement))
    .then(
      () => 'done',
      (error: Error & { code?: string }) => (error.code?.startsWith('CN') ? 'refused' : Promise.reject(error)),
    )
}

test('the database holds the same rule as the pages, step by step', async () => {
  const { rows } = await town.db.owner.query('select from_state, to_state, by_side from access.referral_step')
  const known = rows.map((row) => Object.values(row).join(' ')).sort()
  expect(known).toEqual(
    allSteps()
      .map((step) => step.join(' '))
      .sort(),
  )
  expect(known).toHaveLength(new Set(known).size)
})

test('no path leads outside the rule, whoever tries what in whichever order', async () => {
  const who = fc.constantFrom(...(Object.keys(sideOf) as (keyof typeof people)[]))
  const moves = fc.array(fc.tuple(who, fc.constantFrom(...states)), { minLength: 3, maxLength: 10 })
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...states), moves, async (first, path) => {
      const id = await start(first)
      let state = first
      const taken: State[] = []
      for (const [name, to] of path) {
        const side = sideOf[name]!
        // A family moves a referral to and fro by its consent alone, and nobody sends what is no draft.
        const may = !!side && mayStep(state, to, side) && !(side === 'family' && to !== 'withdrawn')
        const mayTry = may && to !== 'awaiting_consent'
        expect([name, state, to, await attempt(people[name], id, to)]).toEqual([
          name,
          state,
          to,
          mayTry ? 'done' : 'refused',
        ])
        if (mayTry) taken.push((state = to))
        const there = await now(id)
        expect([there.state, there.events]).toEqual([state, taken])
      }
    }),
    { numRuns: 30 },
  )
})

test('a mistake, an early end and a completed service want a sentence', async () => {
  for (const to of states.filter(needsWords)) {
    const id = await start('started')
    const who = to === 'entered_in_error' ? people.counselor : people.tutor
    const wordless = town.db.database.as(who, { elements: ['referrals'], referrals: [id] }, (tx) =>
      tx(query.moveReferral(id, { state: to as 'completed', reason: '  ' })),
    )
    await expect(wordless).rejects.toMatchObject({ hint: 'reason_needed' })
    expect((await now(id)).state).toBe('started')
    expect(await attempt(who, id, to)).toBe('done')
  }
})

test('the clock ends what nobody has answered for as long as the district allows, and nothing else', async () => {
  const clock = openReferralClock(town.db.urls.concentric_worker)
  const after = async (state: State, days: number) => {
    const id = await start(state)
    await town.db.owner.query(`update referral set changed_at = now() - make_interval(days => $1)`, [days])
    await clock.tasks.expire_referrals()
    return (await now(id)).state
  }
  for (const state of states.filter((each) => !['entered_in_error'].includes(each))) {
    const ends = mayStep(state, 'expired', 'clock')
    expect([state, await after(state, 46)]).toEqual([state, ends ? 'expired' : state])
    expect([state, await after(state, 40)]).toEqual([state, state])
  }
  const steward = await sessionFor(town, 'Sol', 'data_steward', { district_id: town.id.district })
  const rule = { remindAfterDays: 3, expireAfterDays: 10, version: 0 }
  await town.db.database.as(steward, null, (tx) => tx(query.setReferralRule(rule)))
  expect(await after('sent', 11)).toBe('expired')
  const { rows } = await town.db.owner.query('select person_id, author_kind from referral_event')
  expect(rows).toEqual([{ person_id: null, author_kind: 'clock' }])
  const again = town.db.database.as(steward, null, (tx) => tx(query.setReferralRule(rule)))
  await expect(again).rejects.toMatchObject({ hint: 'rule_changed' })
  await clock.close()
})
