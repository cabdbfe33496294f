import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Session, Statement } from '#platform/database.ts'
import { connect } from '#platform/database.ts'
import { unsafeAsOwner } from '#platform/owner.ts'
import { openSmallTown, type SmallTown } from '../../../test/small-town.ts'
import { addFamily, type TownFamily } from '../../../test/town-family.ts'
import { sessionFor } from '../../../test/town-people.ts'
import { destroyAgain } from './ledger.ts'
import { destroyStudents } from './destroy.ts'
import * as query from './queries.ts'

let town: SmallTown
let family: TownFamily
let elsewhere: Session
beforeAll(async () => {
  town = await openSmallTown()
  family = await addFamily(town)
  const { community, district } = town.id
  const { rows } = await town.db.owner.query(
    `insert into district (community_id, name) values ($1, 'Across the river') returning id`,
    [community],
  )
  elsewhere = await sessionFor(town, 'Selma', 'data_steward', { district_id: rows[0].id })
  await town.db.owner.query('update district set keep_years = 7 where id = $1', [district])
})
afterAll(() => town.db.close())

const acts = <Row>(who: Session, statement: Statement<Row>) => town.db.database.as(who, null, (tx) => tx(statement))
const refusalOf = (work: Promise<unknown>) =>
  work.then(
    () => 'nothing was refused',
    (error: { hint?: string }) => error.hint,
  )
const place = async (who: Session, reason = 'A claim is pending', student = town.id.child) =>
  (await acts(who, query.placeHold(student, reason)))[0]!.id
const holds = (who: Session) => acts(who, query.listHolds())
const due = (who: Session) => acts(who, query.listDueRecords())
const leave = (exit: string | null) =>
  town.db.owner.query('update enrollment set exit_on = $1 where student_id = $2', [exit, town.id.child])
const asOwner = <T>(work: Parameters<typeof unsafeAsOwner<T>>[1]) => unsafeAsOwner(town.db.urls.concentric_owner, work)

let hold: string

test('the data steward places a hold with a reason, and reads whose it is, why, by whom and since when', async () => {
  expect(await refusalOf(place(family.steward, '  '))).toBe('hold_reason')
  hold = await place(family.steward)
  expect(await holds(family.steward)).toMatchObject([
    { studentName: 'Dana A', reason: 'A claim is pending', placedBy: 'Stella W', liftedAt: null, hasPage: true },
  ])
  expect(await refusalOf(place(family.steward))).toBe('held_already')
  const [found] = await acts(family.steward, query.findKeptRecords('dána'))
  expect(found).toMatchObject({ studentId: town.id.child, schoolName: 'North', isHeld: true })
})

test('nobody else reads, places or lifts one: not the school, the family, a partner, or another district’s steward', async () => {
  for (const who of [town.session, family.principal, family.mother, town.tutor, elsewhere]) {
    expect(await holds(who)).toEqual([])
    expect(await acts(who, query.findKeptRecords('Dana'))).toEqual([])
    const refused = who === elsewhere ? 'not_found' : 'not_your_role'
    expect(await refusalOf(place(who, 'A claim', town.id.otherChild))).toBe(refused)
    expect(await refusalOf(acts(who, query.releaseHold(hold)))).toBe(refused)
  }
  expect(await holds(family.steward)).toHaveLength(1)
})

test('what is due is told with its day, and a held record is due to nobody', async () => {
  await leave('2014-05-30')
  expect(await due(family.steward)).toMatchObject([
    { studentName: 'Dana A', lastOn: '2014-05-30', dueOn: '2021-05-31', isHeld: true, isDue: true, dueNow: 0 },
  ])
  expect(await due(elsewhere)).toEqual([])
  expect(await acts(family.steward, query.findOwnKeepYears())).toEqual([{ keepYears: 7 }])
  expect(await acts(family.principal, query.findOwnKeepYears())).toEqual([])
  const { community, district, child } = town.id
  const [line] = await asOwner((tx) => tx(query.listDue(community, district)))
  expect(line).toMatchObject({ id: child, isHeld: true })
})

