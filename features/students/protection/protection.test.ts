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

const acts = (who: Session, statement: Statement) => town.db.database.as(who, null, (tx) => tx(statement))
const refusalOf = (work: Promise<unknown>) =>
  work.then(
    () => 'nothing was refused',
    (error: { hint?: string }) => error.hint,
  )
const countFor = async (who: Session, table: string, opening: Parameters<SmallTown['enter']>[1] = null) => {
  const { rows } = await town.enter([{ text: `select from ${table}`, values: [] }], opening, who)
  return (rows[0] as unknown[]).length
}
const mark = (person: string, kind: 'court_order' | 'no_contact' | 'confidential_address', untilOn?: string) =>
  query.enterRestriction(town.id.child, {
    personId: person,
    kind,
    description: '',
    document: 'Case 12, county court',
    fromOn: town.today,
    ...(untilOn && { untilOn }),
  })
const yesterday = () => new Date(Date.parse(town.today) - 86_400_000).toISOString().slice(0, 10)

test('a court order ends the named guardian’s rights at once, and not the other guardian’s', async () => {
  expect(await countFor(family.father, 'student')).toBe(1)
  const [made] = (await acts(family.steward, mark(family.ids.father, 'court_order'))) as { id: string }[]
  expect(await refusalOf(town.enter([], null, family.father))).toBe('hat_ended')
  expect(await countFor(family.mother, 'student')).toBe(1)
  await acts(family.steward, query.endRestriction(made!.id, yesterday()))
  expect(await countFor(family.father, 'student')).toBe(1)
  const { rows } = await town.db.owner.query('select entered_by, ended_by, document from contact_restriction')
  expect(rows).toEqual([
    { entered_by: family.ids.steward, ended_by: family.ids.steward, document: 'Case 12, county court' },
  ])
})

test('marks are seen by the data steward and the principal, and by nobody else who knows the student', async () => {
  const [made] = (await acts(family.steward, mark(family.ids.father, 'no_contact'))) as { id: string }[]
  for (const who of [family.steward, family.principal]) expect(await countFor(who, 'contact_restriction')).toBe(2)
  for (const who of [town.session, family.mother]) expect(await countFor(who, 'contact_restriction')).toBe(0)
  expect(await refusalOf(acts(family.principal, query.endRestriction(made!.id, town.today)))).toBe('not_found')
  expect(await refusalOf(acts(town.session, mark(family.ids.mother, 'no_contact')))).toBe('not_found')
  expect(await refusalOf(acts(family.steward, mark(family.ids.father, 'no_contact')))).toBe('restricted_already')
  expect(await refusalOf(acts(family.steward, mark(town.id.account, 'no_contact')))).toBe('not_of_family')
  await acts(family.steward, query.endRestriction(made!.id, yesterday()))
})

test('a confidential address is shown to nobody but the data steward, and nobody else writes it', async () => {
  const address = { personId: family.ids.mother, address: '1 Birch Lane' }
  await acts(town.session, query.setAddress(town.id.child, address))
  for (const who of [town.session, family.principal, family.mother, family.steward])
    expect(await countFor(who, 'student_address')).toBe(1)
  expect(await countFor(family.father, 'student_address')).toBe(0)
  const [made] = (await acts(family.steward, mark(family.ids.father, 'confidential_address'))) as { id: string }[]
  for (const who of [town.session, family.principal, family.mother])
    expect(await countFor(who, 'student_address')).toBe(0)
  expect(await countFor(family.steward, 'student_address')).toBe(1)
  expect(await refusalOf(acts(town.session, query.setAddress(town.id.child, address)))).toBe('address_confidential')
  await acts(family.steward, query.endRestriction(made!.id, yesterday()))
  expect(await countFor(town.session, 'student_address')).toBe(1)
})

test('who keeps directory information at school is not shown to an outsider whose basis it is', async () => {
  const opening = { elements: ['directory'], students: [town.id.child] }
  await town.db.owner.query(`update agreement set basis = 'directory_information'`)
  expect(await countFor(town.tutor, 'student', opening)).toBe(1)
  expect(await countFor(town.tutor, 'enrollment', { ...opening, elements: ['enrollment'] })).toBe(0)
  const [said] = (await acts(family.mother, query.optOutOfDirectory(town.id.child))) as { id: string }[]
  expect(await countFor(town.tutor, 'student', opening)).toBe(0)
  expect(await countFor(family.father, 'directory_opt_out')).toBe(0)
  expect(await refusalOf(acts(family.father, query.endDirectoryOptOut(said!.id)))).toBe('not_found')
  expect(await refusalOf(acts(town.session, query.optOutOfDirectory(town.id.child)))).toBe('not_found')
  await town.db.owner.query(`update agreement set basis = 'school_official'`)
  expect(await countFor(town.tutor, 'student', opening)).toBe(1)
  await town.db.owner.query(`update agreement set basis = 'directory_information'`)
  await acts(family.mother, query.endDirectoryOptOut(said!.id))
  expect(await countFor(town.tutor, 'student', opening)).toBe(1)
  const [entered] = (await acts(family.steward, query.optOutOfDirectory(town.id.child))) as { id: string }[]
  expect(await countFor(town.tutor, 'student', opening)).toBe(0)
  await acts(family.steward, query.endDirectoryOptOut(entered!.id))
})

test('what protects a student is read by those alone who hold it', async () => {
  const asked = [query.listRestrictions(town.id.child), query.listFamily(town.id.child), sql`select 1 as one`]
  const steward = await town.enter(asked, null, family.steward)
  expect((steward.rows[0] as unknown[]).length).toBe(3)
  expect((steward.rows[1] as { name: string }[]).map(({ name }) => name)).toEqual(['Filip A', 'Mara A'])
  const counselor = await town.enter(asked, null, town.session)
  expect((counselor.rows[0] as unknown[]).length).toBe(0)
})
