import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { dayAfter, daysFrom, idOf, openTestDistrict, type TestDistrict } from './testing-district.ts'

let district: TestDistrict
beforeAll(async () => {
  district = await openTestDistrict()
})
afterAll(() => district.close())

const start = '2023-09-01'
const lastDay = dayAfter(start, 99)

// Two schools with a hundred days each, and Ada, who goes to North unless a test says otherwise.
beforeEach(async () => {
  for (const table of [
    'enrollment',
    'attendance_event',
    'calendar_date',
    'academic_session',
    'student',
    'school',
    'flag',
  ])
    await district.write(`delete from ${table}`)
  await district.add('school', ['north', 'south'].map(school))
  await district.add('calendar_date', [
    ...schoolDays('north', daysFrom(start, 100)),
    ...schoolDays('south', daysFrom(start, 100)),
  ])
  await district.add('student', ['ada', 'bo'].map(student))
})

const school = (name: string) => ({ id: idOf(name), district_id: district.districtId, external_id: name, name })
const student = (name: string) => ({
  id: idOf(name),
  district_id: district.districtId,
  access_school_id: idOf('north'),
  external_id: name,
  given_name: name,
  family_name: 'B',
  grade_level: '07',
})
const schoolDays = (name: string, days: string[], calendar = '', isInstructional = true) =>
  days.map((on_date) => ({
    id: idOf(name + on_date + calendar),
    district_id: district.districtId,
    school_id: idOf(name),
    calendar_code: calendar,
    on_date,
    day_type: isInstructional ? 'instructional' : 'holiday',
    is_instructional: isInstructional,
  }))
const enroll = (entry_on: string, exit_on: string | null = null, at = 'north', who = 'ada') =>
  district.add('enrollment', [
    {
      id: idOf(who + at + entry_on),
      student_id: idOf(who),
      school_id: idOf(at),
      access_school_id: idOf('north'),
      entry_on,
      exit_on,
    },
  ])
const miss = (on_date: string, code = 'excused_absence', duration: number | null = null, at = 'north') =>
  district.add('attendance_event', [
    {
      id: idOf(at + on_date + code),
      student_id: idOf('ada'),
      school_id: idOf(at),
      access_school_id: idOf('north'),
      on_date,
      code,
      duration,
    },
  ])
const days = async (asOf = lastDay) =>
  (await district.list({ asOf })).map((row) => [row.schoolId, row.daysEnrolled, row.daysMissed])

