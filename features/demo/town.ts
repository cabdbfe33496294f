import { castRoster } from './cast-roster.ts'
import { fewestInvented, inventedRoster } from './invented-roster.ts'
import { schoolsFor } from './more-schools.ts'
import type { School } from './places.ts'
import { calendarOf, isSchoolDay, schoolYearAt, type CalendarDay, type SchoolYear } from './school-year.ts'
import { sectionsOf, type Section } from './sections.ts'
import type { Stay } from './stays.ts'
import type { Student } from './student.ts'
import { tendenciesOf, type Tendency } from './tendencies.ts'
import type { EnrolledDay } from './absences.ts'

/** Everything the files are written from. */
export type Town = {
  seed: number
  today: string
  year: SchoolYear
  schools: School[]
  calendars: Map<School, CalendarDay[]>
  students: Student[]
  sections: Section[]
  sectionOf: Map<Stay, Section>
  tendencies: Map<Student, Tendency>
  enrolledDays: Map<Student, EnrolledDay[]>
}

const schoolDaysOf = (calendar: CalendarDay[], schoolId: string): EnrolledDay[] =>
  calendar.filter(isSchoolDay).map(({ date }) => ({ date, schoolId }))

const during = (days: EnrolledDay[], { from, until }: Stay) =>
  from <= days[0]!.date && !until ? days : days.filter(({ date }) => date >= from && (!until || date < until))

export const buildTown = (seed: number, size: number, schoolCount: number, today: string): Town => {
  const year = schoolYearAt(today, seed)
  const schools = schoolsFor(schoolCount)
  const passed = year.days.filter((day) => isSchoolDay(day) && day.date <= today).map((day) => day.date)
  const named = castRoster(year, passed)
  const invented = Math.max(fewestInvented, size - named.length)
  const students = [...named, ...inventedRoster(invented, schools, year, passed, seed)]
  const calendars = new Map(schools.map((school) => [school, calendarOf(school.sourcedId, year, today, seed)]))
  const open = new Map(schools.map((school) => [school, schoolDaysOf(calendars.get(school)!, school.sourcedId)]))
  const sections = sectionsOf(students, seed)
  return {
    ...{ seed, today, year, schools, calendars, students, sections },
    sectionOf: new Map(sections.flatMap((section) => section.members.map(({ stay }) => [stay, section]))),
    tendencies: tendenciesOf(students, passed.length / year.days.filter(isSchoolDay).length, seed),
    enrolledDays: new Map(
      students.map((student) => [student, student.stays.flatMap((stay) => during(open.get(stay.school)!, stay))]),
    ),
  }
}
