import type { School } from './places.ts'

export type Place = { school: School; grade: string }

/** An enrollment: from its first day until the day after its last, or open. */
export type Stay = Place & { from: string; until: string }

export const staysFrom = (place: Place, from: string): Stay[] => [{ ...place, from, until: '' }]

export const leaves = (place: Place, from: string, until: string): Stay[] => [{ ...place, from, until }]

export const moves = (first: Place, second: Place, from: string, on: string): Stay[] => [
  { ...first, from, until: on },
  { ...second, from: on, until: '' },
]
