import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Session } from '#platform/database.ts'
import { openSmallTown, type SmallTown } from '../../../test/small-town.ts'
import { guardianOf, sessionFor, type TownPerson } from '../../../test/town-people.ts'
import { changeNeed, listNeeds, listNeedsBefore, nameNeed } from '../queries.ts'
import { oneEach } from './one-each.ts'
import * as household from './queries.ts'

let town: SmallTown
let child: string
let otherChild: string
let dana: TownPerson
let noor: TownPerson
let priya: TownPerson
let grace: TownPerson
let ngozi: TownPerson
let david: TownPerson

beforeAll(async () => {
  town = await openSmallTown()
  ;({ child, otherChild } = town.id)
  const { school, otherSchool, district } = town.id
  dana = await sessionFor(town, 'Dana', 'coordinator', { school_id: school })
  noor = await sessionFor(town, 'Noor', 'coordinator', { school_id: otherSchool })
  grace = await sessionFor(town, 'Grace', 'teacher', { school_id: school })
  priya = await sessionFor(town, 'Priya', 'data_steward', { district_id: district })
  ngozi = await guardianOf(town, 'Ngozi', child)
  david = await guardianOf(town, 'David', child)
})
afterAll(() => town.db.close())

const as = <T>(who: Session, work: Parameters<typeof town.db.database.as<T>>[2], elements?: string[]) =>
  town.db.database.as(who, elements ? { elements, students: [child] } : null, work)
const siblingsOf = async (who: Session, student: string) =>
  (await as(who, (tx) => tx(household.listSiblings(student)))).map(({ studentId }) => studentId)
const membersOf = async (who: Session, student: string) =>
  (await as(who, (tx) => tx(household.listMembers(student)))).map(({ name }) => name)
const join = (who: Session, one: string, other: string) => as(who, (tx) => tx(household.joinHousehold(one, other)))
const add = async (who: Session, student: string, name: string, personId: string | null = null) => {
  const member = { kind: 'adult' as const, personId, name, relation: 'mother', birthYear: null }
  return (await as(who, (tx) => tx(household.addMember(student, member))))[0]!.id
}

test('a coordinator of one school learns nothing of a sibling at another school; the steward of both schools sees both', async () => {
  await expect(join(dana, child, otherChild)).rejects.toMatchObject({ hint: 'not_found' })
  await join(priya, child, otherChild)
  await add(noor, otherChild, 'Uncle at the other school')
  expect([await siblingsOf(dana, child), await siblingsOf(noor, otherChild)]).toEqual([[], []])
  expect([await siblingsOf(dana, otherChild), await membersOf(dana, child)]).toEqual([[], []])
  expect(await siblingsOf(priya, child)).toEqual([otherChild])
  expect(await membersOf(priya, child)).toEqual(['Uncle at the other school'])
})

test('neither a teacher nor a family is told who lives together, and no family says it', async () => {
  for (const who of [grace, ngozi, david]) expect(await siblingsOf(who, child)).toEqual([])
  await expect(join(ngozi, child, otherChild)).rejects.toMatchObject({ code: 'CN404' })
  await expect(as(ngozi, (tx) => tx(household.leaveHousehold(child)))).rejects.toMatchObject({ hint: 'not_your_role' })
  expect(await siblingsOf(priya, child)).toEqual([otherChild])
})

test('a guardian reads and writes the own row alone, never another guardian’s', async () => {
  await add(ngozi, child, '', ngozi.person)
  await expect(add(ngozi, child, '', david.person)).rejects.toMatchObject({ hint: 'not_of_family' })
  await expect(add(ngozi, child, 'Somebody')).rejects.toMatchObject({ hint: 'not_of_family' })
  await expect(add(dana, child, '', ngozi.person)).rejects.toMatchObject({ hint: 'member_already' })
  const davids = await add(dana, child, '', david.person)
  expect(await membersOf(ngozi, child)).toEqual(['Ngozi Town'])
  expect(await membersOf(david, child)).toEqual(['David Town'])
  expect((await membersOf(dana, child)).sort()).toEqual(['David Town', 'Ngozi Town'])
  await expect(as(ngozi, (tx) => tx(household.endMember(davids)))).rejects.toMatchObject({ hint: 'not_found' })
  await as(david, (tx) => tx(household.endMember(davids)))
  expect(await membersOf(dana, child)).toEqual(['Ngozi Town'])
})

