import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { shippedPresets } from './presets.ts'
import { dayAfter, daysFrom, idOf, openTestDistrict, type TestDistrict } from './testing-district.ts'
import { listCourses, setCourseSubjects } from '../imports/rules/queries.ts'

let district: TestDistrict
beforeAll(async () => {
  district = await openTestDistrict()
})
afterAll(() => district.close())

const start = '2023-09-01'
const lastDay = dayAfter(start, 99)
const who = { student_id: idOf('ada'), school_id: idOf('north'), access_school_id: idOf('north') }

beforeEach(async () => {
  const facts = [
    'enrollment',
    'attendance_event',
    'calendar_date',
    'student',
    'school',
    'behavior_incident',
    'discipline_action',
    'grade',
  ]
  for (const table of [
    ...facts,
    'flag',
    'attendance_summary',
    'behavior_summary',
    'course_summary',
    'indicator_preset',
  ])
    await district.write(`delete from ${table}`)
  await district.write('update district set preset_id = null')
  const { districtId: district_id } = district
  await district.add('school', [{ id: who.school_id, district_id, external_id: 'north', name: 'North' }])
  await district.add(
    'calendar_date',
    daysFrom(start, 100).map((on_date) => ({
      id: idOf(on_date),
      district_id,
      school_id: who.school_id,
      calendar_code: '',
      on_date,
      day_type: 'instructional',
      is_instructional: true,
    })),
  )
  await addStudent('ada')
})

async function addStudent(name: string, grade_level = '09') {
  const { school_id, access_school_id } = who
  const names = { external_id: name, given_name: name, family_name: 'B' }
  await district.add('student', [
    { id: idOf(name), district_id: district.districtId, access_school_id, grade_level, ...names },
  ])
  await district.add('enrollment', [
    { id: idOf(`${name} enrolled`), student_id: idOf(name), school_id, access_school_id, entry_on: start },
  ])
}
const miss = (from: number, count: number, student_id = who.student_id) =>
  district.add(
    'attendance_event',
    daysFrom(dayAfter(start, from), count).map((on_date) => ({
      ...who,
      student_id,
      id: idOf(student_id + on_date),
      on_date,
      code: 'excused_absence',
    })),
  )
const incident = (name: string, more: object = {}) => ({
  ...who,
  id: idOf(name + JSON.stringify(more)),
  external_id: name,
  on_date: dayAfter(start, 20),
  behavior: 'school_violation',
  participation: 'perpetrator',
  ...more,
})
const mark = (course: string, subject: string, more: object) => {
  const row = {
    term_title: 'Q1',
    term_ends_on: dayAfter(start, 50),
    grade_type: 'grading_period',
    numeric_grade: null,
    letter_grade: null,
    credits_earned: null,
  }
  const full = { ...who, course_title: course, subject, ...row, ...more }
  return { ...full, id: idOf(JSON.stringify(full)) }
}
type Flag = { indicator: string; level: string; raised_at: Date; facts: object }
const stored = () => district.rows<Flag>('select * from flag order by indicator')
const listed = async (preset?: string) => (await district.list({ asOf: lastDay, ...(preset && { preset }) }))[0]!.flags

