import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Session } from '#platform/database.ts'
import { openSmallTown, type SmallTown } from '../../test/small-town.ts'
import { sessionFor, type TownPerson } from '../../test/town-people.ts'
import type { NewBulkAct } from './bulk/contract.ts'
import { actForMany, findMayWriteNotes, undoForMany } from './bulk/queries.ts'
import * as due from './due/queries.ts'

let town: SmallTown
let dana: TownPerson
let noor: TownPerson
let ruth: TownPerson
const second = randomUUID()

beforeAll(async () => {
  town = await openSmallTown()
  const { community, district, school } = town.id
  dana = await sessionFor(town, 'Dana', 'coordinator', { school_id: school })
  noor = await sessionFor(town, 'Noor', 'coordinator', { school_id: school })
  ruth = await sessionFor(town, 'Ruth', 'principal', { school_id: school })
  await town.db.owner.query(
    `with s as (insert into student (community_id, id, district_id, access_school_id, external_id, given_name, family_name)
       values ($1, $2, $3, $4, '9', 'Ben', 'C'))
     insert into enrollment (community_id, student_id, school_id, access_school_id, entry_on) values ($1, $2, $4, $4, '2020-01-01')`,
    [community, second, district, school],
  )
})
afterAll(() => town.db.close())
beforeEach(() =>
  town.db.owner.query(
    'delete from caseload_student; delete from reminder; delete from note_revision; delete from note; delete from bulk_act',
  ),
)

const act = (who: Session, wanted: NewBulkAct) =>
  town.db.database.as(who, null, async (tx) => (await tx(actForMany(wanted)))[0]!)
const undo = (who: Session, id: string) => town.db.database.as(who, null, (tx) => tx(undoForMany(id)))
const count = async (what: string) => Number((await town.db.owner.query(`select count(*) as n from ${what}`)).rows[0].n)
const both = () => [town.id.child, second]
const note = (students: string[]): NewBulkAct => ({
  kind: 'note',
  students,
  note: { body: 'Bus 4 was late', kind: 'observation', happenedOn: town.today },
})
const remind = (students: string[]): NewBulkAct => ({ kind: 'remind', students, on: town.today, body: 'Ask again' })
const give = (students: string[], coordinator: string): NewBulkAct => ({ kind: 'assign', students, coordinator })
const assigned = `caseload_student where ended_at is null`

test('the same note is written for each, and undoing marks just those as a mistake', async () => {
  const before = await act(dana, note([second]))
  const made = await act(dana, note(both()))
  expect(made.changed).toBe(2)
  expect(await count('note where in_error_at is null')).toBe(3)
  await undo(dana, made.id)
  expect(await count('note where in_error_at is null')).toBe(1)
  await expect(undo(dana, made.id)).rejects.toMatchObject({ hint: 'undone_already' })
  await undo(dana, before.id)
  expect(await count('note where in_error_at is null')).toBe(0)
})

test('one student out of reach, and nothing happens for any of them', async () => {
  for (const wanted of [note, remind]) {
    await expect(act(dana, wanted([...both(), town.id.otherChild]))).rejects.toMatchObject({ hint: 'not_found' })
  }
  await expect(act(dana, give([...both(), town.id.otherChild], noor.hat))).rejects.toMatchObject({
    hint: 'not_at_this_school',
  })
  expect([await count('note'), await count('reminder'), await count(assigned), await count('bulk_act')]).toEqual([
    0, 0, 0, 0,
  ])
  expect((await act(dana, remind(both()))).changed).toBe(2)
})

test('who writes no notes writes none for many, and a partner none at all', async () => {
  await expect(act(ruth, note(both()))).rejects.toMatchObject({ hint: 'not_found' })
  await expect(act(town.tutor, note(both()))).rejects.toMatchObject({ hint: 'not_found' })
  await expect(act(town.session, give(both(), dana.hat))).rejects.toMatchObject({ hint: 'no_coordinator' })
  const may = async (who: Session) => (await town.db.database.read(who, null, [findMayWriteNotes()])).rows[0][0]!.may
  expect([await may(ruth), await may(town.tutor), await may(dana)]).toEqual([false, false, true])
})

test('reminders for many are one’s own, and are taken away again', async () => {
  const made = await act(dana, remind(both()))
  const of = (who: Session) => town.db.database.as(who, null, (tx) => tx(due.listReminders()))
  expect([(await of(dana)).length, (await of(noor)).length]).toEqual([2, 0])
  await expect(undo(noor, made.id)).rejects.toMatchObject({ hint: 'not_found' })
  await undo(dana, made.id)
  expect(await of(dana)).toEqual([])
})

test('what somebody has changed since is not undone, and nothing else of it either', async () => {
  const notes = await act(dana, note(both()))
  await town.db.owner.query(`update note set revision = 2 where student_id = $1`, [second])
  await expect(undo(dana, notes.id)).rejects.toMatchObject({ hint: 'changed_since' })
  expect(await count('note where in_error_at is null')).toBe(2)
  const reminders = await act(dana, remind(both()))
  await town.db.owner.query(`update reminder set done_at = now() where student_id = $1`, [second])
  await expect(undo(dana, reminders.id)).rejects.toMatchObject({ hint: 'changed_since' })
  const given = await act(ruth, give(both(), dana.hat))
  await act(ruth, give([second], noor.hat))
  await expect(undo(ruth, given.id)).rejects.toMatchObject({ hint: 'changed_since' })
  expect(await count(assigned)).toBe(2)
})

test('students given to a coordinator go back to where they were', async () => {
  await act(ruth, give([second], noor.hat))
  const made = await act(ruth, give(both(), dana.hat))
  expect(await count(`${assigned} and membership_id = '${dana.hat}'`)).toBe(2)
  await undo(ruth, made.id)
  expect(await count(`${assigned} and membership_id = '${noor.hat}'`)).toBe(1)
  expect(await count(assigned)).toBe(1)
})

test('after ten minutes it is too late to undo many at once', async () => {
  const made = await act(dana, remind(both()))
  await town.db.owner.query(`update bulk_act set made_at = now() - interval '11 minutes'`)
  await expect(undo(dana, made.id)).rejects.toMatchObject({ hint: 'too_late_to_undo' })
  expect(await count('reminder')).toBe(2)
})
