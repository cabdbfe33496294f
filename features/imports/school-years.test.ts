import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { district, districtRows } from './fixtures/district.ts'
import { schoolYear } from './fixtures/school-year.ts'
import { openImportTown, type ImportTown } from './fixtures/town.ts'

let town: ImportTown
beforeAll(async () => void (town = await openImportTown()))
afterAll(() => town?.close())
beforeEach(async () => void (await town.moveOn()))

const dated = {
  attendance_event: 'on_date',
  calendar_date: 'on_date',
  behavior_incident: 'on_date',
  academic_session: 'starts_on',
  enrollment: 'entry_on',
}
const ofYear = async (fall: number) => {
  const counts: Record<string, number> = {}
  for (const [table, day] of Object.entries(dated)) {
    const [row] = await town.rows<{ n: number }>(
      `select count(*)::int as n from ${table} where community_id = $1 and withdrawn_at is null and ${day} between $2 and $3`,
      [town.place.communityId, `${fall}-07-01`, `${fall + 1}-06-30`],
    )
    counts[table] = row!.n
  }
  return counts
}
const enrollments = () =>
  town.rows(
    `select s.external_id as student, e.entry_on, e.exit_on from enrollment e join student s on s.community_id = e.community_id and s.id = e.student_id
     where e.community_id = $1 and e.withdrawn_at is null order by 1, 2`,
    [town.place.communityId],
  )
const grades = () =>
  town.rows<{ id: string; grade: string | null }>(
    `select external_id as id, grade_level as grade from student where community_id = $1 and withdrawn_at is null order by 1`,
    [town.place.communityId],
  )

const first = { fall: 2023, grade: 'Third grade', students: ['1', '2', '3'] }
const second = { fall: 2024, grade: 'Fourth grade', students: ['1', '2'] }

test('the files of the next school year leave what happened in the last one', async () => {
  await town.apply(schoolYear(first))
  const before = await ofYear(2023)
  expect(before).toEqual({
    attendance_event: 3,
    calendar_date: 4,
    behavior_incident: 3,
    academic_session: 1,
    enrollment: 3,
  })
  await town.apply(schoolYear(second))
  expect(await ofYear(2023)).toEqual(before)
  expect(await ofYear(2024)).toMatchObject({ attendance_event: 2, enrollment: 2 })
})

test('within its year, what a file no longer tells is withdrawn all the same', async () => {
  await town.apply(schoolYear(first))
  await town.apply(schoolYear(second))
  const corrected = schoolYear(second)
  const { counts } = await town.apply({
    ...corrected,
    'Calendar.xml': corrected['Calendar.xml']!.replace(/<CalendarDate>(?:(?!<CalendarDate>).)*2024-09-02.*\n/, ''),
  })
  expect(counts.calendar_date).toMatchObject({ withdrawn: 1, unchanged: 3 })
  expect(counts.attendance_event).toMatchObject({ withdrawn: 0 })
})

test('an enrollment that nobody ended is over the day before the next year begins, once', async () => {
  await town.apply(schoolYear(first))
  await town.apply(schoolYear(second))
  const closed = [
    { student: '1', entry_on: '2023-09-01', exit_on: '2024-08-31' },
    { student: '1', entry_on: '2024-09-01', exit_on: null },
    { student: '2', entry_on: '2023-09-01', exit_on: '2024-08-31' },
    { student: '2', entry_on: '2024-09-01', exit_on: null },
    { student: '3', entry_on: '2023-09-01', exit_on: null },
  ]
  expect(await enrollments()).toEqual(closed)
  const again = await town.apply(schoolYear(second))
  for (const [table, { added, changed, withdrawn }] of Object.entries(again.counts))
    expect({ table, added, changed, withdrawn }).toEqual({ table, added: 0, changed: 0, withdrawn: 0 })
  expect(await enrollments()).toEqual(closed)
})

test('the grade of an Ed-Fi student is that of the latest enrollment', async () => {
  await town.apply(schoolYear(first))
  expect((await grades()).map((student) => student.grade)).toEqual(['03', '03', '03'])
  await town.apply(schoolYear(second))
  expect(await grades()).toEqual([
    { id: '1', grade: '04' },
    { id: '2', grade: '04' },
  ])
})

test('the next year of OneRoster leaves the terms and enrollments of the last one', async () => {
  await town.apply(district())
  const before = { ...(await ofYear(2025)) }
  const aYearOn = (row: string) =>
    row
      .replaceAll('2026', '2027')
      .replaceAll('2025', '2026')
      .replace(/^([yt])/, 'next$1')
  const next = district({
    rows: {
      'academicSessions.csv': districtRows['academicSessions.csv']!.map((row) =>
        aYearOn(row).replace(',y1,', ',nexty1,'),
      ),
      'classes.csv': districtRows['classes.csv']!.map((row) =>
        `n${row}`.replace('"t1,t2"', '"nextt1,nextt2"').replace(/,(t[12]),/, ',next$1,'),
      ),
      'courses.csv': ['k1,,,nexty1,Algebra,ALG,10,d1,Mathematics,'],
      'enrollments.csv': districtRows['enrollments.csv']!.map((row) =>
        `n${aYearOn(row)}`.replace(/,(c1|c2|h1),/, ',n$1,'),
      ),
    },
  })
  await town.apply(next)
  expect(await ofYear(2025)).toEqual(before)
  expect(await ofYear(2026)).toEqual(before)
})

test('two terms of one name that end on different days are two grades', async () => {
  const header =
    'studentSourcedId,schoolSourcedId,classSourcedId,courseTitle,subject,termTitle,termEndDate,gradeType,numericGrade,letterGrade,creditsAttempted,creditsEarned'
  await town.apply({
    ...district(),
    'grades.csv': `${header}\n000001,s1,,Algebra,mathematics,Fall,2025-01-17,final,71,,,\n000001,s1,,Algebra,mathematics,Fall,2026-01-16,final,88,,,\n`,
  })
  const kept = await town.rows(
    `select term_ends_on, numeric_grade from grade where community_id = $1 and withdrawn_at is null order by 1`,
    [town.place.communityId],
  )
  expect(kept).toEqual([
    { term_ends_on: '2025-01-17', numeric_grade: 71 },
    { term_ends_on: '2026-01-16', numeric_grade: 88 },
  ])
})
