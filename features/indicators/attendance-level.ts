import { cutsFor, worst, type Cut, type Level, type PresetRules } from './preset-rules.ts'

export type AttendanceFacts = { daysEnrolled: number; daysMissed: number }

/**
 * The level of a student's attendance, from days over all schools of the district: null without enough enrolled days, in
 * a grade that the preset leaves out, or when no cut point is reached. Null is "no flag", never "low risk".
 */
export function attendanceLevel(facts: AttendanceFacts, rules: PresetRules, grade: string | null): Level | null {
  if (facts.daysEnrolled === 0 || facts.daysEnrolled < rules.minimumDays) return null
  const reached = cutsFor(rules, 'attendance', grade).filter((cut) => reaches(cut, facts))
  return worst(reached.map((cut) => cut.level))
}

/** `value` is a percentage of enrolled days missed; compared in thousandths of days, exactly. "Below 80%" is missed more than 20. */
function reaches({ rule, value }: Cut, { daysEnrolled, daysMissed }: AttendanceFacts) {
  const missed = Math.round(daysMissed * 1000) * 100
  const cut = Math.round(daysEnrolled * 1000) * value
  return rule === 'missed_more_than' ? missed > cut : missed >= cut
}
