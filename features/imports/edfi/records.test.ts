import { describe, expect, test } from 'vitest'
import { edFi } from './read.ts'
import {
  attendanceEvent,
  code,
  fileOf,
  interchange,
  readFiles,
  readText,
  schoolIdentity,
  schoolReference,
  student,
  studentReference,
} from './sample-files.ts'

const school = `<School><NameOfInstitution>Hill School</NameOfInstitution>
  <SchoolCategory>${code('SchoolCategory', 'Elementary School')}</SchoolCategory>
  <SchoolCategory>${code('SchoolCategory', 'Middle School')}</SchoolCategory><SchoolId>0701</SchoolId>
  <LocalEducationAgencyReference ref="LEA"/></School>`
const district = `<LocalEducationAgency id="LEA"><NameOfInstitution>Hill District</NameOfInstitution>
  <LocalEducationAgencyId>07</LocalEducationAgencyId></LocalEducationAgency>`

describe('schools', () => {
  test('a school knows its district by a ref that comes before it, and its two levels are one', async () => {
    const { of, problems } = await readText('EducationOrganization', school + district)
    const level = 'combined'
    expect(of('school')).toEqual([
      { externalId: '0701', name: 'Hill School', level, districtExternalId: '07', districtName: 'Hill District' },
    ])
    expect(problems).toEqual([])
  })

  test('a school whose district is in no file is kept without it, and that is told', async () => {
    const { of, problems } = await readText('EducationOrganization', school)
    expect(of('school')[0]).toMatchObject({ externalId: '0701', districtExternalId: null })
    expect(problems).toMatchObject([{ rule: 'reference_by_ref', severity: 'warning', value: 'LEA' }])
  })
})

const calendar = (id: string, type: string) =>
  `<Calendar id="C${id}"><CalendarCode>${id}</CalendarCode>${schoolReference('0701')}<SchoolYear>2021-2022</SchoolYear>
   <CalendarType>${code('CalendarType', type)}</CalendarType></Calendar>`
const calendarReference = (id: string) =>
  `<CalendarReference><CalendarIdentity><CalendarCode>${id}</CalendarCode>${schoolReference('0701')}
   <SchoolYear>2021-2022</SchoolYear></CalendarIdentity></CalendarReference>`
const calendarDate = (day: string, events: string[], reference: string) =>
  `<CalendarDate><Date>${day}</Date>
   ${events.map((each) => `<CalendarEvent>${code('CalendarEvent', each)}</CalendarEvent>`).join('')}${reference}</CalendarDate>`

describe('calendars', () => {
  test('a day with two events is two records, and a calendar may be named by ref or by identity', async () => {
    const body = `${calendarDate('2021-09-07', ['Instructional day', 'Student late arrival/early dismissal'], '<CalendarReference ref="Cmain"/>')}
      ${calendarDate('2021-09-08', ['Make-up day'], calendarReference('main'))}${calendar('main', 'School')}`
    const { of, problems } = await readText('EducationOrgCalendar', body)
    const shared = { schoolExternalId: '0701', calendarCode: 'main' }
    expect(of('calendarDate')).toEqual([
      { ...shared, onDate: '2021-09-07', dayType: 'instructional' },
      { ...shared, onDate: '2021-09-07', dayType: 'late_early' },
      { ...shared, onDate: '2021-09-08', dayType: 'make_up' },
    ])
    expect(problems).toEqual([])
  })

  test('the calendar of one student, in another file, makes no day of school', async () => {
    const dates = fileOf(
      'dates.xml',
      interchange('EducationOrgCalendar', calendarDate('2021-09-07', ['Instructional day'], calendarReference('9'))),
    )
    const calendars = fileOf('calendars.xml', interchange('EducationOrgCalendar', calendar('9', 'Student Specific')))
    const { of, problems } = await readFiles([dates, calendars])
    expect(of('calendarDate')).toEqual([])
    expect(problems).toMatchObject([{ file: 'dates.xml', rule: 'not_a_school_calendar', severity: 'note' }])
  })

  test('a calendar of an unknown type is a problem, and its dates are left out', async () => {
    const body = calendar('x', 'Moon') + calendarDate('2021-09-07', ['Instructional day'], calendarReference('x'))
    const { of, problems } = await readText('EducationOrgCalendar', body)
    expect(of('calendarDate')).toEqual([])
    expect(problems).toMatchObject([
      { rule: 'unknown_code', severity: 'error', row: 1 },
      { rule: 'rows_lost' },
      { rule: 'unknown_calendar' },
    ])
  })

  test('sessions and grading periods are sessions, and one that ends before it begins is set aside', async () => {
    const days = (from: string, until: string) => `<BeginDate>${from}</BeginDate><EndDate>${until}</EndDate>`
    const shared = `${schoolReference('0701')}<SchoolYear>2021-2022</SchoolYear>`
    const body = `<Session><SessionName>Fall</SessionName>${shared}${days('2021-08-23', '2021-12-17')}<Term>${code('Term', 'Fall Semester')}</Term></Session>
      <GradingPeriod>${shared}<GradingPeriod>${code('GradingPeriod', 'First Six Weeks')}</GradingPeriod>
      <GradingPeriodName>Exam 1</GradingPeriodName>${days('2021-08-23', '2021-10-03')}</GradingPeriod>
      <Session><SessionName>Spring</SessionName>${shared}${days('2022-05-27', '2022-01-04')}<Term>${code('Term', 'Quarter')}</Term></Session>`
    const { of, problems } = await readText('EducationOrgCalendar', body)
    expect(of('session')).toMatchObject([
      { externalId: '0701/2021-2022/Fall', kind: 'semester', startsOn: '2021-08-23', endsOn: '2021-12-17' },
      { externalId: '0701/2021-2022/First Six Weeks/Exam 1', kind: 'grading_period', title: 'Exam 1' },
    ])
    expect(problems).toMatchObject([
      { row: 3, rule: 'ends_before_it_begins', severity: 'error' },
      { rule: 'rows_lost' },
    ])
  })
})

