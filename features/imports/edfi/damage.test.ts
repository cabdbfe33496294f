import { describe, expect, test } from 'vitest'
import { descriptors } from './descriptors.ts'
import {
  attendanceEvent,
  code,
  fileOf,
  interchange,
  readFiles,
  readText,
  schoolReference,
  student,
  studentReference,
} from './sample-files.ts'

const absence = attendanceEvent('Excused Absence')
const read = (content: string | Buffer, name = 'StudentAttendance.xml') => readFiles([fileOf(name, content)])

describe('what sets one record aside', () => {
  test.each([
    [
      'a code that the map does not have',
      attendanceEvent('uri://hill.example/X#Gone fishing'),
      'unknown_code',
      'AttendanceEventCategory',
    ],
    ['an element that is missing', attendanceEvent('Tardy', ''), 'missing_element', 'EventDate'],
    [
      'a day that does not exist',
      attendanceEvent('Tardy', '<EventDate>2021-02-29</EventDate>'),
      'no_such_day',
      'EventDate',
    ],
    ['a day in another form', attendanceEvent('Tardy', '<EventDate>9/7/2021</EventDate>'), 'no_such_day', 'EventDate'],
    [
      'a duration above a day',
      attendanceEvent('Tardy', '<EventDate>2021-09-07</EventDate><EventDuration>3</EventDuration>'),
      'number_out_of_range',
      'EventDuration',
    ],
    [
      'a student by ref only',
      absence.replace(studentReference('000101'), '<StudentReference ref="STU_1"/>'),
      'reference_by_ref',
      'StudentReference',
    ],
  ])('%s', async (_, event, rule, column) => {
    const { of, problems, whole } = await readText('StudentAttendance', absence + event)
    expect(of('attendance')).toHaveLength(1)
    expect(problems).toMatchObject([
      { file: 'StudentAttendance.xml', row: 2, rule, column, severity: 'error' },
      { rule: 'rows_lost', severity: 'warning' },
    ])
    expect(whole).toEqual([])
    expect(problems[0]!.message).toMatch(/StudentSchoolAttendanceEvent that starts on line \d+/)
  })

  test('an unknown code is named, and is understood once the map has it', async () => {
    const file = fileOf('a.xml', interchange('StudentAttendance', attendanceEvent('uri://hill.example/X#Gone fishing')))
    expect((await readFiles([file])).problems[0]!.message).toContain('“Gone fishing”')
    const meanings = { ...descriptors.attendance.meanings, 'Gone fishing': 'unexcused_absence' }
    const { of } = await readFiles([file], { ...descriptors, attendance: { ...descriptors.attendance, meanings } })
    expect(of('attendance')).toMatchObject([{ code: 'unexcused_absence' }])
  })

  test('an exit day that does not exist, because leaving it empty would say that the student is still there', async () => {
    const body = `<StudentSchoolAssociation>${studentReference('1')}${schoolReference('0701')}<EntryDate>2021-08-23</EntryDate>
      <ExitWithdrawDate>2022-06-31</ExitWithdrawDate></StudentSchoolAssociation>`
    const { of, problems } = await readText('StudentEnrollment', body)
    expect(of('schoolEnrollment')).toEqual([])
    expect(problems).toMatchObject([
      { rule: 'no_such_day', severity: 'error', value: '2022-06-31' },
      { rule: 'rows_lost' },
    ])
  })
})

describe('what leaves one value empty', () => {
  test('a birthday that does not exist, and an unknown grade: the child is not lost over it', async () => {
    const named = '<FirstName>Ana</FirstName><LastSurname>Ruiz</LastSurname>'
    const body = student('1', named).replace(
      '</Student>',
      '<BirthData><BirthDate>2014-02-30</BirthDate></BirthData></Student>',
    )
    const { of, problems } = await readText('Student', body)
    expect(of('student')).toMatchObject([{ externalId: '1', birthDate: null }])
    expect(problems).toMatchObject([{ rule: 'no_such_day', severity: 'warning' }])
  })

  test('an unknown grade level', async () => {
    const body = `<StudentSchoolAssociation>${studentReference('1')}${schoolReference('0701')}<EntryDate>2021-08-23</EntryDate>
      <EntryGradeLevel>${code('GradeLevel', 'Class 3b')}</EntryGradeLevel></StudentSchoolAssociation>`
    const { of, problems } = await readText('StudentEnrollment', body)
    expect(of('schoolEnrollment')).toMatchObject([{ gradeLevel: null }])
    expect(problems).toMatchObject([{ rule: 'unknown_code', severity: 'warning' }])
  })
})

