export type AttendanceCode =
  'excused_absence' | 'unexcused_absence' | 'suspension' | 'tardy' | 'early_departure' | 'partial'

/** One exception on one date: what happened, and for which part of the day (0 to 1), null where the source does not say. */
export type Exception = { onDate: string; code: AttendanceCode; duration: number | null }

const wholeDay = new Set<AttendanceCode>(['excused_absence', 'unexcused_absence', 'suspension'])

/**
 * The part of a day that one exception takes. An absence or a suspension takes its duration, and a whole day where the source
 * gives none. Tardy, early departure and partial attendance take their duration, and nothing where the source gives none: a
 * student who came late was there. Excused or not makes no difference.
 */
export const missedPart = ({ code, duration }: Exception) => duration ?? (wholeDay.has(code) ? 1 : 0)

/**
 * Days missed at one school: the parts of a date add up to at most one day. Only dates on which the school held classes and
 * the student was enrolled there count (`isDayEnrolled`); an absence in the holidays or after the exit is not a missed day.
 */
export function missedDays(exceptions: Exception[], isDayEnrolled: (onDate: string) => boolean) {
  const byDate = new Map<string, number>()
  for (const exception of exceptions.filter(({ onDate }) => isDayEnrolled(onDate))) {
    byDate.set(exception.onDate, (byDate.get(exception.onDate) ?? 0) + missedPart(exception))
  }
  return [...byDate.values()].reduce((days, parts) => days + Math.min(1, Math.round(parts * 1000) / 1000), 0)
}
