import { csvFile, type Value } from './csv.ts'
import type { Class, Section } from './sections.ts'
import type { Town } from './town.ts'

type Row = Record<string, Value | undefined>

const columns =
  'sourcedId status dateLastModified classSourcedId schoolSourcedId userSourcedId role primary beginDate endDate'.split(
    ' ',
  )

const rowsOf = ({ school, members }: Section, { sourcedId, teacher }: Class, start: string): Row[] => {
  const shared = { classSourcedId: sourcedId, schoolSourcedId: school.sourcedId }
  const of = (userSourcedId: string) => ({ sourcedId: `${sourcedId}/${userSourcedId}`, userSourcedId })
  return [
    { ...of(teacher.sourcedId), ...shared, role: 'teacher', primary: true, beginDate: start },
    ...members.map(({ student, stay }): Row => ({
      ...of(student.sourcedId),
      ...shared,
      role: 'student',
      primary: false,
      beginDate: stay.from,
      endDate: stay.until,
    })),
  ]
}

/** An enrollment without an end is open; one with an end is over on that day, which no longer counts. */
export const enrollmentsFile = ({ sections, year }: Town) =>
  csvFile(
    'enrollments.csv',
    columns,
    sections.flatMap((section) => section.classes.flatMap((each) => rowsOf(section, each, year.start))),
  )
