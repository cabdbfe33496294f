import fc from 'fast-check'
import { expect, test } from 'vitest'
import { code, fileOf, interchange, readFiles, schoolReference, studentReference } from './sample-files.ts'

/** One district's records in three ways of writing: interchange XML, a JSON array as an API answers, and an object on each line. */
type Record = {
  student: string
  name: string
  born: string | null
  races: string[]
  entry: string
  exit: string | null
  day: string
  part: number | null
  grade: number | null
  letter: string | null
  program: string
}
const id = fc.integer({ min: 1, max: 9999 }).map((n) => String(n).padStart(6, '0'))
const text = fc
  .string({ minLength: 1, maxLength: 12 })
  .map((each) => `N${each.replace(/[^\p{L} "{}\\[\],&<']/gu, '')}x`)
const day = fc.integer({ min: 0, max: 200 }).map((n) => new Date(Date.UTC(2025, 8, 1 + n)).toISOString().slice(0, 10))
const record = fc.record<Record>({
  student: id,
  name: text,
  born: fc.option(day),
  races: fc.uniqueArray(fc.constantFrom('Asian', 'White')),
  entry: fc.constant('2025-08-25'),
  exit: fc.option(day),
  day,
  part: fc.option(fc.constantFrom(0.5, 1)),
  grade: fc.option(fc.integer({ min: 0, max: 100 })),
  letter: fc.option(fc.constantFrom('A', 'B+')),
  program: fc.constantFrom('Special Education', 'Homeless'),
})
const records = fc.uniqueArray(record, { selector: ({ student }) => student, minLength: 1, maxLength: 12 })

const escaped = (value: string) => value.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
const maybe = (name: string, value: string | number | null) => (value === null ? '' : `<${name}>${value}</${name}>`)

const period = `<GradingPeriod>${code('GradingPeriod', 'First Six Weeks')}</GradingPeriod><GradingPeriodName>Quarter 1</GradingPeriodName>${schoolReference('701')}<SchoolYear>2026</SchoolYear>`
const xml = (of: readonly Record[]) => ({
  'Calendar.xml': interchange(
    'EducationOrgCalendar',
    `<GradingPeriod>${period}<BeginDate>2025-08-25</BeginDate><EndDate>2025-10-31</EndDate><TotalInstructionalDays>45</TotalInstructionalDays></GradingPeriod>`,
  ),
  'Course.xml': interchange(
    'EducationOrganization',
    `<Course><CourseCode>ALG</CourseCode><CourseTitle>Algebra I</CourseTitle><AcademicSubject>${code('AcademicSubject', 'Mathematics')}</AcademicSubject></Course>`,
  ),
  'Students.xml': interchange(
    'Student',
    of
      .map(
        ({ student, name, born, races }) =>
          `<Student><StudentUniqueId>${student}</StudentUniqueId><Name><FirstName>${escaped(name)}</FirstName><LastSurname>Lopez</LastSurname></Name>` +
          `<BirthData>${maybe('BirthDate', born)}</BirthData>${races.map((each) => maybe('Race', code('Race', each))).join('')}</Student>`,
      )
      .join('\n'),
  ),
  'Enrollment.xml': interchange(
    'StudentEnrollment',
    of
      .map(
        ({ student, entry, exit }) =>
          `<StudentSchoolAssociation>${studentReference(student)}${schoolReference('701')}<EntryDate>${entry}</EntryDate>` +
          `<EntryGradeLevel>${code('GradeLevel', 'Ninth grade')}</EntryGradeLevel>${maybe('ExitWithdrawDate', exit)}</StudentSchoolAssociation>`,
      )
      .join('\n'),
  ),
  'Attendance.xml': interchange(
    'StudentAttendance',
    of
      .map(
        ({ student, day, part }) =>
          `<StudentSchoolAttendanceEvent><AttendanceEvent><EventDate>${day}</EventDate><AttendanceEventCategory>${code('AttendanceEventCategory', 'Excused Absence')}</AttendanceEventCategory>` +
          `${maybe('EventDuration', part)}</AttendanceEvent>${studentReference(student)}${schoolReference('701')}</StudentSchoolAttendanceEvent>`,
      )
      .join('\n'),
  ),
  'Grade.xml': interchange(
    'StudentGrade',
    of
      .map(
        ({ student, grade, letter }) =>
          `<Grade>${maybe('LetterGradeEarned', letter)}${maybe('NumericGradeEarned', grade)}<GradeType>${code('GradeType', 'Grading Period')}</GradeType>` +
          `<StudentSectionAssociationReference><StudentSectionAssociationIdentity>${studentReference(student)}<SectionReference><SectionIdentity><SectionIdentifier>s1</SectionIdentifier>` +
          `<CourseOfferingReference><CourseOfferingIdentity><LocalCourseCode>ALG</LocalCourseCode>${schoolReference('701')}</CourseOfferingIdentity></CourseOfferingReference></SectionIdentity></SectionReference>` +
          `<BeginDate>2025-08-25</BeginDate></StudentSectionAssociationIdentity></StudentSectionAssociationReference><GradingPeriodReference><GradingPeriodIdentity>${period}</GradingPeriodIdentity></GradingPeriodReference></Grade>`,
      )
      .join('\n'),
  ),
  'Program.xml': interchange(
    'StudentProgram',
    of
      .map(
        ({ student, program }) =>
          `<StudentProgramAssociation>${studentReference(student)}<ProgramReference><ProgramIdentity><ProgramName>${program}</ProgramName><ProgramType>${code('ProgramType', program)}</ProgramType></ProgramIdentity></ProgramReference>` +
          `<BeginDate>2025-09-01</BeginDate></StudentProgramAssociation>`,
      )
      .join('\n'),
  ),
})

