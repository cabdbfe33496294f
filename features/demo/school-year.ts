import { addDays, datesThrough, isWeekday, nthWeekday } from './dates.ts'
import { randomFor } from './random.ts'

export type DayType =
  'instructional' | 'makeUp' | 'holiday' | 'emergency' | 'weather' | 'teacherOnly' | 'nonInstructional'
export type CalendarDay = { date: string; dayType: DayType; title: string }
export type Term = { title: string; days: string[] }

export type SchoolYear = {
  /** The year in which the school year ends, as OneRoster counts. */
  endsIn: number
  start: string
  /** Exclusive, as OneRoster's end dates are. */
  end: string
  /** Every weekday of the whole year. */
  days: CalendarDay[]
  quarters: Term[]
  semesters: Term[]
}

const leastDays = 45

export const isSchoolDay = (day: CalendarDay) => day.dayType === 'instructional' || day.dayType === 'makeUp'

const week = (monday: string, title: string): [string, string][] =>
  datesThrough(monday, addDays(monday, 4)).map((date) => [date, title])

const holidays = (year: number): [string, string][] => [
  [nthWeekday(year, 9, 1, 1), 'Labor Day'],
  [nthWeekday(year, 10, 1, 2), 'Indigenous Peoples’ Day'],
  [`${year}-11-11`, 'Veterans Day'],
  [nthWeekday(year, 11, 4, 4), 'Thanksgiving'],
  [`${year}-12-25`, 'Winter break'],
  [`${year + 1}-01-01`, 'New Year’s Day'],
  [nthWeekday(year + 1, 1, 1, 3), 'Martin Luther King Jr. Day'],
  [nthWeekday(year + 1, 2, 1, 3), 'Presidents’ Day'],
  [addDays(nthWeekday(year + 1, 6, 1, 1), -7), 'Memorial Day'],
]

const breaks = (year: number): [string, string][] => [
  [addDays(nthWeekday(year, 11, 4, 4), 1), 'Day after Thanksgiving'],
  ...datesThrough(`${year}-12-22`, `${year + 1}-01-02`).map((date): [string, string] => [date, 'Winter break']),
  ...week(nthWeekday(year + 1, 3, 1, 4), 'Spring break'),
]

const withoutStudents = (year: number): [string, string][] => [
  [nthWeekday(year, 10, 5, 4), 'Family conferences, no classes'],
  [nthWeekday(year + 1, 1, 1, 2), 'Planning day'],
  [nthWeekday(year + 1, 3, 5, 1), 'Planning day'],
]

const snowDays = (year: number, seed: number): [string, string][] => {
  const random = randomFor(seed, 'snow', String(year))
  const winter = datesThrough(`${year + 1}-01-20`, `${year + 1}-02-12`).filter(isWeekday)
  const first = random.below(winter.length - 6)
  return [first, first + 1 + random.below(5)].map((i) => [winter[i]!, 'Snow, buses not running'])
}

/** The kind of every day that is not plainly instructional; what is named first wins. */
const exceptions = (year: number, seed: number) => {
  const kinds = new Map<string, Pick<CalendarDay, 'dayType' | 'title'>>()
  const add = (dayType: DayType, dates: [string, string][]) => {
    for (const [date, title] of dates) if (!kinds.has(date)) kinds.set(date, { dayType, title })
  }
  add('holiday', holidays(year))
  add('nonInstructional', breaks(year))
  add('teacherOnly', withoutStudents(year))
  add('weather', snowDays(year, seed))
  return kinds
}

/** The days of a year that starts in this year's August and lasts into June, two made-up snow days at its end. */
const daysOf = (year: number, seed: number): CalendarDay[] => {
  const kinds = exceptions(year, seed)
  const lastDay = nthWeekday(year + 1, 6, 5, 1)
  const days = datesThrough(nthWeekday(year, 8, 3, 3), lastDay)
    .filter(isWeekday)
    .map((date): CalendarDay => ({ date, ...(kinds.get(date) ?? { dayType: 'instructional', title: '' }) }))
  const madeUp = [3, 4].map((later): CalendarDay => ({
    date: addDays(lastDay, later),
    dayType: 'makeUp',
    title: 'Makes up for snow',
  }))
  return [...days, ...madeUp]
}

const split = (dates: string[], title: string, parts: number): Term[] =>
  Array.from({ length: parts }, (_, i) => ({
    title: `${title} ${i + 1}`,
    days: dates.slice(Math.round((i * dates.length) / parts), Math.round(((i + 1) * dates.length) / parts)),
  }))

const yearFrom = (year: number, seed: number): SchoolYear => {
  const days = daysOf(year, seed)
  const dates = days.filter(isSchoolDay).map((day) => day.date)
  return {
    endsIn: year + 1,
    start: dates[0]!,
    end: addDays(dates.at(-1)!, 1),
    days,
    quarters: split(dates, 'Quarter', 4),
    semesters: split(dates, 'Semester', 2),
  }
}

/** The school year that holds today; the one before while this one has not yet begun or is younger than 45 school days. */
export const schoolYearAt = (today: string, seed: number): SchoolYear => {
  const year = Number(today.slice(0, 4))
  const young = (candidate: SchoolYear) =>
    candidate.days.filter((day) => isSchoolDay(day) && day.date <= today).length < leastDays
  const candidate = yearFrom(year, seed)
  return young(candidate) ? yearFrom(year - 1, seed) : candidate
}

/** A school's own calendar up to today: the district's, with one closed day of its own. */
export const calendarOf = (schoolId: string, year: SchoolYear, today: string, seed: number): CalendarDay[] => {
  const autumn = year.days.filter(isSchoolDay).slice(12, 36)
  const closed = randomFor(seed, 'closed', schoolId).pick(autumn).date
  return year.days
    .filter((day) => day.date <= today)
    .map((day) =>
      day.date === closed ? { date: closed, dayType: 'emergency', title: 'Water main break, school closed' } : day,
    )
}
