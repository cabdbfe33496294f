import type { TableRow } from './tables.ts'

export type YearCount = { enrolled: number; missed: number }

const schoolDays = (calendar: TableRow[], school: string) =>
  new Set(
    calendar
      .filter((row) => row.schoolSourcedId === school && ['instructional', 'makeUp'].includes(row.dayType!))
      .map((row) => row.date!),
  )

const absences = ['excusedAbsence', 'unexcusedAbsence', 'suspension']

/**
 * Days enrolled and missed by each student, counted from nothing but the files: the slow and plain way, as a second
 * opinion on whatever else counts them.
 */
export const countYears = (tables: Record<string, TableRow[]>): Map<string, YearCount> => {
  const days = new Map(tables.orgs!.map((org) => [org.sourcedId!, schoolDays(tables.calendar!, org.sourcedId!)]))
  const enrolled = new Map<string, Set<string>>()
  for (const row of tables.enrollments!.filter((each) => each.role === 'student')) {
    const own = enrolled.get(row.userSourcedId!) ?? new Set()
    enrolled.set(row.userSourcedId!, own)
    for (const day of days.get(row.schoolSourcedId!)!)
      if (day >= row.beginDate! && (row.endDate === '' || day < row.endDate!)) own.add(day)
  }
  const missed = new Map<string, Map<string, number>>()
  for (const row of tables.attendance!.filter((each) => absences.includes(each.code!))) {
    const own = missed.get(row.studentSourcedId!) ?? new Map<string, number>()
    missed.set(row.studentSourcedId!, own)
    const part = row.duration === '' ? 1 : Number(row.duration)
    own.set(row.date!, Math.min(1, (own.get(row.date!) ?? 0) + part))
  }
  const total = (parts: Map<string, number> | undefined) => [...(parts?.values() ?? [])].reduce((a, b) => a + b, 0)
  return new Map([...enrolled].map(([id, own]) => [id, { enrolled: own.size, missed: total(missed.get(id)) }]))
}