test('a record on hold is not destroyed, whoever asks: neither by the command nor when a backup is restored', async () => {
  const { community, child } = town.id
  const destroyed = await asOwner((tx) => destroyStudents(tx, community, [child], 'Priya'))
  expect(destroyed).toEqual({ gone: {}, held: [child] })
  const line = { community, student: child, at: '2025-01-01T00:00:00Z', by: 'Priya' }
  expect(await asOwner((tx) => destroyAgain(tx, [line]))).toEqual({ rows: 0, held: 1 })
  expect((await town.db.owner.query('select from student where id = $1', [child])).rowCount).toBe(1)
})

test('a hold that is placed while records are being destroyed waits, and is told that there is no such student any more', async () => {
  const { community, otherChild } = town.id
  const database = connect(town.db.urls.concentric_app, { connections: 1 })
  let placing: Promise<unknown> | undefined
  await asOwner(async (tx) => {
    await tx(query.lockStudents(community, [otherChild]))
    placing = refusalOf(
      database.as(family.steward, null, (as) => as(query.placeHold(otherChild, 'Came too late'))),
    ).finally(() => database.close())
    await tx(waitForALock)
    return destroyStudents(tx, community, [otherChild], 'Priya')
  })
  expect(await placing).toBe('not_found')
})

test('a lifted hold stands in the list with who lifted it, and the record is due again', async () => {
  await acts(family.steward, query.releaseHold(hold))
  expect(await holds(family.steward)).toMatchObject([{ liftedBy: 'Stella W', reason: 'A claim is pending' }])
  expect(await refusalOf(acts(family.steward, query.releaseHold(hold)))).toBe('hold_lifted')
  expect(await due(family.steward)).toMatchObject([{ isHeld: false, isDue: true, dueNow: 1 }])
})

test('a record that the files do not hold any more can be held too, and its time runs from the day on which they let it go', async () => {
  await leave(null)
  expect(await due(family.steward)).toEqual([])
  await town.db.owner.query(
    `with s as (update student set withdrawn_at = now() where id = $1)
     update enrollment set withdrawn_at = '2015-03-02T12:00:00Z' where student_id = $1`,
    [town.id.child],
  )
  expect(await due(family.steward)).toMatchObject([{ lastOn: '2015-03-02', hasPage: false }])
  await place(family.steward, 'A second claim')
  expect(await holds(family.steward)).toMatchObject([
    { reason: 'A second claim', hasPage: false },
    { liftedBy: 'Stella W' },
  ])
})

test('what a merge kept of a destroyed record goes with it', async () => {
  const { community, district, child, otherSchool } = town.id
  const [held] = await holds(family.steward)
  await acts(family.steward, query.releaseHold(held!.id))
  await town.db.owner.query(
    `with m as (insert into identity_merge (community_id, id, district_id, kind, survivor_id, merged_id, survivor_was, merged_was, merged_by)
       values ($1, $2, $3, 'student', $4, $2, '{"given_name": "Dana"}', '{}', $5))
     insert into identity_merge_row (community_id, merge_id, table_name, column_name, what, key, was)
       values ($1, $2, 'note', 'student_id', 'moved', '{}', '{"body": "Dana wrote"}')`,
    [community, otherSchool, district, child, family.ids.steward],
  )
  const { gone } = await asOwner((tx) => destroyStudents(tx, community, [child], 'Priya'))
  expect(gone).toMatchObject({ student: 1, identity_merge: 1, identity_merge_row: 1 })
  expect(await holds(family.steward)).toEqual([])
})

/** Until somebody waits for what this transaction has locked. */
const waitForALock: Statement = {
  text: `do $$ begin
    while not exists (select from pg_locks l where not l.granted and l.transactionid = pg_current_xact_id()::xid) loop
      perform pg_sleep(0.01);
    end loop; end $$`,
  values: [],
}
