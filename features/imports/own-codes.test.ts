import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Session } from '#platform/database.ts'
import { unsafeAsOwner } from '#platform/owner.ts'
import { openOperatorSession } from '../people/owner-acts.ts'
import { categories, codeMap, unknownCodes } from './desk/codes.ts'
import { listMeanings, listOwnCodes, listUnknownValues, requestImport, setImportCode } from './desk/queries.ts'
import { categoryOfElement } from './edfi/code-elements.ts'
import { descriptors } from './edfi/descriptors.ts'
import { withOwnCodes } from './edfi/own-codes.ts'
import { district } from './fixtures/district.ts'
import { schoolYear } from './fixtures/school-year.ts'
import { openImportTown, type ImportTown } from './fixtures/town.ts'
import { applyImport, checkImport } from './importer.ts'

let town: ImportTown
beforeAll(async () => void (town = await openImportTown()))
afterAll(() => town?.close())
beforeEach(async () => void (await town.moveOn()))

const year = schoolYear({ fall: 2025, grade: 'Third grade', students: ['1', '2'] })
const strange = { ...year, 'Attendance.xml': year['Attendance.xml']!.replace('#Excused Absence', '#Gone  Fishing') }
const says = (meaning: string | null, code = 'gone fishing', category = 'attendance', session = town.place.session) =>
  town.world.database.as(session, null, (tx) => tx(setImportCode({ category, code, meaning })))
const ownCodes = async (session: Session) => (await town.world.database.read(session, null, [listOwnCodes()])).rows[0]
const unknownOf = async (id: string) => {
  const { rows } = await town.world.database.read(town.place.session, null, [listUnknownValues(id), listOwnCodes()])
  return unknownCodes(rows[0], rows[1])
}
const absences = async () =>
  (
    await town.rows<{ code: string }>(
      'select code from attendance_event where community_id = $1 and withdrawn_at is null order by code',
      [town.place.communityId],
    )
  ).map(({ code }) => code)

test('an unknown attendance code is set aside, and read by the next check once the steward says what it means', async () => {
  const { id } = await town.check(strange)
  expect(await town.problems(id)).toMatchObject([
    { rule: 'unknown_code', severity: 'error', column_name: 'AttendanceEventCategory' },
    { rule: 'rows_lost' },
  ])
  expect(await unknownOf(id)).toEqual([{ category: 'attendance', code: 'Gone  Fishing' }])
  await says('unexcused_absence')
  expect(await unknownOf(id)).toEqual([])
  await town.world.database.as(town.place.session, null, (tx) => tx(requestImport(id, 'check')))
  const checked = await checkImport(id, town.options)
  expect(checked.counts.attendance_event).toMatchObject({ added: 2, setAside: 0 })
  expect(await town.problems(id)).toEqual([])
  await applyImport(id, town.options)
  expect(await absences()).toEqual(['excused_absence', 'unexcused_absence'])
})

test('what was checked before the steward said it is checked anew before it is applied', async () => {
  const { id } = await town.check(strange)
  await says('tardy')
  expect((await applyImport(id, town.options)).counts.attendance_event).toMatchObject({ added: 2 })
  expect(await absences()).toEqual(['excused_absence', 'tardy'])
})

test('the same files are read again once a code has another meaning, and not before', async () => {
  const quick = { door: town.door, dataDir: town.dataDir }
  const again = async () => {
    const { id } = await checkImport(await town.receive([await town.folderOf(strange)]), quick)
    return (await town.problems(id)).some((problem) => problem.rule === 'same_files')
  }
  await says('tardy')
  await town.apply(strange)
  expect(await again()).toBe(true)
  await says('partial')
  expect(await again()).toBe(false)
})

test('the district’s meaning goes before the one that comes with the program, until it is taken away', async () => {
  await says('tardy', 'excused absence')
  await town.apply(year)
  expect(await absences()).toEqual(['tardy', 'tardy'])
  await says(null, 'Excused Absence')
  await town.apply(year)
  expect(await absences()).toEqual(['excused_absence', 'excused_absence'])
})

test('a code in another spelling of the same letters is the same code', async () => {
  await says('tardy', 'LATE  in')
  await says('partial', ' late IN ')
  expect(await ownCodes(town.place.session)).toEqual([{ category: 'attendance', code: 'late IN', meaning: 'partial' }])
})

