export type Random = {
  /** At least 0 and less than 1. */
  next: () => number
  below: (limit: number) => number
  chance: (share: number) => boolean
  pick: <T>(list: readonly T[]) => T
  pickWeighted: <T>(choices: readonly (readonly [T, number])[]) => T
}

const hash = (text: string) => {
  let value = 2166136261
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 16777619)
  return value >>> 0
}

const scramble = (state: number) => {
  let value = state
  value = Math.imul(value ^ (value >>> 16), 0x21f0aaad)
  value = Math.imul(value ^ (value >>> 15), 0x735a2d97)
  return (value ^ (value >>> 15)) >>> 0
}

/**
 * A stream of numbers that depends on nothing but the seed and the names given. Each concern of each student draws from
 * a stream of its own, so that a change to one leaves all others as they were.
 */
export const randomFor = (seed: number | string, ...names: string[]): Random => {
  let state = hash([seed, ...names].join('\n'))
  const next = () => {
    state = (state + 0x9e3779b9) >>> 0
    return scramble(state) / 4294967296
  }
  const below = (limit: number) => Math.floor(next() * limit)
  return {
    next,
    below,
    chance: (share) => next() < share,
    pick: (list) => list[below(list.length)]!,
    pickWeighted: (choices) => {
      let left = next() * choices.reduce((sum, [, weight]) => sum + weight, 0)
      return (choices.find(([, weight]) => (left -= weight) < 0) ?? choices.at(-1)!)[0]
    },
  }
}

/**
 * Gives each item its place among all, evenly between 0 and 1, in the order of a key. Where a plain draw would let the
 * share of chronic absence wander from seed to seed, a place keeps it.
 */
export const placesAmong = <T>(items: readonly T[], key: (item: T) => number): Map<T, number> => {
  const ranked = items.map((item) => [item, key(item)] as const).sort((a, b) => a[1] - b[1])
  return new Map(ranked.map(([item], i) => [item, (i + 0.5) / items.length]))
}