describe('students and enrollments', () => {
  test('a student keeps the leading zeros of the id', async () => {
    const { of } = await readText(
      'Student',
      student('000101', '<FirstName>Ana</FirstName><LastSurname>Ruiz</LastSurname>'),
    )
    expect(of('student')).toMatchObject([
      { externalId: '000101', givenName: 'Ana', middleName: null, familyName: 'Ruiz' },
    ])
  })

  test('the exit day is the last day enrolled, as it stands', async () => {
    const body = `<StudentSchoolAssociation>${studentReference('000101')}${schoolReference('0701')}<EntryDate>2021-08-23</EntryDate>
      <EntryGradeLevel>${code('GradeLevel', 'Third grade')}</EntryGradeLevel><ExitWithdrawDate>2022-03-01Z</ExitWithdrawDate></StudentSchoolAssociation>`
    const { of, problems } = await readText('StudentEnrollment', body)
    expect(of('schoolEnrollment')).toMatchObject([{ entryOn: '2021-08-23', exitOn: '2022-03-01', gradeLevel: '03' }])
    expect(problems).toEqual([])
  })
})

test('attendance: categories of any namespace and case, a half day, and a missing duration that stays unknown', async () => {
  const half = '<EventDate>2021-09-08</EventDate><EventDuration>.5</EventDuration>'
  const body =
    attendanceEvent('uri://hill.example/AttendanceEventCategoryDescriptor#excused absence') +
    attendanceEvent('Tardy', half)
  const { of, whole, rows } = await readText('StudentAttendance', body)
  expect(of('attendance')).toMatchObject([
    {
      studentExternalId: '000101',
      schoolExternalId: '0701',
      onDate: '2021-09-07',
      code: 'excused_absence',
      duration: null,
    },
    { onDate: '2021-09-08', code: 'tardy', duration: '0.5' },
  ])
  expect([whole, rows]).toEqual([['attendance'], 2])
})

const incidentIdentity = `<DisciplineIncidentReference><DisciplineIncidentIdentity><IncidentIdentifier>7</IncidentIdentifier>
  ${schoolReference('0701')}</DisciplineIncidentIdentity></DisciplineIncidentReference>`
const part = (value: string) =>
  `<DisciplineIncidentParticipationCode>${code('DisciplineIncidentParticipationCode', value)}</DisciplineIncidentParticipationCode>`
const behavior = (who: string, incident: string, parts = '') =>
  `<StudentDisciplineIncidentBehaviorAssociation>${studentReference(who)}${incident}
   <Behavior>${code('Behavior', 'State Offense')}</Behavior>${parts}</StudentDisciplineIncidentBehaviorAssociation>`
const incident = `<DisciplineIncident id="I7"><IncidentIdentifier>7</IncidentIdentifier><IncidentDate>2021-10-18</IncidentDate>
  ${schoolReference('0701')}</DisciplineIncident>`

