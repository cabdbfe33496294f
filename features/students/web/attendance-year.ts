import type { AttendanceException, AttendanceYear, ExceptionMark } from '#web/charts/attendance-days.ts'
import type { AttendanceDay, StudentRecord } from '../contract.ts'

const marks: Record<string, ExceptionMark> = {
  excused_absence: 'excused',
  unexcused_absence: 'missed',
  partial: 'missed',
  suspension: 'suspended',
  tardy: 'tardy',
}
const gravity: ExceptionMark[] = ['tardy', 'excused', 'missed', 'suspended']

export const isAbsence = ({ code }: AttendanceDay): boolean => code in marks && code !== 'tardy'

/** The absences and late arrivals as a calendar shows them: one mark a day, the gravest. Leaving early is no mark. */
function exceptionsOf(days: readonly AttendanceDay[]): AttendanceException[] {
  const byDay = new Map<string, AttendanceException>()
  for (const { on, code, duration } of days) {
    const mark = marks[code]
    const known = byDay.get(on)
    if (!mark || (known && gravity.indexOf(known.mark) >= gravity.indexOf(mark))) continue
    const half = code === 'partial' || (duration !== null && duration > 0 && duration < 1 && mark !== 'tardy')
    byDay.set(on, { day: on, mark, half })
  }
  return [...byDay.values()]
}

/** The school year of a student's record, or nothing where the reader sees no school days. */
export function attendanceYear(record: StudentRecord, today: string): AttendanceYear | null {
  const [first] = record.schoolDays
  const last = record.schoolDays.at(-1)
  if (first === undefined || last === undefined) return null
  const enrolled = record.enrollments.map(({ entryOn, exitOn }) => ({ from: entryOn, to: exitOn }))
  return {
    from: first,
    to: last > today ? today : last,
    today,
    schoolDays: record.schoolDays,
    enrolled: enrolled.length > 0 ? enrolled : [{ from: first, to: null }],
    exceptions: exceptionsOf(record.attendance),
  }
}

/** Dates on which a whole day or a part of one was missed. */
export const datesMissed = (record: StudentRecord): number =>
  new Set(record.attendance.filter(isAbsence).map(({ on }) => on)).size