test('spaces around an id are reported, and the id is read without them', async () => {
  const { of, problems } = await readText('StudentAttendance', attendanceEvent('Tardy', undefined, '000101 '))
  expect(of('attendance')).toMatchObject([{ studentExternalId: '000101' }])
  expect(problems).toMatchObject([{ rule: 'space_around_id', severity: 'warning', value: '000101 ' }])
})

test('elements that are not read are counted and named once', async () => {
  const { problems } = await readText('StudentHealth', '<StudentHealth/>\n'.repeat(71))
  expect(problems).toMatchObject([{ rule: 'not_read', message: 'StudentHealth: 71 records not read.' }])
})

test('another version of the standard is noted, and read as far as it goes', async () => {
  const { of, rules } = await read(interchange('StudentAttendance', absence, 'http://ed-fi.org/9.0.0'))
  expect([of('attendance').length, rules]).toEqual([1, ['other_version']])
})

test('another root element leaves that file out, and the others are read', async () => {
  const { of, problems } = await readFiles([
    fileOf('notes.xml', '<notes><note/></notes>'),
    fileOf('a.xml', interchange('StudentAttendance', absence)),
  ])
  expect(of('attendance')).toHaveLength(1)
  expect(problems).toMatchObject([{ file: 'notes.xml', rule: 'wrong_root', severity: 'error', value: 'notes' }])
})

const whole = interchange('StudentAttendance', absence)
const bomb = `<?xml version="1.0"?><!DOCTYPE i [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>`
const external = `<!DOCTYPE i [<!ENTITY x SYSTEM "file:///etc/hostname">]>`

describe('what ends the whole reading with a sentence', () => {
  test.each([
    ['a file cut off in the middle', whole.slice(0, whole.length - 60), 'damaged_xml', /ends in the middle/],
    [
      'a closing tag that does not fit',
      whole.replace('</SchoolReference>', '</School>'),
      'damaged_xml',
      /damaged here/,
    ],
    ['a bare ampersand', whole.replace('Excused Absence', 'A & B'), 'damaged_xml', /line \d+/],
    ['entities that expand', bomb + interchange('Student', '&b;').slice(38), 'doctype', /DTD/],
    ['entities of other files', external + interchange('Student', '&x;').slice(38), 'doctype', /DTD/],
    ['an entity that nobody declared', interchange('Student', '<Student>&nbsp;</Student>'), 'damaged_xml', /entity/],
    ['a CSV with the wrong name', 'sourcedId,status\n1,active\n', 'damaged_xml', /not XML/],
    ['an empty file', '', 'damaged_xml', /not XML/],
    [
      'bytes of a picture',
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0]),
      'encoding',
      /not text/,
    ],
    [
      'an encoding that nobody knows',
      '<?xml version="1.0" encoding="x-hill"?><InterchangeStudent/>',
      'encoding',
      /x-hill/,
    ],
    ['elements nested without end', interchange('Student', '<a>'.repeat(500)), 'damaged_xml', /too deeply/],
    [
      'a text without end',
      interchange('Student', `<Student>${'x'.repeat(5_000_000)}</Student>`),
      'damaged_xml',
      /larger/,
    ],
  ])('%s', async (_, content, rule, sentence) => {
    const { damage, problems, whole } = await read(content)
    expect(damage).toMatch(sentence)
    expect(damage).toContain('StudentAttendance.xml')
    expect(problems.at(-1)).toMatchObject({ rule, severity: 'error', message: damage })
    expect(whole).toEqual([])
  })

  test('the sentence names the line where the XML breaks', async () => {
    const { damage } = await read('<InterchangeStudent xmlns="http://ed-fi.org/5.2.0">\n<Student>\n</Studen>\n')
    expect(damage).toContain('line 3')
  })
})
