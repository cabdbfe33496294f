import { cutsFor, worst, type Cut, type Level, type PresetRules } from './preset-rules.ts'

/**
 * Distinct incidents in which the student was the perpetrator, those among them that must be reported to the state, and days
 * of suspension. A suspension without a length counts as one day.
 */
export type BehaviorFacts = { incidents: number; stateOffenses: number; suspensionDays: number }

/** The level of a student's behavior facts; null when nothing is known, or no cut point is reached. */
export function behaviorLevel(facts: BehaviorFacts | null, rules: PresetRules, grade: string | null): Level | null {
  if (!facts) return null
  const reached = cutsFor(rules, 'behavior', grade).filter((cut) => reaches(cut, facts))
  return worst(reached.map((cut) => cut.level))
}

function reaches({ rule, value }: Cut, facts: BehaviorFacts) {
  switch (rule) {
    case 'incidents_at_least':
      return facts.incidents >= value
    case 'state_offenses_at_least':
      return facts.stateOffenses >= value
    case 'suspension_days_at_least':
      return facts.suspensionDays >= value
    // No source that is read carries behavior marks. Unknown is not low risk, and not a flag either.
    default:
      return false
  }
}
