/**
 * Chronic absence: at least 10% of enrolled days missed, for any reason, and enrolled for at least ten days (EDFacts FS195).
 * Both in days, missed days with halves or other parts down to a thousandth. Compared as whole numbers, never as a rounded
 * percentage: 17 of 169 is, 16 of 169 is not, and exactly 90.0% attendance is. Nobody is chronically absent from zero days.
 */
export const isChronic = (missedDays: number, enrolledDays: number) =>
  enrolledDays >= 10 && thousandths(missedDays) * 10 >= thousandths(enrolledDays)

export type AttendanceTier = 'satisfactory' | 'at_risk' | 'moderate' | 'severe'

/**
 * The tiers of Attendance Works: satisfactory below 5% missed, at risk from 5%, moderate chronic absence from 10%, severe from
 * 20%. Null without an enrolled day: there is no rate then, and no tier.
 */
export function tierOf(missedDays: number, enrolledDays: number): AttendanceTier | null {
  if (enrolledDays <= 0) return null
  const reaches = (percent: number) => thousandths(missedDays) * 100 >= thousandths(enrolledDays) * percent
  if (reaches(20)) return 'severe'
  if (reaches(10)) return 'moderate'
  return reaches(5) ? 'at_risk' : 'satisfactory'
}

const thousandths = (days: number) => Math.round(days * 1000)
