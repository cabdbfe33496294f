import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { schoolYear } from '../fixtures/school-year.ts'
import { openImportTown, type ImportTown } from '../fixtures/town.ts'
import type { DayRule } from './contract.ts'
import { findDayRule, setDayRule } from './queries.ts'

let town: ImportTown
beforeAll(async () => void (town = await openImportTown()))
afterAll(() => town?.close())
beforeEach(async () => void (await town.moveOn()))

const nothing: DayRule = {
  version: 0,
  halfFrom: null,
  wholeFrom: null,
  halfMinutes: null,
  wholeMinutes: null,
  halfClasses: null,
  wholeClasses: null,
}
const says = (rule: Partial<DayRule>) =>
  town.world.database.as(town.place.session, null, (tx) => tx(setDayRule({ ...nothing, ...rule })))
const absences = () =>
  town.rows(
    `select s.external_id as student, a.on_date, a.code, a.duration::float as part from attendance_event a join student s on s.id = a.student_id
     where a.community_id = $1 and a.withdrawn_at is null order by 1, 2`,
    [town.place.communityId],
  )

const year = schoolYear({ fall: 2025, grade: 'Third grade', students: ['1', '2'] })
const withMinutes = (minutes: number) => ({
  ...year,
  'Attendance.xml': year['Attendance.xml']!.replaceAll(
    '</AttendanceEvent>',
    `</AttendanceEvent><SchoolAttendanceDuration>${minutes}</SchoolAttendanceDuration>`,
  ),
})
const category = 'uri://ed-fi.org/AttendanceEventCategoryDescriptor#'
const missedClass = (student: string, section: string, kind: string) => ({
  studentReference: { studentUniqueId: student },
  eventDate: '2025-09-03',
  attendanceEventCategoryDescriptor: category + kind,
  sectionReference: {
    localCourseCode: 'X',
    schoolId: '0701',
    schoolYear: 2026,
    sectionIdentifier: section,
    sessionName: 'Fall',
  },
})

test('without a rule of the district an absence is a whole day, whatever its minutes, and single classes count nothing', async () => {
  const done = await town.apply({
    ...withMinutes(100),
    'studentSectionAttendanceEvents.json': JSON.stringify([missedClass('1', 'a', 'Excused Absence')]),
  })
  expect(await absences()).toMatchObject([
    { student: '1', part: null },
    { student: '2', part: null },
  ])
  expect((await town.problems(done.id)).map(({ rule }) => rule)).toContain('no_class_rule')
})

test('missed minutes are a whole day, half a day or none, from the minutes that the district says', async () => {
  await says({ halfMinutes: 120, wholeMinutes: 240 })
  for (const [minutes, part] of [
    [119, 0],
    [120, 0.5],
    [239, 0.5],
    [240, 1],
  ] as const) {
    await town.apply(withMinutes(minutes))
    expect(await absences(), String(minutes)).toMatchObject([{ part }, { part }])
  }
})

test('a changed rule reads the same files anew', async () => {
  await town.apply(withMinutes(150))
  await says({ halfMinutes: 120, wholeMinutes: 240 })
  const done = await town.apply(withMinutes(150))
  expect(done.counts.attendance_event).toMatchObject({ changed: 2 })
})

test('missed classes make a missed day from the number that the district says, once for a class, unless the school told the day itself', async () => {
  await says({ halfClasses: 2, wholeClasses: 3 })
  const events = [
    ...['a', 'b', 'b'].map((section) => missedClass('1', section, 'Excused Absence')),
    ...['a', 'b'].map((section) => missedClass('2', section, 'Excused Absence')),
    missedClass('2', 'c', 'Unexcused Absence'),
  ]
  await town.apply({
    ...year,
    'studentSectionAttendanceEvents.jsonl': events.map((each) => JSON.stringify(each)).join('\n'),
  })
  expect(await absences()).toEqual([
    { student: '1', on_date: '2025-09-02', code: 'excused_absence', part: null },
    { student: '1', on_date: '2025-09-03', code: 'excused_absence', part: 0.5 },
    { student: '2', on_date: '2025-09-02', code: 'excused_absence', part: null },
    { student: '2', on_date: '2025-09-03', code: 'unexcused_absence', part: 1 },
  ])
})

test('a rule that makes no sense is refused, and so is one laid over what another steward just said', async () => {
  await expect(says({ halfMinutes: 300, wholeMinutes: 200 })).rejects.toMatchObject({ hint: 'half_above_whole' })
  await expect(says({ wholeFrom: 2 })).rejects.toMatchObject({ hint: 'no_such_part' })
  await says({ halfFrom: 0.3, wholeFrom: 0.7 })
  await expect(says({ halfFrom: 0.4 })).rejects.toMatchObject({ hint: 'rule_changed' })
  const { rows } = await town.world.database.read(town.place.session, null, [findDayRule()])
  expect(rows[0]).toMatchObject([{ version: 1, halfFrom: 0.3, wholeFrom: 0.7 }])
})
