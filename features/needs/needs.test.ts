import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Session } from '#platform/database.ts'
import { openSmallTown, type SmallTown } from '../../test/small-town.ts'
import { guardianOf, sessionFor, type TownPerson } from '../../test/town-people.ts'
import type { NeedChange, NewNeed } from './contract.ts'
import * as needs from './queries.ts'

let town: SmallTown
let child: string
let luis: TownPerson
let dana: TownPerson
let ruth: TownPerson
let grace: TownPerson
let ngozi: TownPerson
let david: TownPerson

beforeAll(async () => {
  town = await openSmallTown()
  child = town.id.child
  const school_id = town.id.school
  luis = await sessionFor(town, 'Luis', 'counselor', { school_id })
  dana = await sessionFor(town, 'Dana', 'coordinator', { school_id })
  ruth = await sessionFor(town, 'Ruth', 'principal', { school_id })
  grace = await sessionFor(town, 'Grace', 'teacher', { school_id })
  ngozi = await guardianOf(town, 'Ngozi', child)
  david = await guardianOf(town, 'David', child)
  await town.db.owner.query(
    `with c as (insert into class (community_id, id, district_id, school_id, external_id, title)
       values ($1, platform.uuidv7(), $2, $3, 'm7', 'Mathematics 7') returning id),
     t as (insert into class_teacher (community_id, class_id, person_id, external_id) select $1, id, $4, 't' from c)
     insert into class_enrollment (community_id, student_id, class_id, school_id, access_school_id, external_id)
     select $1, $5, id, $3, $3, 'e' from c`,
    [town.id.community, town.id.district, school_id, grace.person, child],
  )
})
afterAll(() => town.db.close())

const as = <T>(who: Session, work: Parameters<typeof town.db.database.as<T>>[2], elements?: string[]) =>
  town.db.database.as(who, elements ? { elements, students: [child] } : null, work)
const glasses = (more: Partial<NewNeed> = {}): NewNeed => ({
  ...{
    domain: 'health',
    severity: 'moderate',
    source: 'teacher',
    knownSince: town.today,
    body: 'Cannot read the board',
  },
  ...more,
})
const name = async (who: Session, more: Partial<NewNeed> = {}) =>
  (await as(who, (tx) => tx(needs.nameNeed(child, glasses(more)))))[0]!.id
const read = (who: Session, elements?: string[]) => as(who, (tx) => tx(needs.listNeeds(child)), elements)
const find = async (who: Session, id: string) => (await read(who)).find((each) => each.id === id)
const change = (who: Session, id: string, more: Partial<NeedChange>) => {
  const { domain, severity, knownSince, body } = glasses()
  const whole = { revision: 1, domain, severity, status: 'open' as const, statusWord: '', knownSince, body, ...more }
  return as(who, (tx) => tx(needs.changeNeed(id, whole)))
}

test('a need says how much it weighs, from where it is known and since when, and never since tomorrow', async () => {
  const id = await name(dana, { severity: 'urgent', source: 'family', knownSince: '2026-01-05' })
  expect(await find(ruth, id)).toMatchObject({
    ...{ domain: 'health', severity: 'urgent', source: 'family', knownSince: '2026-01-05', status: 'open' },
    ...{ revision: 1, mayChange: false },
  })
  await expect(name(dana, { knownSince: '2999-01-01' })).rejects.toMatchObject({ hint: 'need_not_yet' })
})

test('the principal reads needs and writes none; a teacher reads and changes only the own ones', async () => {
  const [danas, graces] = [await name(dana), await name(grace)]
  await expect(name(ruth)).rejects.toMatchObject({ hint: 'not_found' })
  expect((await read(grace)).map(({ id }) => id)).toContain(graces)
  expect(await find(grace, danas)).toBeUndefined()
  expect(await find(ruth, danas)).toBeDefined()
  await change(grace, graces, { status: 'met' })
  await expect(change(grace, danas, { status: 'met' })).rejects.toMatchObject({ hint: 'not_found' })
  expect(await find(luis, danas)).toMatchObject({ status: 'open' })
})

test('a guardian proposes and takes back, reads what school wrote, and never what another guardian proposed', async () => {
  const [proposed, schools] = [await name(ngozi, { source: 'staff' }), await name(dana)]
  expect(await find(ngozi, proposed)).toMatchObject({ status: 'proposed', source: 'family', mayChange: true })
  expect(await find(david, proposed)).toBeUndefined()
  expect(await find(david, schools)).toMatchObject({ mayChange: false })
  expect(await find(dana, proposed)).toMatchObject({ status: 'proposed' })
  await expect(change(ngozi, proposed, { status: 'open' })).rejects.toMatchObject({ hint: 'not_found' })
  await expect(change(ngozi, schools, { status: 'met' })).rejects.toMatchObject({ hint: 'not_found' })
  await change(ngozi, proposed, { status: 'not_needed' })
  await change(dana, proposed, { status: 'open', revision: 2 })
  await expect(change(ngozi, proposed, { status: 'proposed', revision: 3 })).rejects.toMatchObject({
    hint: 'not_found',
  })
})

