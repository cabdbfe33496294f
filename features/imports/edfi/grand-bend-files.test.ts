import { createReadStream, existsSync, readFileSync, readdirSync, statSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readFiles } from './sample-files.ts'

const folders = ['../shared/data/edfi-grandbend-5.2', '../shared/data/edfi-grandbend-5.2-enrollment']
const isThere = folders.every((folder) => existsSync(folder))
if (!isThere) console.warn('The Grand Bend sample is not beside the project: its counts are not checked.')

const paths = folders.filter(existsSync).flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.xml'))
    .map((name) => `${folder}/${name}`),
)
const files = paths.map((path) => ({
  name: path.split('/').at(-1)!,
  bytes: statSync(path).size,
  open: async () => createReadStream(path),
}))
const text = (name: string) =>
  readFileSync(
    paths.find((path) => path.endsWith(`/${name}`))!,
    'utf8',
  )

/** The second reader: regular expressions over the text, sharing nothing with the parser. */
const elements = (name: string, element: string) =>
  text(name).match(new RegExp(`<${element}[ >][\\s\\S]*?</${element}>`, 'g')) ?? []
const inside = (xml: string, element: string) => new RegExp(`<${element}>([^<]*)</${element}>`).exec(xml)?.[1] ?? null
const tally = (values: (string | null)[]) => {
  const counts: Record<string, number> = {}
  for (const value of values) counts[value ?? 'null'] = (counts[value ?? 'null'] ?? 0) + 1
  return counts
}