const ofSchool = { schoolReference: { schoolId: 701, link: { rel: 'School', href: '/ed-fi/schools/x' } } }
const descriptor = (name: string, value: string) => ({
  [`${name[0]!.toLowerCase()}${name.slice(1)}Descriptor`]: code(name, value),
})
const meta = { id: 'a0', _etag: '5250', _lastModifiedDate: '2026-01-01T00:00:00Z' }
const periodKeys = { ...descriptor('GradingPeriod', 'First Six Weeks'), gradingPeriodName: 'Quarter 1' }
const json = (of: readonly Record[]): { [file: string]: object[] } => ({
  gradingPeriods: [
    {
      ...meta,
      ...periodKeys,
      ...ofSchool,
      schoolYearTypeReference: { schoolYear: 2026 },
      beginDate: '2025-08-25',
      endDate: '2025-10-31',
      totalInstructionalDays: 45,
    },
  ],
  courses: [
    { courseCode: 'ALG', courseTitle: 'Algebra I', academicSubjects: [descriptor('AcademicSubject', 'Mathematics')] },
  ],
  students: of.map(({ student, name, born, races }) => ({
    ...meta,
    studentUniqueId: student,
    firstName: name,
    lastSurname: 'Lopez',
    birthDate: born,
    races: races.map((each) => descriptor('Race', each)),
  })),
  studentSchoolAssociations: of.map(({ student, entry, exit }) => ({
    entryDate: entry,
    studentReference: { studentUniqueId: student },
    ...ofSchool,
    exitWithdrawDate: exit,
    entryGradeLevelDescriptor: code('GradeLevel', 'Ninth grade'),
  })),
  studentSchoolAttendanceEvents: of.map(({ student, day, part }) => ({
    ...descriptor('AttendanceEventCategory', 'Excused Absence'),
    eventDate: day,
    eventDuration: part,
    studentReference: { studentUniqueId: student },
    ...ofSchool,
  })),
  grades: of.map(({ student, grade, letter }) => ({
    ...descriptor('GradeType', 'Grading Period'),
    letterGradeEarned: letter,
    numericGradeEarned: grade,
    gradingPeriodReference: { ...periodKeys, schoolId: 701, schoolYear: 2026 },
    studentSectionAssociationReference: {
      beginDate: '2025-08-25',
      localCourseCode: 'ALG',
      schoolId: 701,
      schoolYear: 2026,
      sectionIdentifier: 's1',
      sessionName: 'Fall',
      studentUniqueId: student,
    },
  })),
  studentProgramAssociations: of.map(({ student, program }) => ({
    beginDate: '2025-09-01',
    studentReference: { studentUniqueId: student },
    programReference: { educationOrganizationId: 1, programName: program, ...descriptor('ProgramType', program) },
  })),
})

