export const indicators = ['attendance', 'behavior', 'course'] as const
export type Indicator = (typeof indicators)[number]
export const levels = ['caution', 'concern'] as const
export type Level = (typeof levels)[number]
export const windows = ['year_to_date', 'last_45_days', 'term'] as const
export type Window = (typeof windows)[number]
export const subjects = ['english', 'mathematics', 'science', 'social_science', 'other'] as const
export type Subject = (typeof subjects)[number]

/** What a cut point may ask, and of which indicator. `flags.sql` decides each of them; the *-level.ts files say what each means. */
export const ruleNames = {
  attendance: ['missed_at_least', 'missed_more_than'],
  behavior: ['incidents_at_least', 'state_offenses_at_least', 'suspension_days_at_least', 'unsatisfactory_mark'],
  course: [
    'average_below',
    'failed_at_least',
    'grade_points_below',
    'semester_failures_at_least',
    'credits_below_at_year_end',
  ],
} as const
export type RuleName = (typeof ruleNames)[Indicator][number]

/** One cut point: from `value` on, the rule gives the level, in these subjects (each of them by itself) and grades, where named. */
export type Cut = {
  indicator: Indicator
  level: Level
  rule: RuleName
  value: number
  subjects?: Subject[]
  grades?: string[]
}

/** A preset's rules: the window they look at, the fewest enrolled days for an attendance flag, the lowest passing mark, the cut points. */
export type PresetRules = { window: Window; minimumDays: number; passMark: number; grades?: string[]; cuts: Cut[] }

/** The cut points of an indicator that apply in a grade. A student whose grade is unknown meets no cut point that is for certain grades. */
export const cutsFor = (rules: PresetRules, indicator: Indicator, grade: string | null) =>
  rules.cuts.filter(
    (cut) => cut.indicator === indicator && appliesTo(rules.grades, grade) && appliesTo(cut.grades, grade),
  )

const appliesTo = (grades: string[] | undefined, grade: string | null) =>
  !grades || (grade !== null && grades.includes(grade))

/** The graver level of those given; null of none. */
export const worst = (found: Level[]): Level | null =>
  found.includes('concern') ? 'concern' : found.includes('caution') ? 'caution' : null

/** Checks the rules of a preset as they were stored or sent. Throws a sentence for whatever is unknown or missing. */
export function readRules(stored: unknown): PresetRules {
  const rules = record(stored, 'The rules')
  const cuts = list(rules.cuts, 'cuts').map(readCut)
  return {
    window: oneOf(windows, rules.window, 'window'),
    minimumDays: number(rules.minimumDays, 'minimumDays'),
    passMark: number(rules.passMark, 'passMark'),
    ...(rules.grades !== undefined && { grades: texts(rules.grades, 'grades') }),
    cuts,
  }
}

function readCut(stored: unknown): Cut {
  const cut = record(stored, 'A cut point')
  const indicator = oneOf(indicators, cut.indicator, 'indicator')
  return {
    indicator,
    level: oneOf(levels, cut.level, 'level'),
    rule: oneOf<RuleName>(ruleNames[indicator], cut.rule, `rule of ${indicator}`),
    value: number(cut.value, 'value'),
    ...(cut.subjects !== undefined && {
      subjects: texts(cut.subjects, 'subjects').map((s) => oneOf(subjects, s, 'subject')),
    }),
    ...(cut.grades !== undefined && { grades: texts(cut.grades, 'grades') }),
  }
}

function record(value: unknown, what: string) {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Error(`${what} must be an object.`)
  return value as Record<string, unknown>
}

function list(value: unknown, what: string): unknown[] {
  if (!Array.isArray(value)) throw new Error(`A preset needs a list of ${what}.`)
  return value
}

const texts = (value: unknown, what: string) =>
  list(value, what).map((text) => {
    if (typeof text !== 'string') throw new Error(`The list of ${what} holds something that is not text.`)
    return text
  })

function number(value: unknown, what: string) {
  if (typeof value !== 'number' || !Number.isFinite(value) || value < 0) {
    throw new Error(`A preset's ${what} must be a number, zero or more.`)
  }
  return value
}

function oneOf<T extends string>(known: readonly T[], value: unknown, what: string): T {
  if (!known.includes(value as T))
    throw new Error(`Unknown ${what} in a preset: ${String(value)}. Known: ${known.join(', ')}.`)
  return value as T
}