describe.skipIf(!isThere)('Grand Bend, against a second reader', async () => {
  const { of, problems, damage } = await readFiles(files)

  test('every student, school, enrollment and contact is read', () => {
    expect(damage).toBeNull()
    const students = elements('Student.xml', 'Student').map((xml) => [
      inside(xml, 'StudentUniqueId'),
      inside(xml, 'FirstName'),
      inside(xml, 'BirthDate'),
    ])
    expect(of('student').map((each) => [each.externalId, each.givenName, each.birthDate])).toEqual(students)
    const schools = elements('EducationOrganization.xml', 'School').map((xml) => inside(xml, 'NameOfInstitution'))
    expect(of('school').map(({ name }) => name)).toEqual(schools)
    const enrolled = elements('StudentEnrollment.xml', 'StudentSchoolAssociation')
    const spans = enrolled.map((xml) => [
      inside(xml, 'StudentUniqueId'),
      inside(xml, 'EntryDate'),
      inside(xml, 'ExitWithdrawDate'),
    ])
    expect(of('schoolEnrollment').map((each) => [each.studentExternalId, each.entryOn, each.exitOn])).toEqual(spans)
    expect([students.length, schools.length, enrolled.length]).toEqual([960, 3, 960])
    const contacts = elements('Contact.xml', 'Contact').map((xml) => inside(xml, 'ContactUniqueId'))
    expect(of('contact').map(({ externalId }) => externalId)).toEqual(contacts)
    expect(contacts).toHaveLength(1873)
  })

  test('each association leads to the contact that its ref names', () => {
    const ids = new Map(
      elements('Contact.xml', 'Contact').map((xml) => [/id="([^"]*)"/.exec(xml)![1], inside(xml, 'ContactUniqueId')]),
    )
    const pairs = elements('Contact.xml', 'StudentContactAssociation').map((xml) => [
      inside(xml, 'StudentUniqueId'),
      ids.get(/ref="([^"]*)"/.exec(xml)![1]!),
    ])
    expect(of('studentContact').map((each) => [each.studentExternalId, each.contactExternalId])).toEqual(pairs)
    expect(pairs).toHaveLength(1872)
  })

  test('81 and 88 distinct days of school for each school, without the calendar of one student', () => {
    const days = of('calendarDate').filter(({ dayType }) => dayType === 'instructional')
    for (const school of of('school')) {
      const own = new Set(days.filter((day) => day.schoolExternalId === school.externalId).map(({ onDate }) => onDate!))
      const before = [...own].filter((day) => day <= '2021-12-31').length
      expect([before, own.size - before]).toEqual([81, 88])
    }
    const schoolDays = elements('CalendarDates.xml', 'CalendarDate').filter((xml) =>
      xml.includes('#Instructional day<'),
    )
    const written = new Set(schoolDays.map((xml) => inside(xml, 'SchoolId')! + inside(xml, 'Date')!))
    expect(new Set(days.map((day) => day.schoolExternalId! + day.onDate!))).toEqual(written)
  })

  test('every attendance event, by category, school and duration', () => {
    const events = elements('StudentSchoolAttendance.xml', 'StudentSchoolAttendanceEvent')
    const read = of('attendance')
    expect(read.map((each) => [each.studentExternalId, each.onDate, each.schoolExternalId, each.duration])).toEqual(
      events.map((xml) =>
        ['StudentUniqueId', 'EventDate', 'SchoolId', 'EventDuration'].map((name) => inside(xml, name)),
      ),
    )
    const written = tally(events.map((xml) => inside(xml, 'AttendanceEventCategory')!.split('#')[1]!))
    expect(written).toEqual({ 'Excused Absence': 1077, 'Unexcused Absence': 773, Tardy: 66, Partial: 1 })
    expect(tally(read.map((each) => each.code!))).toEqual({
      excused_absence: 1077,
      unexcused_absence: 773,
      tardy: 66,
      partial: 1,
    })
    expect(tally(read.map((each) => each.schoolExternalId!))).toEqual({
      255901107: 831,
      255901001: 620,
      255901044: 466,
    })
    expect(read.filter(({ duration }) => duration === null)).toHaveLength(67)
  })

  test('every incident with the day of its incident, and every action', () => {
    const days = new Map(
      elements('StudentDiscipline.xml', 'DisciplineIncident').map((xml) => [
        /id="([^"]*)"/.exec(xml)![1],
        inside(xml, 'IncidentDate'),
      ]),
    )
    const parts = elements('StudentDiscipline.xml', 'StudentDisciplineIncidentBehaviorAssociation').map((xml) => [
      inside(xml, 'StudentUniqueId'),
      days.get(/ref="([^"]*)"/.exec(xml)![1]!),
    ])
    expect(of('incident').map((each) => [each.studentExternalId, each.onDate])).toEqual(parts)
    expect(parts).toHaveLength(21)
    expect(elements('StudentDiscipline.xml', 'DisciplineAction')).toHaveLength(25)
    expect(tally(of('discipline').map(({ action }) => action!))).toEqual({ in_school_suspension: 24, expulsion: 1 })
  })

  test('every student in a program is read, and the step toward college', () => {
    const told = [...text('StudentProgram.xml').matchAll(/<(Student\w*ProgramAssociation)>([\s\S]*?)<\/\1>/g)].map(
      ([, , xml]) => [
        inside(xml!, 'StudentUniqueId'),
        inside(xml!, 'ProgramName'),
        inside(xml!, 'BeginDate'),
        inside(xml!, 'EndDate'),
      ],
    )
    expect(told).toHaveLength(706)
    const read = of('program').map((each) => [each.studentExternalId, each.title, each.beginOn, each.endOn])
    expect(read).toEqual(told)
    expect(tally(of('program').map(({ program }) => program!))).toEqual({
      special_education: told.filter(([, title]) => title === 'Special Education').length,
      school_meals: 82,
      career_technical: 64,
      migrant: 275,
      english_learner: 40 + 38,
      gifted: 86,
      homeless: 11,
      section_504: 3,
      title_i: 2,
      other: told.filter(([, title]) => title?.startsWith('Neglected')).length,
    })
    expect(of('collegeAccess')).toMatchObject([
      { studentExternalId: '605260', event: 'acceptance', onDate: '2022-02-03', institution: expect.any(String) },
    ])
  })

  test('nothing is wrong with it, and what is not read is named with its count', () => {
    expect(problems.filter(({ severity }) => severity !== 'note')).toEqual([])
    expect(problems.map(({ message }) => message)).toContain('StudentHealth: 71 records not read.')
  })
})
