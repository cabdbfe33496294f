import { cutsFor, indicators, type Indicator, type PresetRules } from './preset-rules.ts'

/** What is stored of one student; an indicator that the reader may not see is left out of `inSight`. */
export type StoredFacts = {
  gradeLevel: string | null
  daysEnrolled: number | null
  /** Subjects in which there is a mark. */
  subjects: readonly string[]
  /** Whether the student's district brings incidents in at all: without that, none is not known to be none. */
  hasIncidents: boolean
  inSight: readonly Indicator[]
}

/**
 * The indicators that rules look at for this student and of which too little is known to say anything: neither a flag nor fine. The
 * preview counts by the same rules (preview.sql).
 */
export function notKnown(rules: PresetRules, facts: StoredFacts): Indicator[] {
  const { gradeLevel, daysEnrolled, subjects, hasIncidents, inSight } = facts
  const days = daysEnrolled ?? 0
  return indicators.filter((indicator) => {
    const cuts = cutsFor(rules, indicator, gradeLevel).filter(({ rule }) => rule !== 'unsatisfactory_mark')
    if (cuts.length === 0 || !inSight.includes(indicator)) return false
    if (indicator === 'attendance') return days === 0 || days < rules.minimumDays
    if (indicator === 'behavior') return !hasIncidents
    const asked = rules.cuts.filter((cut) => cut.indicator === 'course')
    return !asked.some((cut) =>
      subjects.some((subject) => !cut.subjects || (cut.subjects as string[]).includes(subject)),
    )
  })
}