test('a parent’s need stands beside the student’s, named where the household may be read, and hidden from the other parent', async () => {
  const aunt = await add(dana, child, 'Aunt Rose')
  const need = {
    domain: 'family' as const,
    severity: 'urgent' as const,
    source: 'family' as const,
    knownSince: town.today,
  }
  const name = (who: Session, memberId: string) =>
    as(who, (tx) => tx(nameNeed(child, { ...need, body: 'Looks for work in the evening', memberId })))
  const [ngozis] = await as(dana, (tx) => tx(household.listMembers(child)))
  const [made] = await name(dana, ngozis!.id)
  const [aunts] = await name(dana, aunt)
  const read = async (who: Session, elements?: string[]) =>
    new Map((await as(who, (tx) => tx(listNeeds(child)), elements)).map((each) => [each.id, each.memberName]))
  expect((await read(dana)).get(made!.id)).toBe('Ngozi Town')
  expect((await read(ngozi)).has(made!.id)).toBe(true)
  expect((await read(david)).has(made!.id)).toBe(false)
  expect([(await read(ngozi)).has(aunts!.id), (await read(dana)).get(aunts!.id)]).toEqual([false, 'Aunt Rose'])
  await as(dana, (tx) =>
    tx(changeNeed(made!.id, { ...need, revision: 1, status: 'being_met', statusWord: '', body: 'Has an interview' })),
  )
  const before = (who: Session) => as(who, (tx) => tx(listNeedsBefore(child, made!.id)))
  expect([(await before(ngozi)).length, (await before(david)).length]).toEqual([1, 0])
  await expect(name(david, ngozis!.id)).rejects.toMatchObject({ hint: 'not_found' })
  await expect(name(grace, ngozis!.id)).rejects.toMatchObject({ hint: 'not_found' })
})

test('a partner is told who lives there, and whose a need is, only where the schedule names the household', async () => {
  const schedule = (element: string) =>
    town.db.owner.query(`insert into agreement_element (community_id, agreement_id, element) values ($1, $2, $3)`, [
      town.id.community,
      town.id.agreement,
      element,
    ])
  const elements = ['household', 'needs', 'directory']
  const told = () =>
    as(
      town.tutor,
      async (tx) => ({
        members: (await tx(household.listMembers(child))).length,
        names: (await tx(listNeeds(child))).map(({ memberName }) => memberName),
      }),
      elements,
    )
  expect(await told()).toEqual({ members: 0, names: [] })
  await schedule('needs')
  expect(await told()).toEqual({ members: 0, names: [null, null] })
  await schedule('household')
  expect((await told()).names.sort()).toEqual(['Aunt Rose', 'Ngozi Town'])
})

test('while an address is confidential, the data steward alone knows who lives where', async () => {
  await town.db.owner.query(
    `insert into contact_restriction (community_id, student_id, access_school_id, person_id, kind, from_on) values ($1, $2, $3, $4, 'confidential_address', $5)`,
    [town.id.community, child, town.id.school, randomPerson(), town.today],
  )
  expect([await membersOf(dana, child), await membersOf(ngozi, child)]).toEqual([[], []])
  expect(await membersOf(priya, child)).toContain('Ngozi Town')
  await expect(add(dana, child, 'Friend')).rejects.toMatchObject({ hint: 'address_confidential' })
  expect(await siblingsOf(noor, otherChild)).toEqual([])
})
const randomPerson = () => '00000000-0000-7000-8000-00000000beef'

test('an adult whom the pages of two siblings name is told once', () => {
  const adult = { kind: 'adult' as const, relation: '', birthYear: null, studentId: 's' }
  const rows = [
    { ...adult, id: '1', personId: 'p', name: 'Ana Ruiz' },
    { ...adult, id: '2', personId: 'p', name: 'Ana R.' },
    { ...adult, id: '3', personId: null, name: 'Rose' },
    { ...adult, id: '4', personId: null, name: 'rose ' },
    { ...adult, id: '5', kind: 'child' as const, personId: null, name: 'Rose' },
  ]
  expect(oneEach(rows).map(({ id }) => id)).toEqual(['1', '3', '5'])
})
