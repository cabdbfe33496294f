import type { Disclosure } from '../../access/contract.ts'

export type Opening = Pick<Disclosure, 'personName' | 'organizationName' | 'elements' | 'reason'> & { times: number }

/** One line for each person, organization and reason of a day, with everything they opened and how often. */
export function openingsByDay(disclosures: readonly Disclosure[], dayOf: (moment: string) => string) {
  const days = new Map<string, Map<string, Opening>>()
  for (const { at, personName, organizationName, elements, reason } of disclosures) {
    const openings = days.get(dayOf(at)) ?? new Map<string, Opening>()
    const key = `${personName} ${organizationName} ${reason}`
    const known = openings.get(key)
    openings.set(key, {
      ...{ personName, organizationName, reason },
      elements: [...new Set([...(known?.elements ?? []), ...elements])].sort(),
      times: (known?.times ?? 0) + 1,
    })
    days.set(dayOf(at), openings)
  }
  return [...days].map(([day, openings]) => ({ day, openings: [...openings.values()] }))
}