describe('discipline', () => {
  test('a student’s part takes its day from the incident, by identity or ref, in whatever order', async () => {
    const body =
      behavior('1', incidentIdentity) +
      behavior('2', '<DisciplineIncidentReference ref="I7"/>', part('Perpetrator')) +
      incident
    const { of, problems } = await readText('StudentDiscipline', body)
    const shared = { externalId: '7', schoolExternalId: '0701', onDate: '2021-10-18', behavior: 'state_offense' }
    expect(of('incident')).toMatchObject([
      { ...shared, studentExternalId: '1', participation: 'perpetrator' },
      { ...shared, studentExternalId: '2', participation: 'perpetrator' },
    ])
    expect(problems).toEqual([])
  })

  test('victims, witnesses and reporters are never taken for perpetrators', async () => {
    const witness = `<StudentDisciplineIncidentNonOffenderAssociation>${studentReference('3')}${incidentIdentity}${part('Witness')}
      </StudentDisciplineIncidentNonOffenderAssociation>`
    const { of, problems } = await readText(
      'StudentDiscipline',
      incident + witness + behavior('4', incidentIdentity, part('Victim')),
    )
    expect(of('incident')).toEqual([])
    expect(problems.map(({ rule, severity }) => [rule, severity])).toEqual([
      ['not_a_perpetrator', 'note'],
      ['not_a_perpetrator', 'note'],
      ['incident_without_student', 'note'],
    ])
  })

  test('an incident that no file holds sets the student’s part aside', async () => {
    const { of, problems } = await readText('StudentDiscipline', behavior('1', incidentIdentity))
    expect(of('incident')).toEqual([])
    expect(problems).toMatchObject([{ rule: 'unknown_incident', severity: 'error', value: '7' }, { rule: 'rows_lost' }])
  })

  test('an action of two disciplines is two records, with the days that were served', async () => {
    const discipline = (value: string) => `<Discipline>${code('Discipline', value)}</Discipline>`
    const body = `<DisciplineAction><DisciplineActionIdentifier>18</DisciplineActionIdentifier>${discipline('In School Suspension')}
      ${discipline('Community Service')}<DisciplineDate>2022-01-18</DisciplineDate><DisciplineActionLength>3</DisciplineActionLength>
      <ActualDisciplineActionLength>1.5</ActualDisciplineActionLength>${studentReference('1')}
      <ResponsibilitySchoolReference>${schoolIdentity('0701')}</ResponsibilitySchoolReference></DisciplineAction>`
    const { of } = await readText('StudentDiscipline', body)
    const shared = { externalId: '18', studentExternalId: '1', onDate: '2022-01-18', days: '1.5' }
    expect(of('discipline')).toMatchObject([
      { ...shared, action: 'in_school_suspension' },
      { ...shared, action: 'community_service' },
    ])
  })
})

const telephone = (number: string, type: string, priority: number) =>
  `<Telephone><TelephoneNumber>${number}</TelephoneNumber><TelephoneNumberType>${code('TelephoneNumberType', type)}</TelephoneNumberType>
   <OrderOfPriority>${priority}</OrderOfPriority></Telephone>`

describe.each(['Contact', 'Parent'])('contacts, written as %s', (name) => {
  const contact = `<${name} id="P1"><${name}UniqueId>9</${name}UniqueId><Name><FirstName>Lucía</FirstName><LastSurname>Ruiz</LastSurname></Name>
    ${telephone('1', 'Fax', 1)}${telephone('2', 'Home', 3)}${telephone('3', 'Mobile', 2)}
    <Language><Language>${code('Language', 'spa')}</Language></Language></${name}>`
  const association = (reference: string) => `<Student${name}Association>${studentReference('000101')}${reference}
    <Relation>${code('Relation', 'Grandmother')}</Relation><PrimaryContactStatus>true</PrimaryContactStatus><LivesWith>false</LivesWith>
    <ContactRestrictions>May not pick up</ContactRestrictions></Student${name}Association>`

  test('the first phone that is not a fax, the language, and the restriction come through', async () => {
    const { of, problems } = await readText(name, association(`<${name}Reference ref="P1"/>`) + contact)
    expect(of('contact')).toMatchObject([{ externalId: '9', givenName: 'Lucía', phone: '3', language: 'es' }])
    const shared = { studentExternalId: '000101', contactExternalId: '9', relation: 'grandparent' }
    expect(of('studentContact')).toEqual([
      { ...shared, isPrimary: 'true', livesWith: 'false', restriction: 'May not pick up' },
    ])
    expect(problems).toEqual([])
  })
})

test('an interchange is recognized by its root, with or without a prefix; any other XML is taken so that it can be explained', () => {
  expect(edFi.recognizes('a.txt', interchange('Student', ''))).toBe(true)
  expect(edFi.recognizes('a', '<e:InterchangeStudent xmlns:e="http://ed-fi.org/5.1.0">')).toBe(true)
  expect(edFi.recognizes('notes.xml', '<notes/>')).toBe(true)
  expect(edFi.recognizes('users.csv', 'sourcedId,status')).toBe(false)
})
