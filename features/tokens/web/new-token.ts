import type { NewToken, TokenList } from '../contract.ts'

/** What a person has chosen so far. `system` is for data stewards: null is a token of one's own, '' the whole district, else a school. */
export type TokenText = Omit<NewToken, 'elements' | 'areas'> & {
  elements: readonly string[]
  areas: readonly string[]
  system: string | null
}

export const lifetimes = [30, 90, 180, 365] as const
const usualLifetime = 90

export type HatChoice = TokenList['hats'][number]

// What must not leave by oversight is chosen by hand.
const guarded = new Set(['restricted_notes', 'contact_restrictions'])

/** A new token may read what its hat holds, but for what is guarded, until the person takes something away or adds to it. */
export const emptyToken = ({ hat, elements }: HatChoice, areas: readonly string[]): TokenText => ({
  hat: hat.id,
  name: '',
  mayWrite: false,
  elements: elements.filter((element) => !guarded.has(element)),
  areas,
  days: usualLifetime,
  system: null,
})

export const toggled = (names: readonly string[], name: string): string[] =>
  names.includes(name) ? names.filter((each) => each !== name) : [...names, name]

export type Missing = 'name' | 'areas'

export const missingIn = ({ name, areas }: TokenText): Missing[] => [
  ...(name.trim() ? [] : (['name'] as const)),
  ...(areas.length ? [] : (['areas'] as const)),
]

/** Where the token is asked for, and with what. */
export function requestFor({ hat, system, ...scope }: TokenText, community: string) {
  if (system === null) return { path: '/tokens', body: { hat, ...scope } }
  const place = system === '' ? { role: 'data_steward' } : { role: 'principal', school: system }
  return { path: `/${community}/system-tokens`, body: { ...place, ...scope } }
}
