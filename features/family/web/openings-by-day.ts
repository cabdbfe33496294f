import type { Disclosure } from '../../access/contract.ts'

export type Opening = Pick<Disclosure, 'personName' | 'organizationName' | 'elements' | 'why'> & { times: number }

/** One line for each person, organization and reason of a day, with everything they opened and how often. */
export function openingsByDay(disclosures: readonly Disclosure[], dayOf: (moment: string) => string) {
  const days = new Map<string, Map<string, Opening>>()
  for (const { at, personName, organizationName, elements, why } of disclosures) {
    const openings = days.get(dayOf(at)) ?? new Map<string, Opening>()
    const key = `${personName} ${organizationName} ${JSON.stringify(why)}`
    const known = openings.get(key)
    openings.set(key, {
      ...{ personName, organizationName, why },
      elements: [...new Set([...(known?.elements ?? []), ...elements])].sort(),
      times: (known?.times ?? 0) + 1,
    })
    days.set(dayOf(at), openings)
  }
  return [...days].map(([day, openings]) => ({ day, openings: [...openings.values()] }))
}