test('a whole year: every day of school counts, the last one too', async () => {
  await enroll(start)
  await miss(lastDay)
  expect(await days()).toEqual([['north', 100, 1]])
})
test('a late entry counts from its first day, an exit to its last, both inclusive', async () => {
  await enroll(dayAfter(start, 10), dayAfter(start, 19))
  for (const n of [9, 10, 19, 20]) await miss(dayAfter(start, n))
  expect(await days()).toEqual([['north', 10, 2]])
})
test('a transfer leaves each school its own days, and the flag adds them up', async () => {
  await enroll(start, dayAfter(start, 49))
  await enroll(dayAfter(start, 50), null, 'south')
  for (const n of [1, 2, 3]) await miss(dayAfter(start, n))
  for (const n of [60, 61]) await miss(dayAfter(start, n), 'unexcused_absence', null, 'south')
  await miss(dayAfter(start, 70))
  const rows = await district.list({ asOf: lastDay })
  expect(rows.map((row) => [row.schoolId, row.daysEnrolled, row.daysMissed, row.attendanceRate])).toEqual([
    ['north', 50, 3, 0.94],
    ['south', 50, 2, 0.96],
  ])
  expect(rows[0]!.flags).toEqual(rows[1]!.flags)
  expect(rows[0]!.flags[0]).toMatchObject({ indicator: 'attendance', level: 'caution' })
  expect(rows[0]!.flags[0]!.reason).toContain('missed 5 of 100 days')
  const south = await district.list({ asOf: lastDay, school: 'south' })
  expect(south).toEqual(rows.slice(1))
})
test('two schools at once: the days of each are counted at each', async () => {
  await enroll(start)
  await enroll(start, null, 'south')
  await miss(start)
  expect(await days()).toEqual([
    ['north', 100, 1],
    ['south', 100, 0],
  ])
})
test('overlapping and adjoining enrollments in one school count no day twice', async () => {
  await enroll(start, dayAfter(start, 60))
  await enroll(dayAfter(start, 40), dayAfter(start, 70))
  await enroll(dayAfter(start, 71), dayAfter(start, 80))
  await miss(dayAfter(start, 50))
  expect(await days()).toEqual([['north', 81, 1]])
})
test('half days add up, and a date is never more than one missed day', async () => {
  await enroll(start)
  await miss(start, 'excused_absence', 0.5)
  await miss(dayAfter(start, 1), 'excused_absence', 0.5)
  await miss(dayAfter(start, 1), 'unexcused_absence', 0.5)
  await miss(dayAfter(start, 2), 'suspension')
  await miss(dayAfter(start, 2), 'unexcused_absence')
  expect(await days()).toEqual([['north', 100, 2.5]])
})
test('tardy, early departure and partial take nothing unless their duration says so', async () => {
  await enroll(start)
  await miss(start, 'tardy')
  await miss(dayAfter(start, 1), 'partial')
  await miss(dayAfter(start, 2), 'early_departure', 0.25)
  expect(await days()).toEqual([['north', 100, 0.25]])
})
test('an absence on a day without school, at another school or outside the enrollment is no missed day', async () => {
  await district.write('delete from calendar_date where on_date = $1', [dayAfter(start, 5)])
  await district.add('calendar_date', schoolDays('north', [dayAfter(start, 5)], '', false))
  await enroll(start, dayAfter(start, 20))
  await miss(dayAfter(start, 5))
  await miss(dayAfter(start, 30))
  await miss(dayAfter(start, 6), 'excused_absence', null, 'south')
  expect(await days()).toEqual([['north', 20, 0]])
})
test('a date in two calendars of a school is one day', async () => {
  await district.add('calendar_date', schoolDays('north', daysFrom(start, 50), 'upper grades'))
  await enroll(start)
  await miss(start)
  expect(await days()).toEqual([['north', 100, 1]])
})
test('February 29 is a day of school like any other', async () => {
  await district.add('calendar_date', schoolDays('north', daysFrom('2024-01-02', 90)))
  await enroll('2024-02-28', '2024-03-01')
  await miss('2024-02-29')
  expect(await days('2024-03-31')).toEqual([['north', 3, 1]])
})
test('as of a day in the year only what was until then counts; in the holidays the year that was', async () => {
  await enroll(start)
  await miss(dayAfter(start, 9))
  await miss(dayAfter(start, 10))
  expect(await days(dayAfter(start, 9))).toEqual([['north', 10, 1]])
  expect(await days(dayAfter(lastDay, 40))).toEqual([['north', 100, 2]])
  expect(await days(dayAfter(start, -1))).toEqual([])
})
test('a new school year begins after more than 45 days without school, or where a session says so', async () => {
  const next = dayAfter(lastDay, 60)
  await district.add('calendar_date', schoolDays('north', daysFrom(next, 20)))
  await enroll(start)
  await miss(start)
  expect(await days(dayAfter(next, 19))).toEqual([['north', 20, 0]])
  await district.add('academic_session', [
    {
      id: idOf('y'),
      district_id: district.districtId,
      external_id: 'y',
      title: 'Year',
      kind: 'school_year',
      starts_on: start,
      ends_on: dayAfter(next, 30),
    },
  ])
  expect(await days(dayAfter(next, 19))).toEqual([['north', 120, 1]])
})
test('without an enrolled day there is no rate and no flag', async () => {
  await district.write('delete from calendar_date where school_id = $1', [idOf('south')])
  await enroll(start, null, 'south')
  await miss(start, 'excused_absence', null, 'south')
  expect(await district.list({ asOf: lastDay })).toEqual([
    { externalId: 'ada', schoolId: 'south', daysEnrolled: 0, daysMissed: 0, attendanceRate: null, flags: [] },
  ])
})
test('nine enrolled days give no flag, ten do', async () => {
  await enroll(dayAfter(lastDay, -8))
  await miss(lastDay)
  const [nine] = await district.list({ asOf: lastDay })
  expect(nine).toMatchObject({ daysEnrolled: 9, daysMissed: 1, flags: [] })
  await enroll(dayAfter(lastDay, -9))
  const [ten] = await district.list({ asOf: lastDay })
  expect(ten).toMatchObject({ daysEnrolled: 10, attendanceRate: 0.9, flags: [{ level: 'concern' }] })
})
test('an entry after its own exit, a withdrawn row and a withdrawn student count nothing', async () => {
  await enroll(dayAfter(start, 10), dayAfter(start, 5))
  expect(await days()).toEqual([['north', 0, 0]])
  await enroll(start)
  await miss(start)
  await district.write('update attendance_event set withdrawn_at = now()')
  expect(await days()).toEqual([['north', 100, 0]])
  await district.write('update student set withdrawn_at = now()')
  expect(await days()).toEqual([])
})
