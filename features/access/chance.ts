import type { Day } from './world.ts'

/** A stream of chances that depends on nothing but its seed, so that every world can be made again. */
export function chanceFrom(seed: number) {
  let state = (seed * 2654435761) >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  const below = (limit: number) => Math.floor(next() * limit)
  const hex = () => below(0x100000000).toString(16).padStart(8, '0')
  return {
    below,
    is: (share: number) => next() < share,
    pick: <T>(list: readonly T[]): T => list[below(list.length)]!,
    some: <T>(list: readonly T[], share: number): T[] => list.filter(() => next() < share),
    times: <T>(count: number, make: (i: number) => T): T[] => Array.from({ length: count }, (_, i) => make(i)),
    id: () => {
      const bytes = hex() + hex() + hex() + hex()
      return [
        [0, 8],
        [8, 12],
        [12, 16],
        [16, 20],
        [20, 32],
      ]
        .map(([a, b]) => bytes.slice(a, b))
        .join('-')
    },
  }
}
export type Chance = ReturnType<typeof chanceFrom>

/** The day so many days after another. */
export const dayAfter = (day: Day, days: number): Day =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)

/** The day so many years after another, in the same month and on the same day of it (29 February becomes the 28th). */
export const yearsAfter = (day: Day, years: number): Day => {
  const year = Number(day.slice(0, 4)) + years
  const isLeap = new Date(Date.UTC(year, 1, 29)).getUTCMonth() === 1
  return `${year}-${day.endsWith('02-29') && !isLeap ? '02-28' : day.slice(5)}`
}

export const todayIn = (timeZone: string): Day => new Intl.DateTimeFormat('en-CA', { timeZone }).format(new Date())

const longAgo = -400
/** From and until days that are past, present or future; mostly they hold today, often just. */
export const spanAround = (chance: Chance, today: Day) => ({
  from_on: dayAfter(today, chance.pick([longAgo, longAgo, -30, -1, 0, 0, chance.is(0.5) ? 1 : -2])),
  until_on: chance.pick([null, null, null, dayAfter(today, chance.pick([-1, 0, 0, 1, 30]))]),
})
/** The same, of a span that always ends. */
export const termAround = (chance: Chance, today: Day) => {
  const from_on = dayAfter(today, chance.pick([-300, -30, -30, -1, 0, chance.is(0.5) ? 1 : -3]))
  const until_on = dayAfter(today, chance.pick([-1, 0, 0, 1, 30, 30]))
  return { from_on, until_on: until_on < from_on ? from_on : until_on }
}
/** When a source withdrew the row: mostly never. */
export const withdrawal = (chance: Chance) => (chance.is(0.06) ? '2020-01-01T00:00:00Z' : null)
