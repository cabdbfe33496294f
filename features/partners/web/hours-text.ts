import type { Schedule } from '../services/schedule-contract.ts'

const codes = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const
export type Weekday = (typeof codes)[number]
export const weekdays: readonly Weekday[] = codes

/** The days of the week of a rule that repeats every week, in order; nothing for any other rule. */
export function weekdaysOf(rrule: string | null): Weekday[] | undefined {
  const found = /^(?:RRULE:)?FREQ=WEEKLY;(?:INTERVAL=1;)?BYDAY=([A-Z,]+)$/.exec(rrule ?? '')?.[1]?.split(',')
  return found?.every((each) => codes.includes(each as Weekday))
    ? codes.filter((each) => found.includes(each))
    : undefined
}

// 2024-01-01 was a Monday.
export const dayNamed = (day: Weekday, locale: string) =>
  new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' }).format(
    Date.UTC(2024, 0, 1 + codes.indexOf(day)),
  )

const timeIn = (time: string, locale: string) =>
  new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone: 'UTC' }).format(new Date(`2024-01-01T${time}:00Z`))

/** "Tuesday and Thursday, 3:30 PM–5:00 PM", or what was written about the hours; a rule that is not weekly is told as it stands. */
export function hoursText({ rrule, startsAt, endsAt, description }: Schedule, locale: string): string {
  const days = weekdaysOf(rrule)
  if (!days) return description || (rrule ?? '')
  const named = new Intl.ListFormat(locale).format(days.map((day) => dayNamed(day, locale)))
  const times = [startsAt, endsAt].filter((time) => time !== null).map((time) => timeIn(time, locale))
  return [[named, times.join('–')].filter(Boolean).join(', '), description].filter(Boolean).join(' · ')
}
