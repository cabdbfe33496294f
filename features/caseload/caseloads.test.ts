import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Session } from '#platform/database.ts'
import { openSmallTown, type SmallTown } from '../../test/small-town.ts'
import { sessionFor } from '../../test/town-people.ts'
import { assign, listAssignable, listCaseloads, undoAssignment } from './assigning/queries.ts'
import type { Choice } from './assigning/contract.ts'
import { countCaseload, countWaiting, listStudents } from './queries.ts'

let town: SmallTown
let dana: Session & { hat: string }
let noor: Session & { hat: string }
let ruth: Session & { hat: string }

beforeAll(async () => {
  town = await openSmallTown()
  const { school } = town.id
  dana = await sessionFor(town, 'Dana', 'coordinator', { school_id: school })
  noor = await sessionFor(town, 'Noor', 'coordinator', { school_id: school })
  ruth = await sessionFor(town, 'Ruth', 'principal', { school_id: school })
})
afterAll(() => town.db.close())

const give = (who: Session, coordinator: string | null, choice: Choice, school = town.id.school) =>
  town.db.database.as(who, null, async (tx) => (await tx(assign(school, coordinator, choice)))[0]!)
const undo = (who: Session, id: string) => town.db.database.as(who, null, (tx) => tx(undoAssignment(id)))
/** The caseload by name. Who has none is shown the whole school instead. */
const mine = async (who: Session) => {
  const { rows } = await town.db.database.read(who, null, [listStudents({ scope: 'caseload' }), countCaseload()])
  const { size } = rows[1][0]!
  if (size > 0) expect(rows[0]).toHaveLength(size)
  return size === 0 ? [] : rows[0].map((student) => student.givenName)
}
const all = { all: true } as const
const startAnew = () => town.db.owner.query('delete from caseload_student')

test('a principal gives a grade, a class or everybody to a coordinator, who then has them in the list', async () => {
  await startAnew()
  expect(await mine(dana)).toEqual([])
  expect((await give(ruth, dana.hat, all)).moved).toBe(1)
  expect(await mine(dana)).toEqual(['Dana'])
  expect(await mine(noor)).toEqual([])
})

test('a student is on one caseload of a school: giving it to another coordinator moves it', async () => {
  await startAnew()
  await give(ruth, dana.hat, all)
  expect((await give(dana, noor.hat, { of: dana.hat })).moved).toBe(1)
  expect([await mine(dana), await mine(noor)]).toEqual([[], ['Dana']])
  expect((await give(dana, noor.hat, all)).moved).toBe(0)
})

test('an act of assigning is undone as a whole, and leaves alone whom somebody has moved since', async () => {
  await startAnew()
  const first = await give(ruth, dana.hat, all)
  const second = await give(ruth, noor.hat, all)
  await undo(ruth, second.id)
  expect([await mine(dana), await mine(noor)]).toEqual([['Dana'], []])
  const taken = await give(ruth, null, all)
  expect(await mine(dana)).toEqual([])
  await undo(ruth, first.id)
  expect(await mine(dana)).toEqual([])
  await undo(ruth, taken.id)
  expect(await mine(dana)).toEqual(['Dana'])
})

test('the caseload ends with the role, and with the student’s time at the school; no stale row is shown', async () => {
  await startAnew()
  await give(ruth, dana.hat, all)
  const { owner } = town.db
  const seen = async () =>
    (await town.db.database.read(ruth, null, [listAssignable(town.id.school)])).rows[0].map((each) => each.membershipId)
  expect(await seen()).toEqual([dana.hat])
  await owner.query('update membership set until_on = from_on - 1 where id = $1', [dana.hat])
  expect(await seen()).toEqual([null])
  expect((await town.db.database.read(ruth, null, [listCaseloads()])).rows[0].map((each) => each.personName)).toEqual([
    'Noor Town',
  ])
  await owner.query('update membership set until_on = null where id = $1', [dana.hat])
  const moveTo = async (school: string) => {
    await owner.query('update enrollment set school_id = $2 where student_id = $1', [town.id.child, school])
    await owner.query('update community set settled_on = null')
  }
  await moveTo(town.id.otherSchool)
  expect(await mine(dana)).toEqual([])
  expect(await seen()).toEqual([])
  await moveTo(town.id.school)
  expect(await mine(dana)).toEqual(['Dana'])
})

test('nobody assigns at a school that is not theirs, gives students to someone of another school, or assigns as a counselor', async () => {
  await startAnew()
  await expect(give(town.session, dana.hat, all)).rejects.toMatchObject({ hint: 'not_your_role' })
  await expect(give(ruth, dana.hat, all, town.id.otherSchool)).rejects.toMatchObject({ hint: 'not_your_role' })
  await expect(give(ruth, town.id.counselor, all)).rejects.toMatchObject({ hint: 'no_coordinator' })
  expect((await give(ruth, dana.hat, { students: [town.id.otherChild, randomUUID()] })).moved).toBe(0)
  await expect(undo(ruth, randomUUID())).rejects.toMatchObject({ hint: 'not_found' })
  expect((await town.db.database.read(town.session, null, [listCaseloads()])).rows[0]).toEqual([])
})

test('a caseload gives no right: who has none sees the whole school, and a caseload narrows only what is asked for', async () => {
  await startAnew()
  const { rows } = await town.db.database.read(noor, null, [
    listStudents({ scope: 'school' }),
    countWaiting('caseload'),
  ])
  expect(rows[0].map((student) => student.givenName)).toEqual(['Dana'])
  await give(ruth, dana.hat, all)
  expect((await town.db.database.read(noor, null, [listStudents({})])).rows[0]).toHaveLength(1)
})
