import { english } from './reason-english.ts'
import { spanish } from './reason-spanish.ts'
import type { Level, RuleName, Subject } from './preset-rules.ts'

/** The numbers of one reached cut point, as `flags.sql` writes them; which ones are there depends on the rule. */
export type Cause = {
  rule: RuleName
  /** The cut point, in the unit of the rule. */
  value: number
  subject?: Subject
  daysMissed?: number
  daysEnrolled?: number
  incidents?: number
  stateOffenses?: number
  suspensionDays?: number
  average?: number
  failures?: number
  courses?: number
  gradePointAverage?: number
  semesterFailures?: number
  creditsEarned?: number
}

/** What a flag knows: its level, its window, both days inclusive, and the cut points of that level that were reached. */
export type FlagFacts = { level: Level; from: string; to: string; causes: Cause[] }

export type ReasonLocale = 'en' | 'es'

export type Words = {
  locale: string
  /** A day and month; with the year where `withYear`. */
  since: (from: string) => string
  between: (from: string, to: string) => string
  measured: (cause: Cause, period: string, n: Numbers) => string
  cut: (cause: Cause, level: Level, n: Numbers) => string
  also: string
}
export type Numbers = { plain: (value: number) => string; percent: (cause: Cause) => string }

const daysUntilClosed = 45

/**
 * The reason of a flag as a sentence with its numbers: "missed 9 of 61 days since September 3 (14.8%); concern starts at 10%". What
 * happened and where the cut is; never a score, never a word for the child. Without `today`, or within 45 days after the window's
 * end, the window is open: "since". Later it is named with both its days and years.
 */
export function reasonOf(facts: FlagFacts, locale: ReasonLocale = 'en', today?: string): string {
  const words = locale === 'es' ? spanish : english
  const isClosed = today !== undefined && Date.parse(today) - Date.parse(facts.to) > daysUntilClosed * 86_400_000
  const period = isClosed ? words.between(facts.from, facts.to) : words.since(facts.from)
  const numbers = numbersIn(words.locale)
  return facts.causes
    .map((cause) => `${words.measured(cause, period, numbers)}; ${words.cut(cause, facts.level, numbers)}`)
    .join(words.also)
}

// Making a formatter takes some hundred times as long as using it, and a list says a hundred numbers and days. There are few of them.
const numberFormats = new Map<string, Intl.NumberFormat>()
const dayFormats = new Map<string, Intl.DateTimeFormat>()

function keep<Format>(kept: Map<string, Format>, key: string, make: () => Format): Format {
  const format = kept.get(key) ?? make()
  kept.set(key, format)
  return format
}

function numbersIn(locale: string): Numbers {
  const format = (value: number, minimumFractionDigits: number, maximumFractionDigits: number) =>
    keep(numberFormats, `${locale} ${minimumFractionDigits} ${maximumFractionDigits}`, () => {
      return new Intl.NumberFormat(locale, { minimumFractionDigits, maximumFractionDigits })
    }).format(value)
  return {
    plain: (value) => format(value, 0, 2),
    percent: ({ daysMissed = 0, daysEnrolled = 1, value }) => {
      const exact = (daysMissed / daysEnrolled) * 100
      // One decimal, unless that would read as the cut point itself: 20.04% is more than 20%.
      const readsAsCut = Math.round(exact * 10) / 10 === value && exact !== value
      return readsAsCut ? format(exact, 2, 2) : format(exact, 1, 1)
    },
  }
}

/** A day of the calendar in words; it has no time zone, so none may move it. */
export const dayIn = (locale: string, day: string, withYear: boolean) =>
  keep(dayFormats, `${locale} ${withYear}`, () => {
    const year = withYear ? ({ year: 'numeric' } as const) : {}
    return new Intl.DateTimeFormat(locale, { month: 'long', day: 'numeric', ...year, timeZone: 'UTC' })
  }).format(new Date(`${day}T00:00:00Z`))
