import { type Day, daysFrom, mondayOf, monthOf, weekday } from '../dates.ts'

export type ExceptionMark = 'missed' | 'excused' | 'suspended' | 'tardy'
export type DayMark = ExceptionMark | 'present' | 'noSchool' | 'notEnrolled' | 'ahead'

export type AttendanceException = { day: Day; mark: ExceptionMark; half?: boolean; reason?: string }

/** A school year of one student. Days are both included; an enrollment without an end has `to: null`. */
export type AttendanceYear = {
  from: Day
  to: Day
  today: Day
  schoolDays: readonly Day[]
  enrolled: readonly { from: Day; to: Day | null }[]
  exceptions: readonly AttendanceException[]
}

export type AttendanceDay = { day: Day; mark: DayMark; half: boolean; reason?: string | undefined }

export type AttendanceMonth = { month: string; weeks: (AttendanceDay | null)[][] }

/** The days worth a place: Monday to Friday, and a weekend day on which this school teaches. */
function weekdaysShown({ schoolDays }: AttendanceYear): number[] {
  const taught = new Set(schoolDays.map(weekday))
  return [1, 2, 3, 4, 5, 6, 7].filter((number) => number <= 5 || taught.has(number))
}

export function attendanceDays(year: AttendanceYear): AttendanceDay[] {
  const shown = new Set(weekdaysShown(year))
  const taught = new Set(year.schoolDays)
  const exceptions = new Map(year.exceptions.map((exception) => [exception.day, exception]))
  const isEnrolled = (day: Day) => year.enrolled.some(({ from, to }) => from <= day && (to === null || day <= to))
  const markOf = (day: Day): DayMark => {
    if (!taught.has(day)) return 'noSchool'
    if (!isEnrolled(day)) return 'notEnrolled'
    return exceptions.get(day)?.mark ?? (day > year.today ? 'ahead' : 'present')
  }
  return daysFrom(year.from, year.to)
    .filter((day) => shown.has(weekday(day)))
    .map((day) => {
      const mark = markOf(day)
      const exception = exceptions.get(day)?.mark === mark ? exceptions.get(day) : undefined
      return { day, mark, half: exception?.half === true, reason: exception?.reason }
    })
}

/** The days as sheets of a wall calendar: a row is a week, a column a weekday. */
export function attendanceMonths(year: AttendanceYear): { weekdays: number[]; months: AttendanceMonth[] } {
  const weekdays = weekdaysShown(year)
  const months = new Map<string, Map<Day, (AttendanceDay | null)[]>>()
  for (const day of attendanceDays(year)) {
    const weeks = months.get(monthOf(day.day)) ?? new Map<Day, (AttendanceDay | null)[]>()
    const week = weeks.get(mondayOf(day.day)) ?? weekdays.map(() => null)
    week[weekdays.indexOf(weekday(day.day))] = day
    weeks.set(mondayOf(day.day), week)
    months.set(monthOf(day.day), weeks)
  }
  return { weekdays, months: [...months].map(([month, weeks]) => ({ month, weeks: [...weeks.values()] })) }
}
