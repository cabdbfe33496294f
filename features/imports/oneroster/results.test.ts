import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { district, districtHeaders, districtRows } from '../fixtures/district.ts'
import { openImportTown, type ImportTown } from '../fixtures/town.ts'

let town: ImportTown
beforeAll(async () => void (town = await openImportTown()))
afterAll(() => town?.close())
beforeEach(async () => void (await town.moveOn()))

const scores = {
  'categories.csv': 'sourcedId,status,dateLastModified,title\nq1,,,Quarter grade\nf1,,,Final\nh1,,,Homework\n',
  'lineItems.csv': [
    'sourcedId,status,dateLastModified,title,description,assignDate,dueDate,classSourcedId,categorySourcedId,gradingPeriodSourcedId,resultValueMin,resultValueMax',
    'l1,,,Fall,,2026-01-10,2026-01-16,c1,q1,t1,0,100',
    'l2,,,Course,,2026-01-10,2026-01-16,c1,f1,t1,0,4',
    'l3,,,Page 7,,2025-10-01,2025-10-02,c1,h1,t1,0,10',
  ].join('\n'),
  'results.csv': [
    'sourcedId,status,dateLastModified,lineItemSourcedId,studentSourcedId,scoreStatus,score,scoreDate,comment',
    'r1,,,l1,000001,fully graded,64,2026-01-16,',
    'r2,,,l2,000001,fully graded,3.5,2026-01-16,',
    'r3,,,l1,000002,exempt,,2026-01-16,',
    'r4,,,l3,000001,fully graded,9,2025-10-03,',
    'r5,,,l9,000001,fully graded,9,2025-10-03,',
  ].join('\n'),
}
const grades = () =>
  town.rows(
    `select s.external_id as student, g.course_title, g.term_title, g.term_ends_on, g.grade_type, g.numeric_grade::float as grade, g.subject
     from grade g join student s on s.id = g.student_id where g.community_id = $1 and g.withdrawn_at is null order by g.grade_type`,
    [town.place.communityId],
  )

test('scores of line items that close a term or a course are grades; what is not taken is said with its count', async () => {
  const done = await town.apply({ ...district(), ...scores })
  const of = {
    student: '000001',
    course_title: 'Algebra',
    term_title: 'Fall',
    term_ends_on: '2026-01-16',
    subject: 'mathematics',
  }
  expect(await grades()).toEqual([
    { ...of, grade_type: 'final', grade: 87.5 },
    { ...of, grade_type: 'grading_period', grade: 64 },
  ])
  const rules = (await town.problems(done.id)).map(({ rule }) => rule)
  expect(rules).toEqual(expect.arrayContaining(['work_on_the_way', 'not_graded', 'no_line_item']))
  const fewer = scores['results.csv'].split('\n').filter((row) => !row.startsWith('r2'))
  await town.apply({ ...district(), ...scores, 'results.csv': fewer.join('\n') })
  expect(await grades()).toMatchObject([{ grade_type: 'grading_period' }])
})

const nextYear = {
  'academicSessions.csv': [
    'y2,,,2026-2027,schoolYear,2026-08-24,2027-06-05,,2027',
    't3,,,Fall,semester,2026-08-24,2027-01-16,y2,2027',
  ],
  'courses.csv': ['k1,,,y2,Algebra,ALG,09,d1,Mathematics,'],
  'classes.csv': ['d1,,,Geometry A,10,k1,A,scheduled,,s1,t3,,,1'],
  'enrollments.csv': ['n1,,,d1,s1,000001,student,false,,', 'n5,,,d1,s1,w1,teacher,true,,'],
}
const classes = () =>
  town.rows('select external_id as id from class where community_id = $1 and withdrawn_at is null order by 1', [
    town.place.communityId,
  ])
const enrollments = () =>
  town.rows(
    'select external_id as id from class_enrollment where community_id = $1 and withdrawn_at is null order by 1',
    [town.place.communityId],
  )

test('the full set of the next year leaves last year’s classes and who was in them', async () => {
  await town.apply(district())
  const [classesBefore, enrollmentsBefore] = [await classes(), await enrollments()]
  const done = await town.apply(district({ rows: nextYear }))
  expect(await classes()).toEqual(
    [...classesBefore, { id: 'd1' }].sort((a, b) => (String(a.id) < String(b.id) ? -1 : 1)),
  )
  expect(await enrollments()).toEqual([...enrollmentsBefore, { id: 'n1' }])
  expect(done.counts.class?.withdrawn ?? 0).toBe(0)
  const rows = districtRows['classes.csv']!.slice(0, 1)
  const enrolled = districtRows['enrollments.csv']!.filter((row) => row.includes(',c1,'))
  const again = await town.apply(district({ rows: { 'classes.csv': rows, 'enrollments.csv': enrolled } }))
  expect(again.counts.class).toMatchObject({ withdrawn: 2 })
  expect(await classes()).toEqual([{ id: 'c1' }, { id: 'd1' }])
})

test('a set in which some files are whole and others changes is read file by file', async () => {
  await town.apply(district())
  const header = districtHeaders['users.csv']!
  const changes = `${header}\n000003,tobedeleted,2026-02-02T00:00:00Z,true,s2,student,c,,Chloé,Ng,,,,,,,09,,zh\n`
  const { 'manifest.csv': manifest, ...files } = district({
    rows: { 'enrollments.csv': districtRows['enrollments.csv']!.filter((row) => !row.includes('000003')) },
  })
  const done = await town.apply({
    ...files,
    'users.csv': changes,
    'demographics.csv': files['demographics.csv']!.replace(/^000003.*\n/m, ''),
    'manifest.csv': manifest!.replace('file.users,bulk', 'file.users,delta'),
  })
  expect(done.counts.student).toMatchObject({ withdrawn: 1, unchanged: 2 })
  expect(done.counts.class_enrollment).toMatchObject({ withdrawn: 1 })
})