test('two people change one need: one wins, the other is told, and what it said before can be read', async () => {
  const id = await name(dana)
  const both = await Promise.allSettled([
    change(dana, id, { body: 'One', status: 'being_met' }),
    change(luis, id, { body: 'Two', status: 'being_met' }),
  ])
  expect(both.map((each) => each.status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(both.find((each) => each.status === 'rejected')?.reason).toMatchObject({ code: 'CN409', hint: 'need_changed' })
  expect(await find(ruth, id)).toMatchObject({ revision: 2, status: 'being_met' })
  const before = (who: Session) => as(who, (tx) => tx(needs.listNeedsBefore(child, id)))
  expect(await before(ruth)).toMatchObject([{ revision: 1, status: 'open', body: 'Cannot read the board' }])
  expect(await before(grace)).toEqual([])
})

test('a need that is not needed or was a mistake says why, and a decided one is no proposal again', async () => {
  const id = await name(dana)
  await expect(change(dana, id, { status: 'in_error' })).rejects.toMatchObject({ hint: 'need_word_missing' })
  await expect(change(dana, id, { status: 'proposed' })).rejects.toMatchObject({ hint: 'need_not_proposed' })
  await change(dana, id, { status: 'in_error', statusWord: 'Another child' })
  expect(await find(luis, id)).toMatchObject({
    status: 'in_error',
    statusWord: 'Another child',
    changedByName: 'Dana Town',
  })
})

test('a partner reads needs only where the schedule of the agreement names them', async () => {
  const id = await name(dana)
  expect(await read(town.tutor, ['needs', 'directory'])).toEqual([])
  await town.db.owner.query(
    `insert into agreement_element (community_id, agreement_id, element) values ($1, $2, 'needs')`,
    [town.id.community, town.id.agreement],
  )
  expect((await read(town.tutor, ['needs'])).map((each) => each.id)).toContain(id)
  expect(await read(town.tutor, ['directory'])).toEqual([])
})

const raise = (at: string) =>
  town.db.owner.query(
    `insert into flag (community_id, student_id, access_school_id, indicator, level, preset_id, facts, window_from, window_to, raised_at)
     values ($1, $2, $3, 'attendance', 'caution', platform.uuidv7(), '{"level": "caution", "causes": []}', $4, $4, $5)
     on conflict (community_id, student_id, indicator) do update set raised_at = excluded.raised_at`,
    [town.id.community, child, town.id.school, town.today, at],
  )
const proposals = (who: Session) => as(who, (tx) => tx(needs.listFlagsToAnswer(child)))
const answer = (who: Session, raisedAt: string, isTakenUp: boolean, body: string) =>
  as(who, (tx) =>
    tx(
      needs.answerFlag(child, { indicator: 'attendance', raisedAt, isTakenUp, domain: 'health', severity: null, body }),
    ),
  )

test('a flag proposes; a person takes it up or sets it aside with a word why; raised anew it proposes again', async () => {
  await raise('2026-10-01T08:00:00.123456Z')
  const [first] = await proposals(dana)
  expect(first).toMatchObject({ indicator: 'attendance', level: 'caution' })
  expect((await read(dana)).filter(({ source }) => source === 'flag')).toEqual([])
  await expect(answer(dana, first!.raisedAt, false, ' ')).rejects.toMatchObject({ hint: 'need_word_missing' })
  await answer(dana, first!.raisedAt, false, 'Was in the hospital, is well again')
  expect(await proposals(luis)).toEqual([])
  expect((await read(luis)).find(({ source }) => source === 'flag')).toMatchObject({ status: 'not_needed' })
  await raise('2026-11-02T08:00:00Z')
  const [second] = await proposals(luis)
  await expect(answer(luis, first!.raisedAt, true, 'A ride')).rejects.toMatchObject({
    code: 'CN409',
    hint: 'flag_changed',
  })
  const both = await Promise.allSettled([
    answer(luis, second!.raisedAt, true, 'A ride'),
    answer(dana, second!.raisedAt, true, 'A bus'),
  ])
  expect(both.map((each) => each.status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(both.find((each) => each.status === 'rejected')?.reason).toMatchObject({ hint: 'flag_answered' })
  await raise('2026-11-09T08:00:00Z')
  expect(await proposals(luis)).toEqual([])
})

test('what a flag proposes is for those who decide about all needs: neither teacher, principal nor family', async () => {
  await town.db.owner.query(
    `update need set status = 'met' where community_id = $1 and source = 'flag' and status = 'open'`,
    [town.id.community],
  )
  for (const who of [grace, ruth, ngozi]) expect(await proposals(who)).toEqual([])
  const [shown] = await proposals(luis)
  expect(shown).toMatchObject({ indicator: 'attendance' })
  for (const who of [grace, ruth, ngozi])
    await expect(answer(who, shown!.raisedAt, true, 'A ride')).rejects.toMatchObject({ hint: 'not_found' })
})
