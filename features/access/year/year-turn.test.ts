import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Session, Statement } from '#platform/database.ts'
import { openSmallTown, type SmallTown } from '../../../test/small-town.ts'
import { addFamily, type TownFamily } from '../../../test/town-family.ts'
import type { YearLine } from './contract.ts'
import * as query from './queries.ts'

let town: SmallTown
let family: TownFamily
let to: string
beforeAll(async () => {
  town = await openSmallTown()
  family = await addFamily(town)
  const { community, district, school, child, otherChild, organization, account } = town.id
  // The year that ends today leads into the one that begins in this calendar year, or in the next after October.
  const year = Number(town.today.slice(0, 4)) + (Number(town.today.slice(5, 7)) > 10 ? 1 : 0)
  to = `${year}-${String((year + 1) % 100).padStart(2, '0')}`
  await town.db.owner.query(`
    insert into academic_session (community_id, district_id, external_id, title, kind, starts_on, ends_on) values
      ('${community}', '${district}', 'y', 'Year', 'school_year', '${town.today}'::date - 280, '${town.today}');
    update student set grade_level = '07' where id = '${child}';
    update student set grade_level = '12' where id = '${otherChild}';
    insert into class (community_id, district_id, school_id, external_id, title) values ('${community}', '${district}', '${school}', 'c', 'Open class');
    insert into class_teacher (community_id, class_id, person_id, external_id) select community_id, id, '${account}', 't' from class;
    insert into consent (community_id, student_id, access_school_id, organization_id, giver_id, giver_kind, elements, purpose, from_on, until_on, signed_name) values
      ('${community}', '${child}', '${school}', '${organization}', '${family.ids.mother}', 'guardian', '{attendance}', 'tutoring', '${town.today}', '${town.today}'::date + 200, 'M')`)
})
afterAll(() => town.db.close())

const acts = <Row>(who: Session, statement: Statement<Row>) => town.db.database.as(who, null, (tx) => tx(statement))
const hintOf = (work: Promise<unknown>) =>
  work.then(
    () => 'nothing was refused',
    (error: { hint?: string }) => error.hint,
  )
const state = async () => {
  const { rows } = await town.db.owner.query(
    `select (select jsonb_agg(to_jsonb(s) order by id) from student s) as students, (select jsonb_agg(to_jsonb(c)) from class c) as classes,
       (select jsonb_agg(to_jsonb(c)) from consent c) as consents`,
  )
  return rows[0] as {
    students: { id: string; grade_level: string }[]
    classes: { ends_on: string }[]
    consents: { until_on: string }[]
  }
}
const rehearse = async () => (await town.enter([query.rehearseYear(to)], null, family.steward)).rows[0] as YearLine[]

test('the rehearsal names what would change and what ends, and changes nothing', async () => {
  const before = await state()
  const lines = await rehearse()
  const told = lines.map(({ what, name, doesChange }) => [what, name, doesChange])
  expect(told).toEqual([
    ['agreement_ends', '1 · Tutoring', false],
    ['class_ends', 'Open class', true],
    ['consent_ends', 'Dana A', true],
    ['graduates', 'Sam B', false],
    ['promoted', 'Dana A', true],
  ])
  expect(await state()).toEqual(before)
})

test('the turn does what the rehearsal said, once, and can be turned back', async () => {
  const before = await state()
  const [turn] = await acts(family.steward, query.turnYear(to))
  const [again] = await acts(family.steward, query.turnYear(to))
  expect(again).toEqual(turn)
  const after = await state()
  expect(after.students.find(({ id }) => id === town.id.child)!.grade_level).toBe('08')
  expect(after.students.find(({ id }) => id === town.id.otherChild)!.grade_level).toBe('12')
  expect(after.classes[0]!.ends_on).toBe(town.today)
  expect(after.consents[0]!.until_on).toBe(town.today)
  const { rows } = await town.enter([query.listYearTurns()], null, family.steward)
  expect(rows[0]).toMatchObject([{ toYear: to, rows: 3, byName: 'Stella W' }])
  await acts(family.steward, query.turnYearBack(turn!.id))
  expect(await state()).toEqual(before)
})

test('after a later import the year is not turned back, and only the data steward turns it', async () => {
  for (const who of [town.session, family.principal, family.mother]) {
    expect(await hintOf(acts(who, query.turnYear(to)))).toBe('not_your_role')
    expect(await hintOf(acts(who, query.rehearseYear(to)))).toBe('not_your_role')
  }
  expect(await hintOf(acts(family.steward, query.turnYear('2027-29')))).toBe('year_unknown')
  expect(await hintOf(acts(family.steward, query.turnYear('1999-00')))).toBe('no_such_year')
  const [turn] = await acts(family.steward, query.turnYear(to))
  await town.db.owner.query(
    `insert into import (community_id, district_id, state, created_by, applied_at) values ('${town.id.community}', '${town.id.district}', 'applied', '${family.ids.steward}', clock_timestamp())`,
  )
  expect(await hintOf(acts(family.steward, query.turnYearBack(turn!.id)))).toBe('imported_since')
})

// What becomes of each table about students when the year turns; a new table fails here until it says so.
const atYearTurn: Record<string, string> = {
  student: 'the grade goes up',
  consent: 'ends with the last day',
  class_enrollment: 'ends with its class',
}
const staysWhole = [
  'assessment_result',
  'attendance_event',
  'attendance_summary',
  'behavior_incident',
  'behavior_summary',
  'caseload_student',
  'college_access_event',
  'contact_restriction',
  'correction_request',
  'course_summary',
  'directory_opt_out',
  'discipline_action',
  'disclosure',
  'draft',
  'enrollment',
  'flag',
  'grade',
  'guardianship',
  'household_member',
  'household_student',
  'need',
  'need_change',
  'note',
  'note_revision',
  'legal_hold',
  'destruction',
  'participation',
  'referral',
  'referral_event',
  'referral_message',
  'referral_word',
  'reminder',
  'restricted_note',
  'record_statement',
  'restricted_note_opening',
  'service_log',
  'strength',
  'student_address',
  'student_contact',
  'student_demographics',
  'student_identifier',
  'student_program',
  'student_review',
  'student_voice',
]

test('every table about students says what becomes of it when the year turns', async () => {
  const { rows } = await town.db.owner.query<{ name: string }>(
    `select distinct c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'student_id' and not a.attisdropped
     where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace order by 1`,
  )
  const silent = rows.map(({ name }) => name).filter((name) => !(name in atYearTurn) && !staysWhole.includes(name))
  expect(silent).toEqual([])
})
