const dayMs = 86_400_000
const daysBetween = (from: string, to: string) => Math.round((Date.parse(to) - Date.parse(from)) / dayMs)

export type Rhythm = {
  /** How many days may pass between two applied imports; null: nobody expects it regularly. */
  expectedEveryDays: number | null
  /** The day on which that was first said, YYYY-MM-DD in the community. */
  expectedSince: string | null
  /** The day of the last applied import, YYYY-MM-DD in the community; null: none yet. */
  lastAppliedOn: string | null
}

/**
 * By how many days the facts of a source are older than they should be, as of a day of the community; 0: they are fresh, or nobody
 * expects them. A source that never brought anything counts from the day on which it was expected.
 */
export function daysOverdue({ expectedEveryDays, expectedSince, lastAppliedOn }: Rhythm, today: string): number {
  const from = lastAppliedOn ?? expectedSince
  if (expectedEveryDays === null || from === null) return 0
  return Math.max(0, daysBetween(from, today) - expectedEveryDays)
}
