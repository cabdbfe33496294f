import { coursesOf, homeroomOf, subjectTitles, subjects } from './courses.ts'
import { csvFile, type DemoFile, type Value } from './csv.ts'
import { enrollmentsFile } from './one-roster-enrollments.ts'
import { usersFile } from './one-roster-users.ts'
import { district } from './places.ts'
import type { Term } from './school-year.ts'
import type { Town } from './town.ts'

type Row = Record<string, Value | undefined>

const columns = (text: string) => ['sourcedId', 'status', 'dateLastModified', ...text.split(' ')]

const kinds =
  'academicSessions categories classes classResources courses courseResources demographics enrollments lineItems orgs resources results users'.split(
    ' ',
  )

const manifest = (files: readonly DemoFile[]) => {
  const modes = kinds.map((kind) => ({
    propertyName: `file.${kind}`,
    value: files.some((file) => file.name === `${kind}.csv`) ? 'bulk' : 'absent',
  }))
  return csvFile(
    'manifest.csv',
    ['propertyName', 'value'],
    [
      { propertyName: 'manifest.version', value: '1.0' },
      { propertyName: 'oneroster.version', value: '1.1' },
      ...modes,
      { propertyName: 'source.systemName', value: 'Riverbend demo' },
      { propertyName: 'source.systemCode', value: 'riverbend-demo' },
    ],
  )
}

const orgs = ({ schools }: Town) =>
  csvFile('orgs.csv', columns('name type identifier parentSourcedId'), [
    { ...district, type: 'district' },
    ...schools.map(({ sourcedId, name }) => ({ sourcedId, name, type: 'school', parentSourcedId: district.sourcedId })),
  ])

/** Each term lasts until the next one starts: OneRoster's end dates are exclusive. */
const termRows = (
  terms: Term[],
  type: string,
  letter: string,
  end: string,
  parent: (i: number) => string,
  year: number,
) =>
  terms.map(({ title, days }, i): Row => {
    const endDate = terms[i + 1]?.days[0] ?? end
    const sourcedId = `${year}-${letter}${i + 1}`
    return { sourcedId, title, type, startDate: days[0], endDate, parentSourcedId: parent(i), schoolYear: year }
  })

const academicSessions = ({ year }: Town) => {
  const { endsIn, start, end } = year
  const whole = { sourcedId: String(endsIn), title: `${endsIn - 1}-${endsIn}`, type: 'schoolYear', schoolYear: endsIn }
  return csvFile('academicSessions.csv', columns('title type startDate endDate parentSourcedId schoolYear'), [
    { ...whole, startDate: start, endDate: end },
    ...termRows(year.semesters, 'semester', 's', end, () => String(endsIn), endsIn),
    ...termRows(year.quarters, 'gradingPeriod', 'q', end, (i) => `${endsIn}-s${i < 2 ? 1 : 2}`, endsIn),
  ])
}

const courses = ({ sections, year }: Town) => {
  const grades = [...new Set(sections.map((section) => section.grade))]
  const shared = (grade: string) => ({
    grades: grade,
    orgSourcedId: district.sourcedId,
    schoolYearSourcedId: year.endsIn,
  })
  return csvFile(
    'courses.csv',
    columns('schoolYearSourcedId title courseCode grades orgSourcedId subjects subjectCodes'),
    [
      ...grades.map((grade): Row => ({ ...homeroomOf(grade), ...shared(grade), courseCode: `HR-${grade}` })),
      ...grades.flatMap((grade) =>
        coursesOf(grade).map(({ sourcedId, title, subject }): Row => {
          const courseCode = `${subject.slice(0, 3).toUpperCase()}-${grade}`
          return { sourcedId, title, courseCode, ...shared(grade), subjects: subjectTitles[subject] }
        }),
      ),
    ],
  )
}

const classes = ({ sections, year }: Town) => {
  const rows = sections.flatMap(({ school, grade, number, classes }) =>
    classes.map((each): Row => ({
      sourcedId: each.sourcedId,
      title: each.title,
      grades: grade,
      courseSourcedId: each.courseId,
      classCode: `${grade}-${number}-${each.subject ?? 'homeroom'}`,
      classType: each.subject ? 'scheduled' : 'homeroom',
      location: `Room ${Number(grade) || 0}${String(number).padStart(2, '0')}`,
      schoolSourcedId: school.sourcedId,
      termSourcedIds: `${year.endsIn}-s1,${year.endsIn}-s2`,
      subjects: each.subject ? subjectTitles[each.subject] : '',
      periods: each.subject ? subjects.indexOf(each.subject) + 1 : 0,
    })),
  )
  const own =
    'title grades courseSourcedId classCode classType location schoolSourcedId termSourcedIds subjects subjectCodes periods'
  return csvFile('classes.csv', columns(own), rows)
}

const races = [
  'americanIndianOrAlaskaNative',
  'asian',
  'blackOrAfricanAmerican',
  'nativeHawaiianOrOtherPacificIslander',
  'white',
]

const demographics = ({ students }: Town) => {
  const rows = students.map(({ sourcedId, birthDate, sex, races: own }): Row => {
    if (!own) return { sourcedId, birthDate, sex }
    const marked = Object.fromEntries(races.map((race) => [race, own.includes(race)]))
    const several = races.filter((race) => own.includes(race)).length > 1
    const hispanic = own.includes('hispanicOrLatinoEthnicity')
    return {
      sourcedId,
      birthDate,
      sex,
      ...marked,
      demographicRaceTwoOrMoreRaces: several,
      hispanicOrLatinoEthnicity: hispanic,
    }
  })
  const last =
    'demographicRaceTwoOrMoreRaces hispanicOrLatinoEthnicity countryOfBirthCode stateOfBirthAbbreviation cityOfBirth publicSchoolResidenceStatus'
  return csvFile('demographics.csv', columns(`birthDate sex ${races.join(' ')} ${last}`), rows)
}

/** The OneRoster 1.1 set: bulk, complete in itself, every status and modification date blank. */
export const oneRosterFiles = (town: Town): DemoFile[] => {
  const make = [orgs, academicSessions, courses, classes, usersFile, enrollmentsFile, demographics]
  const files = make.map((file) => file(town))
  return [manifest(files), ...files]
}
