const dayLength = 86_400_000

const at = (date: string) => Date.parse(`${date}T00:00:00Z`)

export const addDays = (date: string, days: number) => new Date(at(date) + days * dayLength).toISOString().slice(0, 10)

/** 0 is Sunday. */
export const weekdayOf = (date: string) => new Date(at(date)).getUTCDay()

export const isWeekday = (date: string) => weekdayOf(date) % 6 !== 0

/** Every date from the first through the last. */
export const datesThrough = (first: string, last: string) =>
  Array.from({ length: Math.round((at(last) - at(first)) / dayLength) + 1 }, (_, i) => addDays(first, i))

/** `nthWeekday(2026, 9, 1, 1)` is Labor Day, the first Monday of September. */
export const nthWeekday = (year: number, month: number, weekday: number, nth: number) => {
  const first = `${year}-${String(month).padStart(2, '0')}-01`
  return addDays(first, ((weekday - weekdayOf(first) + 7) % 7) + (nth - 1) * 7)
}
