const day = 86_400_000

/** A listing that nobody confirmed for half a year may be wrong, and says so. */
export const staleAfterDays = 183

export type Freshness = { isStale: boolean; value: number; unit: 'day' | 'month' | 'year' }

/** How long ago a listing was confirmed, in whole days, months of 30 days, or years; nothing when it never was. */
export function freshnessOf(lastConfirmedAt: string | null, now: number): Freshness | undefined {
  if (lastConfirmedAt === null) return undefined
  const days = Math.max(0, Math.floor((now - Date.parse(lastConfirmedAt)) / day))
  const isStale = days >= staleAfterDays
  if (days >= 730) return { isStale, value: Math.floor(days / 365), unit: 'year' }
  if (days >= 60) return { isStale, value: Math.floor(days / 30), unit: 'month' }
  return { isStale, value: days, unit: 'day' }
}
