import { addDays, type Day, daysBetween } from '../dates.ts'

export type Placed<Item> = Item & {
  /** 0 at the start of the line, 1 at its end. */ along: number
  /** 0 on the line, 1 above it. */ lane: number
}

const share = (day: Day, from: Day, to: Day) => daysBetween(from, day) / Math.max(1, daysBetween(from, to))

/** Each incident at its day; those that would touch are stacked, the earlier one below. */
export function placeIncidents<Item extends { day: Day }>(
  items: readonly Item[],
  from: Day,
  to: Day,
  width = 0.045,
): Placed<Item>[] {
  const lanes: number[] = []
  return [...items]
    .sort((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : 0))
    .map((item) => {
      const along = share(item.day, from, to)
      const free = lanes.findIndex((last) => along - last >= width)
      const lane = free === -1 ? lanes.length : free
      lanes[lane] = along
      return { ...item, along, lane }
    })
}

/** The first of each month on the line. */
export function monthTicks(from: Day, to: Day): { day: Day; along: number }[] {
  const ticks: { day: Day; along: number }[] = []
  let first = `${from.slice(0, 7)}-01`
  while (first <= to) {
    if (first >= from) ticks.push({ day: first, along: share(first, from, to) })
    first = `${addDays(first, 31).slice(0, 7)}-01`
  }
  return ticks
}