const read = async (files: { [name: string]: string }, pieceSize: number) => {
  const { records, problems, damage } = await readFiles(
    Object.entries(files).map(([name, content]) => fileOf(name, content, pieceSize)),
  )
  const sorted = records.map(({ kind, record }) => JSON.stringify([kind, ...Object.entries(record).sort()])).sort()
  return {
    facts: sorted,
    errors: problems.filter(({ severity }) => severity === 'error'),
    damage,
  }
}

test('the same records are the same facts as XML, as a JSON array and as a JSON object on each line, however the bytes are cut', async () => {
  const property = fc.asyncProperty(
    records,
    fc.integer({ min: 7, max: 4000 }),
    fc.boolean(),
    async (of, pieceSize, isPretty) => {
      const rendered = Object.entries(json(of))
      const expected = await read(xml(of), pieceSize)
      expect(expected).toMatchObject({ errors: [], damage: null })
      expect(expected.facts.length).toBe(1 + 5 * of.length)
      const arrays = rendered.map(([name, rows]) => [`${name}.json`, JSON.stringify(rows, null, isPretty ? 2 : 0)])
      const lines = rendered.map(([name, rows]) => [
        `ed-fi/${name}.jsonl`,
        rows.map((row) => JSON.stringify(row)).join('\n'),
      ])
      expect(await read(Object.fromEntries(arrays), pieceSize)).toEqual(expected)
      expect(await read(Object.fromEntries(lines), pieceSize)).toEqual(expected)
    },
  )
  await fc.assert(property, { numRuns: Number(process.env.CONCENTRIC_WORLDS ?? 30) })
})

test('JSON that is cut off, or is no list of objects, ends the reading with a sentence and the line', async () => {
  const student = '{"studentUniqueId":"1","firstName":"A","lastSurname":"B"}'
  for (const content of [`[${student},`, `[${student}`, `[\n${student},\n{"studentUniqueId":`]) {
    const { damage } = await readFiles([fileOf('students.json', content)])
    expect(damage, content).toMatch(/students\.json, line \d+: The file ends in the middle/)
  }
  for (const content of ['not json', `{"error": "no"} trailing`, '[1, 2, 3]', `[${student}] ]`])
    expect((await readFiles([fileOf('students.json', content)])).damage, content).toMatch(/not a list of JSON objects/)
  expect((await readFiles([fileOf('students.jsonl', `${student}\n{"a": tru}`)])).damage).toMatch(
    /line 2: The JSON is damaged/,
  )
})

test('records are referred to by ref across files, and one id for two records is nobody’s', async () => {
  const incidents = (ref: string) =>
    interchange(
      'StudentDiscipline',
      `<DisciplineIncident id="${ref}"><IncidentIdentifier>7</IncidentIdentifier><IncidentDate>2025-10-01</IncidentDate><SchoolReference ref="SCH"/></DisciplineIncident>`,
    )
  const school = interchange(
    'EducationOrganization',
    '<School id="SCH"><SchoolId>701</SchoolId><NameOfInstitution>North</NameOfInstitution></School>',
  )
  const students = interchange(
    'Student',
    '<Student id="STU"><StudentUniqueId>000101</StudentUniqueId><Name><FirstName>A</FirstName><LastSurname>B</LastSurname></Name></Student>',
  )
  const doing = interchange(
    'StudentDiscipline',
    `<StudentDisciplineIncidentBehaviorAssociation><StudentReference ref="STU"/><DisciplineIncidentReference ref="INC"/><Behavior><Behavior>${code('Behavior', 'State Offense')}</Behavior></Behavior></StudentDisciplineIncidentBehaviorAssociation>`,
  )
  const files = [
    fileOf('d.xml', doing),
    fileOf('i.xml', incidents('INC')),
    fileOf('s.xml', students),
    fileOf('o.xml', school),
  ]
  const { of, problems } = await readFiles(files)
  expect(of('incident')).toMatchObject([
    { studentExternalId: '000101', schoolExternalId: '701', externalId: '7', onDate: '2025-10-01' },
  ])
  expect(problems).toEqual([])
  const twice = await readFiles([...files, fileOf('j.xml', incidents('INC'))])
  expect(twice.of('incident')).toEqual([])
  expect(twice.rules).toContain('reference_by_ref')
})
