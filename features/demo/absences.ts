import { weekdayOf } from './dates.ts'
import type { Random } from './random.ts'

export type EnrolledDay = { date: string; schoolId: string }
export type AttendanceEvent = EnrolledDay & { code: string; duration?: number; reason?: string }

const winter = ['12', '01', '02']
const likelihood = (date: string) => {
  const weekday = weekdayOf(date)
  const edge = weekday === 1 ? 1.4 : weekday === 5 ? 1.6 : 1
  return edge * (winter.includes(date.slice(5, 7)) ? 1.4 : 1)
}
const mostLikely = 1.6 * 1.4

const likelyDay = (days: readonly EnrolledDay[], random: Random): number => {
  const i = random.below(days.length)
  return random.chance(likelihood(days[i]!.date) / mostLikely) ? i : likelyDay(days, random)
}

const runLength = (random: Random) =>
  random.pickWeighted([
    [1, 62],
    [2, 20],
    [3, 11],
    [4, 5],
    [5, 2],
  ])

const whyMissed = (length: number, missed: number, random: Random) => {
  if (length > 1) return { code: 'excusedAbsence', reason: random.pick(['illness', 'illness', 'fever, sent home']) }
  if (random.chance(0.25 + missed)) return { code: 'unexcusedAbsence', reason: random.pick(['', '', 'no note']) }
  const reason = random.pick(['illness', 'medical appointment', 'family reasons', 'wrote "not feeling well"', ''])
  return { code: 'excusedAbsence', reason }
}

/** Whole days missed, in runs as illness goes, until their number is reached. `taken` days are missed already. */
const wholeDays = (days: readonly EnrolledDay[], count: number, missed: number, taken: Set<string>, random: Random) => {
  const events: AttendanceEvent[] = []
  const goal = Math.min(days.length, count)
  while (taken.size < goal) {
    const start = likelyDay(days, random)
    const length = Math.min(runLength(random), goal - taken.size)
    const why = whyMissed(length, missed, random)
    for (const day of days.slice(start, start + length)) {
      if (taken.has(day.date)) continue
      taken.add(day.date)
      events.push({ ...day, ...why, duration: random.chance(0.04) ? undefined : 1 })
    }
  }
  return events
}

const mornings = (days: readonly EnrolledDay[], count: number, random: Random): AttendanceEvent[] => {
  const chosen = new Set<number>()
  while (chosen.size < Math.min(days.length, count)) chosen.add(random.below(days.length))
  const event = { code: 'excusedAbsence', duration: 0.5, reason: 'medical appointment' }
  return [...chosen].map((i) => ({ ...days[i]!, ...event }))
}

const latenesses = (days: readonly EnrolledDay[], missed: number, taken: Set<string>, random: Random) => {
  const count = Math.floor(days.length * random.next() * (0.02 + missed / 4))
  const chosen = new Set(Array.from({ length: count }, () => random.below(days.length)))
  return [...chosen]
    .filter((i) => !taken.has(days[i]!.date))
    .map((i): AttendanceEvent => {
      if (random.chance(0.85)) return { ...days[i]!, code: 'tardy' }
      return { ...days[i]!, code: 'earlyDeparture', reason: 'picked up early' }
    })
}

export type Attendance = { missed: number; halfDays?: boolean; suspended: ReadonlySet<string> }

/** Everything but presence, for one student: suspensions, absences up to the share that is to be missed, lateness. */
export const eventsOf = (days: readonly EnrolledDay[], attendance: Attendance, random: Random): AttendanceEvent[] => {
  if (days.length === 0) return []
  const { missed, halfDays, suspended } = attendance
  const exact = missed * days.length
  if (halfDays) return mornings(days, Math.round(exact * 2), random)
  const taken = new Set(suspended)
  const suspensions = days
    .filter((day) => suspended.has(day.date))
    .map((day): AttendanceEvent => ({ ...day, code: 'suspension', duration: 1 }))
  const absences = wholeDays(days, Math.round(exact), missed, taken, random)
  return [...suspensions, ...absences, ...latenesses(days, missed, taken, random)]
}
