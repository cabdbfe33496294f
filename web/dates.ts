/**
 * School days are text, 'YYYY-MM-DD', from the database to the screen. A day has no hour and no time zone, so it is never
 * read with `new Date(text)`: that means midnight in UTC, which is the day before in every American time zone.
 */
export type Day = string

const shape = /^(\d{4})-(\d{2})-(\d{2})$/
const msInDay = 86_400_000

/** Days since 1970-01-01 in the calendar alone. Throws on a day that does not exist, such as 2026-02-30. */
export function dayNumber(day: Day): number {
  const [, year, month, date] = shape.exec(day)?.map(Number) ?? []
  if (year === undefined || month === undefined || date === undefined) throw new RangeError(`${day} is not YYYY-MM-DD`)
  const midnight = new Date(0)
  midnight.setUTCFullYear(year, month - 1, date)
  if (midnight.getUTCMonth() !== month - 1 || midnight.getUTCDate() !== date)
    throw new RangeError(`${day} does not exist`)
  return Math.floor(midnight.getTime() / msInDay)
}

export const dayFromNumber = (number: number): Day => new Date(number * msInDay).toISOString().slice(0, 10)

export const addDays = (day: Day, days: number): Day => dayFromNumber(dayNumber(day) + days)

export const daysBetween = (from: Day, to: Day): number => dayNumber(to) - dayNumber(from)

/** Monday is 1, Sunday is 7. */
export const weekday = (day: Day): number => ((((dayNumber(day) + 3) % 7) + 7) % 7) + 1

export const mondayOf = (day: Day): Day => addDays(day, 1 - weekday(day))

export const monthOf = (day: Day): string => day.slice(0, 7)

/** Every day from `from` to `to`, both included. */
export function daysFrom(from: Day, to: Day): Day[] {
  const first = dayNumber(from)
  return Array.from({ length: Math.max(0, dayNumber(to) - first + 1) }, (_, index) => dayFromNumber(first + index))
}

/** The day it was in the community when a moment happened. */
export function dayOf(moment: string | Date, timeZone: string): Day {
  const parts = new Intl.DateTimeFormat('en-US', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' })
    .formatToParts(new Date(moment))
    .map(({ type, value }) => [type, value])
  const { year, month, day } = Object.fromEntries(parts) as Record<string, string>
  return `${year}-${month}-${day}`
}

export type DayStyle = 'short' | 'long' | 'full' | 'month' | 'monthShort' | 'monthYear' | 'weekday'

const styles: Record<DayStyle, Intl.DateTimeFormatOptions> = {
  short: { month: 'short', day: 'numeric' },
  long: { month: 'long', day: 'numeric', year: 'numeric' },
  full: { weekday: 'long', month: 'long', day: 'numeric', year: 'numeric' },
  month: { month: 'long', year: 'numeric' },
  monthShort: { month: 'short' },
  monthYear: { month: 'short', year: 'numeric' },
  weekday: { weekday: 'narrow' },
}

/** The number of the day and the formatter share one zone, so no zone can move the day. */
export const formatDay = (day: Day, language: string, style: DayStyle = 'long'): string =>
  new Intl.DateTimeFormat(language, { ...styles[style], timeZone: 'UTC' }).format(dayNumber(day) * msInDay)

export const formatMoment = (moment: string | Date, language: string, timeZone: string): string =>
  new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short', timeZone }).format(new Date(moment))

/** An hour of the day, 0 to 23, as the reader writes it: 7:00 AM, 7:00. */
export const formatHour = (hour: number, locale: string): string =>
  new Intl.DateTimeFormat(locale, { hour: 'numeric', minute: '2-digit', timeZone: 'UTC' }).format(
    new Date(hour * 3_600_000),
  )