test('what is stored is what is listed', async () => {
  await miss(0, 7)
  await district.add(
    'behavior_incident',
    ['a', 'b', 'c', 'd'].map((name) => incident(name)),
  )
  await district.add('grade', [mark('Algebra', 'mathematics', { numeric_grade: 55 })])
  await district.recompute(lastDay)
  const flags = await stored()
  expect(flags.map(({ indicator, level }) => ({ indicator, level }))).toEqual([
    { indicator: 'attendance', level: 'caution' },
    { indicator: 'behavior', level: 'caution' },
    { indicator: 'course', level: 'concern' },
  ])
  expect((await listed()).map(({ indicator, level }) => ({ indicator, level }))).toEqual(
    flags.map(({ indicator, level }) => ({ indicator, level })),
  )
  expect(flags[0]!.facts).toEqual({
    level: 'caution',
    from: start,
    to: lastDay,
    causes: [{ rule: 'missed_at_least', value: 5, daysMissed: 7, daysEnrolled: 100 }],
  })
  const [summary] = await district.rows('select days_enrolled, days_missed, import_id from attendance_summary')
  expect(summary).toEqual({ days_enrolled: 100, days_missed: 7, import_id: district.importId })
})
test('a course counts as the subject that the district confirmed, whatever its files say, and as theirs again once that is taken back', async () => {
  await district.add('grade', [mark('Numeracy Workshop', 'other', { numeric_grade: 40 })])
  const steward = { tokenHash: district.tokenHash, hat: null }
  const says = (subject: string | null) =>
    district.db.database.as(steward, null, (tx) =>
      tx(setCourseSubjects({ subjects: [{ courseTitle: 'Numeracy Workshop', subject }] })),
    )
  const courses = () => district.rows('select subject, average::float from course_summary')
  await district.recompute(lastDay)
  expect(await courses()).toEqual([{ subject: 'other', average: 40 }])
  await says('mathematics')
  await district.recompute(lastDay)
  expect(await courses()).toEqual([{ subject: 'mathematics', average: 40 }])
  expect((await stored()).map(({ indicator }) => indicator)).toEqual(['course'])
  expect((await listed()).map(({ indicator }) => indicator)).toEqual(['course'])
  const { rows } = await district.db.database.read(steward, null, [listCourses()])
  expect(rows[0]).toEqual([{ courseTitle: 'Numeracy Workshop', students: 1, told: 'other', confirmed: 'mathematics' }])
  await expect(says('magic')).rejects.toMatchObject({ hint: 'no_such_subject' })
  await says(null)
  await district.recompute(lastDay)
  expect(await courses()).toEqual([{ subject: 'other', average: 40 }])
})
test('a flag keeps the moment it was raised until it worsens, and goes when it no longer holds', async () => {
  await miss(0, 5)
  await district.recompute(lastDay)
  await district.write("update flag set raised_at = '2023-10-01'")
  await miss(5, 2)
  await district.recompute(lastDay)
  expect((await stored())[0]!.raised_at).toEqual(new Date('2023-10-01'))
  await miss(7, 5)
  await district.recompute(lastDay)
  const [worse] = await stored()
  expect(worse!.level).toBe('concern')
  expect(worse!.raised_at.getTime()).toBeGreaterThan(Date.parse('2023-10-01'))
  await district.write('delete from attendance_event where on_date > $1', [dayAfter(start, 4)])
  await district.recompute(lastDay)
  expect((await stored())[0]).toMatchObject({ level: 'caution', raised_at: worse!.raised_at })
  await district.write('delete from attendance_event')
  await district.recompute(lastDay)
  expect(await stored()).toEqual([])
})
test('computing again without a change writes nothing', async () => {
  await miss(0, 5)
  await district.recompute(lastDay)
  const versions = () => district.rows('select xmin from flag union all select xmin from attendance_summary')
  const before = await versions()
  await district.recompute(lastDay)
  expect(await versions()).toEqual(before)
})
test('only the students named are computed again', async () => {
  await addStudent('bo')
  await miss(0, 5)
  await miss(0, 5, idOf('bo'))
  await district.recompute(lastDay, [idOf('bo')])
  expect(await district.rows('select student_id from flag')).toEqual([{ student_id: idOf('bo') }])
  await district.write('delete from attendance_event')
  await district.recompute(lastDay, [idOf('ada')])
  expect(await district.rows('select student_id from flag')).toEqual([{ student_id: idOf('bo') }])
})
test("another preset of the district's choice changes the flags; naming one in a list stores nothing", async () => {
  await miss(0, 11)
  await district.recompute(lastDay)
  expect(await listed('diplomas-now')).toEqual([])
  expect((await listed('ed-fi-middle-tier')).map(({ level }) => level)).toEqual([])
  expect((await listed())[0]).toMatchObject({ level: 'concern' })
  expect(await stored()).toHaveLength(1)
  await district.write("update district set preset_id = (select id from indicator_preset where name = 'diplomas-now')")
  expect(await listed()).toEqual([])
  await district.recompute(lastDay)
  expect(await stored()).toEqual([])
})
test('every district gets the shipped presets once, and its own edits stay', async () => {
  await district.recompute(lastDay)
  await district.write("update indicator_preset set title = 'Ours' where name = 'air-ewims'")
  await district.recompute(lastDay)
  const names = await district.rows<{ name: string }>('select name from indicator_preset order by id')
  expect(names.map(({ name }) => name).sort()).toEqual(shippedPresets.map(({ name }) => name).sort())
  expect(await district.rows("select title from indicator_preset where name = 'air-ewims'")).toEqual([
    { title: 'Ours' },
  ])
})
test('a stored rule that is not known stops the computation', async () => {
  await district.recompute(lastDay)
  await district.write(
    `update indicator_preset set rules = jsonb_set(rules, '{cuts,0,rule}', '"missed_roughly"') where name = 'air-ewims'`,
  )
  await expect(district.recompute(lastDay)).rejects.toThrow('Unknown rule')
  await expect(listed('no-such-preset')).rejects.toThrow('There is no preset named no-such-preset')
})
test('an incident counts once however many behaviors it has, and only for the perpetrator', async () => {
  await district.add('behavior_incident', [
    ...['a', 'b', 'c'].map((name) => incident(name)),
    incident('a', { behavior: 'code_of_conduct' }),
    incident('e', { participation: 'victim', behavior: 'state_offense' }),
    incident('f', { on_date: dayAfter(start, -3) }),
  ])
  expect(await listed()).toEqual([])
  await district.add('behavior_incident', [incident('g', { behavior: 'state_offense' })])
  const flags = await listed()
  expect(flags).toHaveLength(1)
  expect(flags[0]).toMatchObject({ indicator: 'behavior', level: 'concern' })
  expect(flags[0]!.reason).toContain('1 incident reportable to the state')
})
test('days of suspension add up, one for each without a length', async () => {
  const action = (name: string, more: object) => ({
    ...who,
    id: idOf(name),
    external_id: name,
    on_date: dayAfter(start, 20),
    action: 'in_school_suspension',
    ...more,
  })
  await district.add('discipline_action', [action('a', { days: 1.5 }), action('b', { action: 'expulsion', days: 30 })])
  expect(await listed('diplomas-now')).toEqual([])
  await district.write("update discipline_action set days = 2 where external_id = 'a'")
  await district.add('discipline_action', [action('c', { days: null })])
  expect((await listed('diplomas-now'))[0]!.reason).toContain('suspended for 3 days')
})
test("a course's latest mark counts; letters stand for their midpoints; nothing readable is nothing known", async () => {
  await district.add('grade', [
    mark('English 9', 'english', { numeric_grade: 40, grade_type: 'progress', term_ends_on: dayAfter(start, 50) }),
    mark('English 9', 'english', { numeric_grade: 66, grade_type: 'grading_period' }),
    mark('Reading', 'english', { letter_grade: 'C-' }),
    mark('Algebra', 'mathematics', { letter_grade: 'Pass' }),
    mark('Geometry', 'mathematics', { numeric_grade: 10, term_ends_on: dayAfter(lastDay, 1) }),
  ])
  await district.recompute(lastDay)
  expect(await district.rows('select subject, average, failures, courses, grade_points from course_summary')).toEqual([
    { subject: 'english', average: 70.5, failures: 0, courses: 2, grade_points: 3 },
  ])
  expect(await stored()).toEqual([])
  expect((await listed('ed-fi-middle-tier'))[0]!.reason).toContain('average 70.5 in English')
})
test('freshman on track: credits at the end of the year, and final marks of F in core courses', async () => {
  const final = { grade_type: 'final', term_title: 'Year', term_ends_on: lastDay }
  await district.add('grade', [
    mark('Algebra', 'mathematics', { ...final, letter_grade: 'F', credits_earned: 0 }),
    mark('English 9', 'english', { ...final, letter_grade: 'B', credits_earned: 4.5 }),
  ])
  expect((await listed('freshman-on-track'))[0]!.reason).toContain('4.5 credits earned')
  const early = await district.list({ asOf: dayAfter(lastDay, -1), preset: 'freshman-on-track' })
  expect(early[0]!.flags).toEqual([])
  await district.write("update student set grade_level = '10'")
  expect(await listed('freshman-on-track')).toEqual([])
})
test('a window of the last 45 days looks at no other', async () => {
  await miss(0, 20)
  await district.recompute(lastDay)
  await district.write(`update indicator_preset set rules = jsonb_set(rules, '{window}', '"last_45_days"')`)
  const [row] = await district.list({ asOf: lastDay })
  expect(row).toMatchObject({ daysEnrolled: 45, daysMissed: 0, flags: [] })
})
