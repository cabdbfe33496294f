import type { Cut, Indicator, PresetRules, RuleName } from './preset-rules.ts'

/** In what a rule counts, and between which values a cut point makes sense. `below`: the rule is met under its value. */
export type Measure = {
  unit: 'percent' | 'incidents' | 'days' | 'marks' | 'courses' | 'points' | 'credits'
  least: number
  most: number
  isWhole: boolean
  below: boolean
}

const measure = (unit: Measure['unit'], least: number, most: number, more: Partial<Measure> = {}): Measure => ({
  ...{ unit, least, most, isWhole: false, below: false },
  ...more,
})
const whole = { isWhole: true }
const below = { below: true }

export const measures: Record<RuleName, Measure> = {
  missed_at_least: measure('percent', 1, 100),
  missed_more_than: measure('percent', 1, 99),
  incidents_at_least: measure('incidents', 1, 100, whole),
  state_offenses_at_least: measure('incidents', 1, 100, whole),
  suspension_days_at_least: measure('days', 0.5, 180),
  unsatisfactory_mark: measure('marks', 1, 1, whole),
  average_below: measure('marks', 1, 100, below),
  failed_at_least: measure('courses', 1, 20, whole),
  grade_points_below: measure('points', 0.1, 4, below),
  semester_failures_at_least: measure('courses', 1, 20, whole),
  credits_below_at_year_end: measure('credits', 0.5, 20, below),
}

/** The rules that a person can add; marks of behavior are in no file that is read. */
export const choosableRules: Record<Indicator, readonly RuleName[]> = {
  attendance: ['missed_at_least', 'missed_more_than'],
  behavior: ['incidents_at_least', 'state_offenses_at_least', 'suspension_days_at_least'],
  course: [
    'average_below',
    'failed_at_least',
    'grade_points_below',
    'semester_failures_at_least',
    'credits_below_at_year_end',
  ],
}

/** What keeps rules from being saved, and where: a field of the preset, or a cut point by its place. */
export type RuleFault = {
  at: 'title' | 'minimumDays' | 'passMark' | 'grades' | 'cuts' | number
  code: 'title' | 'days' | 'mark' | 'grades' | 'none' | 'value' | 'whole' | 'subjects' | 'twice' | 'order'
  least?: number
  most?: number
}

const listOf = (values: readonly string[] | undefined) => values?.toSorted().join() ?? '*'
const sameQuestion = (a: Cut, b: Cut) =>
  a.rule === b.rule && listOf(a.subjects) === listOf(b.subjects) && listOf(a.grades) === listOf(b.grades)

/** Everything that is wrong with rules and their title, in the order of the form. Empty: they can be saved. */
export function faultsOf(rules: PresetRules, title: string): RuleFault[] {
  return [
    ...(title.trim().length < 3 ? [{ at: 'title', code: 'title' } as const] : []),
    ...(Number.isInteger(rules.minimumDays) && rules.minimumDays >= 1 && rules.minimumDays <= 180
      ? []
      : [{ at: 'minimumDays', code: 'days', least: 1, most: 180 } as const]),
    ...(rules.passMark >= 1 && rules.passMark <= 100
      ? []
      : [{ at: 'passMark', code: 'mark', least: 1, most: 100 } as const]),
    ...(rules.grades?.length === 0 ? [{ at: 'grades', code: 'grades' } as const] : []),
    ...(rules.cuts.length === 0 ? [{ at: 'cuts', code: 'none' } as const] : []),
    ...rules.cuts.flatMap((cut, place) => faultsOfCut(cut, place, rules.cuts)),
  ]
}

function faultsOfCut(cut: Cut, place: number, all: readonly Cut[]): RuleFault[] {
  const { least, most, isWhole, below: isBelow } = measures[cut.rule]
  if (!(cut.value >= least && cut.value <= most)) return [{ at: place, code: 'value', least, most }]
  if (isWhole && !Number.isInteger(cut.value)) return [{ at: place, code: 'whole' }]
  if (cut.subjects?.length === 0) return [{ at: place, code: 'subjects' }]
  if (cut.grades?.length === 0) return [{ at: place, code: 'grades' }]
  const before = all.slice(0, place).filter((other) => sameQuestion(cut, other))
  if (before.some(({ level }) => level === cut.level)) return [{ at: place, code: 'twice' }]
  const milder = all.find((other) => sameQuestion(cut, other) && other.level === 'caution')
  const isOutOfOrder =
    cut.level === 'concern' && milder && (isBelow ? milder.value <= cut.value : milder.value >= cut.value)
  return isOutOfOrder ? [{ at: place, code: 'order' }] : []
}