test('our own CSV files are read by the same codes, and their own words stay what they are', async () => {
  const files = {
    ...district(),
    'attendance.csv':
      "studentSourcedId,schoolSourcedId,date,code\n000001,s1,2025-09-04,UX :import_id'\n000002,s1,2025-09-04,tardy\n",
  }
  const { id } = await town.check(files)
  expect(await unknownOf(id)).toEqual([{ category: 'attendance', code: "UX :import_id'" }])
  await says('unexcused_absence', "ux :import_id'")
  await says('partial', 'tardy')
  await town.apply(files)
  expect(await absences()).toEqual(['tardy', 'unexcused_absence'])
})

test('of unknown codes each one is listed, however often another stands in the file', async () => {
  const rows = Array.from(
    { length: 1200 },
    (_, i) => `000001,s1,2025-09-${String((i % 28) + 1).padStart(2, '0')},Often`,
  )
  const text = ['studentSourcedId,schoolSourcedId,date,code', ...rows, '000001,s1,2025-09-04,Once'].join('\n')
  const { id } = await town.check({ ...district(), 'attendance.csv': `${text}\n` })
  expect((await unknownOf(id)).map(({ code }) => code)).toEqual(['Often', 'Once'])
})

test('two districts do not share their codes', async () => {
  await says('tardy')
  const first = town.place.session
  const { communityId } = town.place
  const [other] = await town.rows<{ id: string }>(
    `insert into district (community_id, name) values ($1, 'Other district') returning id`,
    [communityId],
  )
  const second = await unsafeAsOwner(town.world.urls.concentric_owner, (tx) =>
    openOperatorSession(tx, communityId, other!.id, 'other steward'),
  )
  expect(await ownCodes(second)).toEqual([])
  await says('partial', 'gone fishing', 'attendance', second)
  expect(await ownCodes(first)).toMatchObject([{ meaning: 'tardy' }])
  expect(await ownCodes(second)).toMatchObject([{ meaning: 'partial' }])
  await says(null, 'gone fishing', 'attendance', second)
  expect(await ownCodes(first)).toHaveLength(1)
})

test('nobody but the data steward reads or changes them', async () => {
  await says('tardy')
  const { communityId, districtId } = town.place
  const coordinator = await unsafeAsOwner(town.world.urls.concentric_owner, (tx) =>
    openOperatorSession(tx, communityId, districtId, 'coordinator'),
  )
  const [school] = await town.rows<{ id: string }>(
    `insert into school (community_id, district_id, external_id, name) values ($1, $2, 's', 'School') returning id`,
    [communityId, districtId],
  )
  await town.rows(`update membership set role = 'coordinator', school_id = $2 where id = $1`, [
    coordinator.hat,
    school!.id,
  ])
  expect(await ownCodes(coordinator)).toEqual([])
  await expect(says('partial', 'gone fishing', 'attendance', coordinator)).rejects.toMatchObject({ code: 'CN404' })
  const there = 'select code, meaning from import_code where community_id = $1'
  expect(await town.rows(there, [communityId])).toEqual([{ code: 'gone fishing', meaning: 'tardy' }])
})

test.each([
  ['a meaning of another category', 'attendance', 'female'],
  ['a category that there is not', 'weather', 'other'],
  ['no meaning where a record is nothing without it', 'attendance', ''],
])('%s is refused', async (_, category, meaning) => {
  await expect(says(meaning, 'X', category)).rejects.toMatchObject({ code: 'CN400', hint: 'no_such_meaning' })
})

test('every meaning of the map may be chosen, and every category is that of an element', async () => {
  const { rows } = await town.world.database.read(town.place.session, null, [listMeanings(categories)])
  const offered = new Map(rows[0].map(({ category, meanings }) => [category, meanings]))
  for (const { category, codes, meanings } of codeMap([], offered))
    expect([category, codes.filter(({ meaning }) => !meanings.includes(meaning))]).toEqual([category, []])
  // Where a record is nothing without its code, no meaning is one only if the map itself knows codes that mean nothing here.
  for (const { category, codes, meanings, setsAside } of codeMap([], offered)) {
    const isKnown = codes.some(({ meaning }) => meaning === '')
    expect([category, meanings.includes('')]).toEqual([category, !setsAside || isKnown])
  }
  expect([...new Set(Object.values(categoryOfElement))].sort()).toEqual([...categories].sort())
})

test('a category that this version does not know changes nothing', () => {
  const unknown = { category: 'weather' as 'term', code: 'Rain', meaning: 'wet' }
  expect(withOwnCodes(descriptors, [unknown])).toEqual(descriptors)
})
