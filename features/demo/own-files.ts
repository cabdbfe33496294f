import { templates } from '#features/imports/csv/templates.ts'
import { eventsOf } from './absences.ts'
import { collegeEventsOf } from './college.ts'
import { csvFile, type DemoFile, type Value } from './csv.ts'
import { incidentsOf, otherPart, type Incident } from './incidents.ts'
import { marksOf, occasionsUntil } from './marks.ts'
import { randomFor } from './random.ts'
import type { Student } from './student.ts'
import type { Town } from './town.ts'

type Row = Record<string, Value | undefined>

const fileOf = (name: string, rows: readonly Row[]): DemoFile => {
  const template = templates.find((each) => each.file === name)!
  return csvFile(
    name,
    template.columns.map((column) => column.name),
    rows,
  )
}

const calendar = ({ calendars }: Town) =>
  [...calendars].flatMap(([{ sourcedId }, days]) =>
    days.map((day): Row => ({ ...day, schoolSourcedId: sourcedId, calendarCode: 'main' })),
  )

type Incidents = Map<Student, Incident[]>

const incidentsByStudent = ({ students, tendencies, enrolledDays, seed }: Town): Incidents =>
  new Map(
    students.map((student) => {
      const random = randomFor(seed, 'incidents', student.sourcedId)
      const count = tendencies.get(student)!.incidents
      return [student, incidentsOf(enrolledDays.get(student)!, count, student.facts !== undefined, random)]
    }),
  )

const wasThere = ({ enrolledDays }: Town, student: Student, { date, schoolId }: Incident) =>
  enrolledDays.get(student)!.some((day) => day.date === date && day.schoolId === schoolId)

/** Someone else who had a part: drawn from all, and dropped when not enrolled in that school on that day. */
const otherRow = (town: Town, incident: Incident, row: Row, student: Student): Row[] => {
  const random = randomFor(town.seed, 'other', String(row.incidentSourcedId))
  const participation = otherPart(random)
  const other = random.pick(town.students)
  if (!participation || other === student || !wasThere(town, other, incident)) return []
  return [{ ...row, studentSourcedId: other.sourcedId, participation, action: 'none', actionDays: '' }]
}

const incidentRows = (town: Town, incidents: Incidents): Row[] =>
  [...incidents].flatMap(([student, own]) =>
    own.flatMap((incident, i) => {
      const row: Row = {
        incidentSourcedId: `i${student.sourcedId}-${i + 1}`,
        studentSourcedId: student.sourcedId,
        schoolSourcedId: incident.schoolId,
        date: incident.date,
        behavior: incident.behavior,
        participation: 'perpetrator',
        action: incident.action,
        actionDays: incident.actionDays,
      }
      return [row, ...otherRow(town, incident, row, student)]
    }),
  )

const attendance = ({ students, tendencies, enrolledDays, seed }: Town, incidents: Incidents): Row[] =>
  students.flatMap((student) => {
    const suspended = new Set(incidents.get(student)!.flatMap((incident) => incident.suspended))
    const { missed } = tendencies.get(student)!
    const random = randomFor(seed, 'attendance', student.sourcedId)
    const events = eventsOf(
      enrolledDays.get(student)!,
      { missed, halfDays: student.facts?.halfDays, suspended },
      random,
    )
    const inOrder = events.sort((a, b) => a.date.localeCompare(b.date))
    return inOrder.map((event): Row => ({
      ...event,
      studentSourcedId: student.sourcedId,
      schoolSourcedId: event.schoolId,
    }))
  })

const grades = ({ students, tendencies, year, today, sectionOf, seed }: Town): Row[] => {
  const occasions = occasionsUntil(today, year)
  return students.flatMap((student) =>
    student.stays.flatMap((stay) => {
      const random = randomFor(seed, 'marks', student.sourcedId, stay.school.sourcedId)
      const { usualGrade } = tendencies.get(student)!
      const { classes } = sectionOf.get(stay)!
      return marksOf(stay, occasions, usualGrade, student.facts, random).map((mark): Row => ({
        ...mark,
        studentSourcedId: student.sourcedId,
        schoolSourcedId: stay.school.sourcedId,
        classSourcedId: classes.find((each) => each.subject === mark.subject)!.sourcedId,
      }))
    }),
  )
}

const collegeAccess = ({ students, tendencies, year, today, seed }: Town): Row[] =>
  students.flatMap((student) => {
    const random = randomFor(seed, 'college', student.sourcedId)
    const bound = student.facts?.collegeBound ?? false
    const events = collegeEventsOf(student.grade, tendencies.get(student)!.usualGrade, bound, year, today, random)
    return events.map((event): Row => ({ ...event, studentSourcedId: student.sourcedId }))
  })

/** Our five files for what OneRoster does not carry. Attendance is exception-only. */
export const ownFiles = (town: Town): DemoFile[] => {
  const incidents = incidentsByStudent(town)
  return [
    fileOf('calendar.csv', calendar(town)),
    fileOf('attendance.csv', attendance(town, incidents)),
    fileOf('incidents.csv', incidentRows(town, incidents)),
    fileOf('grades.csv', grades(town)),
    fileOf('collegeAccess.csv', collegeAccess(town)),
  ]
}
