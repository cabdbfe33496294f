import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sql, type Session, type Statement } from '#platform/database.ts'
import { openSmallTown, type SmallTown } from '../../../test/small-town.ts'
import { addFamily, type TownFamily } from '../../../test/town-family.ts'
import * as query from './queries.ts'

let town: SmallTown
let family: TownFamily
beforeAll(async () => {
  town = await openSmallTown()
  family = await addFamily(town)
})
afterAll(() => town.db.close())

const acts = <Row>(who: Session, statement: Statement<Row>) => town.db.database.as(who, null, (tx) => tx(statement))
const hintOf = (work: Promise<unknown>) =>
  work.then(
    () => 'nothing was refused',
    (error: { hint?: string }) => error.hint,
  )
const opening = () => ({ elements: ['attendance'], students: [town.id.child] })
const absencesFor = async (who: Session) => {
  const { rows } = await town.enter([sql`select from attendance_event`], opening(), who)
  return rows[0]!.length
}
const joinChildren = async () => {
  const [made] = await acts(
    family.steward,
    sql<{ id: string }>`select act.join_identities('student', ${town.id.child}, ${town.id.otherChild}) as id`,
  )
  return made!.id
}
const split = (merge: string, moves: { table: string; id: string }[] = []) =>
  acts(family.steward, query.splitIdentities(merge, moves))

test('a consent for one record does not open what another record joined to it holds, until the family consents anew', async () => {
  const { community, child, otherChild, school, otherSchool, organization } = town.id
  await town.db.owner.query(`
    update agreement set basis = 'consent';
    insert into attendance_event (community_id, student_id, school_id, access_school_id, on_date, code) values
      ('${community}', '${child}', '${school}', '${school}', '2025-09-01', 'tardy'),
      ('${community}', '${otherChild}', '${otherSchool}', '${otherSchool}', '2025-09-02', 'tardy')`)
  const consent = sql`select act.give_consent(${organization}, ${['attendance']}, 'tutoring', ${town.today}::date, 'Mara A')`
  await acts(family.mother, consent)
  expect(await absencesFor(town.tutor)).toBe(1)
  const merge = await joinChildren()
  expect(await absencesFor(town.tutor)).toBe(0)
  expect(await absencesFor(town.session)).toBe(2)
  await acts(family.mother, consent)
  expect(await absencesFor(town.tutor)).toBe(2)
  await split(merge)
  expect(await absencesFor(town.tutor)).toBe(1)
})

test('the joined id leads to the record that was kept, for those who may see that one', async () => {
  const merge = await joinChildren()
  const lead = query.findJoinedInto(town.id.otherChild)
  expect((await town.enter([lead], null, family.steward)).rows[0]).toEqual([{ id: town.id.child }])
  expect((await town.enter([lead], null, family.mother)).rows[0]).toEqual([{ id: town.id.child }])
  expect((await town.enter([lead], null, town.tutor)).rows[0]).toEqual([{ id: null }])
  await split(merge)
  expect((await town.enter([lead], null, family.steward)).rows[0]).toEqual([{ id: null }])
})

test('what was written since is listed without its words, and goes only where the steward says', async () => {
  const merge = await joinChildren()
  const note = (body: string) =>
    acts(town.session, sql<{ id: string }>`select act.write('notes', ${town.id.child}, ${body}, null) as id`)
  const [[stays], [goes]] = [await note('About the one'), await note('About the other')]
  const { rows } = await town.enter([query.listWrittenSince(merge)], null, family.steward)
  expect((rows[0] as { table: string }[]).map((row) => row.table)).toEqual(['note', 'note'])
  expect(JSON.stringify(rows)).not.toContain('About')
  await split(merge, [{ table: 'note', id: goes!.id }])
  const { rows: notes } = await town.db.owner.query('select id, student_id, access_school_id from note order by body')
  expect(notes).toEqual([
    { id: stays!.id, student_id: town.id.child, access_school_id: town.id.school },
    { id: goes!.id, student_id: town.id.otherChild, access_school_id: town.id.otherSchool },
  ])
})

test('a court order about one record of a guardian counts for the account of the other, as soon as they are joined', async () => {
  const { community, child, school, district } = town.id
  const again = randomUUID()
  await town.db.owner.query(`
    update person set district_id = '${district}' where id = '${family.ids.father}';
    insert into person (community_id, id, district_id, given_name, family_name) values ('${community}', '${again}', '${district}', 'Filip', 'A');
    insert into contact_restriction (community_id, student_id, access_school_id, person_id, kind, from_on) values
      ('${community}', '${child}', '${school}', '${again}', 'imported', '${town.today}')`)
  expect(await absencesFor(family.father)).toBe(1)
  const [merge] = await acts(
    family.steward,
    sql<{ id: string }>`select act.join_identities('person', ${family.ids.father}, ${again}) as id`,
  )
  expect(await hintOf(absencesFor(family.father))).toBe('hat_ended')
  await split(merge!.id)
  expect(await absencesFor(family.father)).toBe(1)
  await acts(family.steward, sql`select act.join_identities('person', ${again}, ${family.ids.father})`)
  const { rows } = await town.db.owner.query(
    `select person_id from platform.account_person where account_id = '${family.ids.father}'`,
  )
  expect(rows).toEqual([{ person_id: again }])
})

test('only the data steward joins, splits or tells apart, and what was told apart is not proposed again', async () => {
  const decision = { kind: 'student', survivorId: town.id.child, otherId: town.id.otherChild, isSame: true } as const
  for (const who of [town.session, family.principal, family.mother]) {
    expect(await hintOf(acts(who, query.joinIdentities(decision)))).toBe('not_your_role')
    expect(await hintOf(acts(who, query.tellApart(decision)))).toBe('not_your_role')
  }
  await town.db.owner.query(`update student set given_name = 'Dana', family_name = 'A'`)
  const pairs = async () => (await town.enter([query.listStudentPairs()], null, family.steward)).rows[0]!.length
  expect(await pairs()).toBe(1)
  await acts(family.steward, query.tellApart(decision))
  expect(await pairs()).toBe(0)
})
