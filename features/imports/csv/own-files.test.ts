import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { district } from '../fixtures/district.ts'
import { openImportTown, type ImportTown } from '../fixtures/town.ts'

let town: ImportTown
beforeAll(async () => void (town = await openImportTown()))
afterAll(() => town?.close())
beforeEach(async () => void (await town.moveOn()))

const of = (text: string) => town.rows(text, [town.place.communityId])
const calendar =
  'schoolSourcedId,date,dayType\ns1,2025-09-02,instructional\ns1,2025-09-03,instructional\ns1,2025-09-04,holiday\n'
const attendance = (rows: string[]) =>
  ['studentSourcedId,schoolSourcedId,date,code,duration', ...rows].join('\n') + '\n'

test('half days of one code add up to a day, a repeated event counts once, odd days are kept and told', async () => {
  const done = await town.apply({
    ...district(),
    'calendar.csv': calendar,
    'attendance.csv': attendance([
      '000001,s1,2025-09-02,excusedAbsence,0.5',
      '000001,s1,2025-09-02,excusedAbsence,0.25',
      '000001,s1,2025-09-03,unexcusedAbsence,',
      '000001,s1,2025-09-03,unexcusedAbsence,',
      '000001,s1,2025-09-04,tardy,',
      '000002,s1,2025-11-03,excusedAbsence,1',
      '000001,s1,2025-09-05,excusedAbsence,2',
      '999999,s1,2025-09-05,excusedAbsence,1',
      '000001,s1,2025-09-05,sick,1',
    ]),
  })
  expect(
    await of(
      `select s.external_id as student, on_date, code, duration from attendance_event a join student s on s.id = a.student_id where a.community_id = $1 order by 1, 2`,
    ),
  ).toEqual([
    { student: '000001', on_date: '2025-09-02', code: 'excused_absence', duration: 0.75 },
    { student: '000001', on_date: '2025-09-03', code: 'unexcused_absence', duration: null },
    { student: '000001', on_date: '2025-09-04', code: 'tardy', duration: null },
    { student: '000001', on_date: '2025-09-05', code: 'excused_absence', duration: null },
    { student: '000002', on_date: '2025-11-03', code: 'excused_absence', duration: 1 },
  ])
  const found = (await town.problems(done.id))
    .filter((p) => p.file === 'attendance.csv')
    .map((p) => `${p.severity} ${p.row_number} ${p.column_name} ${p.rule}`)
  expect(found).toEqual(
    expect.arrayContaining([
      'note 2 date repeated_event',
      'note 4 date repeated_event',
      'warning 6 date day_without_school',
      'warning 7 date not_enrolled',
      'warning 8 duration number_range',
      'error 9 studentSourcedId reference',
      'error 10 code code',
    ]),
  )
})

test('a file of a row a day is told apart, asked about, and reduced to exceptions', async () => {
  const present = ['2025-09-02', '2025-09-03', '2025-09-04'].map((day) => `000003,s2,${day},present,`)
  const done = await town.apply({
    ...district(),
    'attendance.csv': attendance([...present, '000003,s2,2025-09-05,excusedAbsence,1']),
  })
  expect(done.questions).toEqual([
    expect.objectContaining({ key: 'attendance_practice', suggested: 'positive', isBlocking: false }),
  ])
  expect(done.counts.attendance_event).toMatchObject({ added: 1 })
  expect(
    await of('select count(*)::int as days from calendar_date where community_id = $1 and is_instructional'),
  ).toEqual([{ days: 4 }])
})

test('a file is the whole truth for the schools and days that it covers, and for nothing else', async () => {
  await town.apply({
    ...district(),
    'attendance.csv': attendance([
      '000001,s1,2025-09-02,tardy,',
      '000001,s1,2025-09-03,tardy,',
      '000001,s1,2025-09-10,tardy,',
      '000003,s2,2025-09-03,tardy,',
    ]),
  })
  const next = await town.apply({
    'attendance.csv': attendance(['000001,s1,2025-09-02,tardy,', '000001,s1,2025-09-04,tardy,']),
  })
  expect(next.counts.attendance_event).toEqual({ added: 1, changed: 0, unchanged: 1, withdrawn: 1, setAside: 0 })
})

test('incidents, grades and steps toward college become facts', async () => {
  const done = await town.apply({
    ...district(),
    'incidents.csv':
      'incidentSourcedId,studentSourcedId,schoolSourcedId,date,behavior,participation,action,actionDays\ni1,000001,s1,2025-09-02,schoolViolation,,outOfSchoolSuspension,2\n',
    'grades.csv':
      'studentSourcedId,schoolSourcedId,classSourcedId,courseTitle,subject,termTitle,termEndDate,gradeType,numericGrade,letterGrade,creditsAttempted,creditsEarned\n000001,s1,c1,Algebra,mathematics,Fall,2026-01-16,final,64,D,0.5,0.5\n',
    'collegeAccess.csv': 'studentSourcedId,event,date,institution,detail\n000001,fafsaCompleted,2025-11-02,,\n',
  })
  for (const table of ['behavior_incident', 'discipline_action', 'grade', 'college_access_event'])
    expect(done.counts[table]).toMatchObject({ added: 1, setAside: 0 })
})
