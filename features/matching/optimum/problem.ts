/** 1 can wait, 2 soon, 3 urgent. */
export type Severity = 1 | 2 | 3
export type Need = { id: string; studentId: string; severity: Severity; since: string }
export type Offer = { id: string; places: number }
/** A place of a service for a student, which would meet these needs. `preference` from 0 to 1: how well it suits beyond what is required. */
export type Option = { id: string; studentId: string; offerId: string; needIds: string[]; preference: number }

/**
 * Whose needs come first, chosen by the team: the greatest needs; as many students as possible; or the greatest needs while no group
 * (a school, a grade, a language) has a share of needs met that is more than `difference` (0 to 1) below another's. Of a group those
 * needs count for which any service fits.
 */
export type FairnessRule =
  | { kind: 'greatest_needs' }
  | { kind: 'most_students' }
  | { kind: 'no_group_behind'; groupOf: Record<string, string>; difference: number }

export type Problem = {
  needs: Need[]
  offers: Offer[]
  options: Option[]
  /** At most so many services for one student. */
  mostPerStudent: number
  /** Pairs of services that take place at the same time. */
  clashes: [string, string][]
  /** Pairs of students who are to go to a service together, where both could. */
  together: [string, string][]
  /** Options that people have settled. */
  lockedOptionIds: string[]
  rule: FairnessRule
}

// An urgent need counts as much as four that are to be met soon, and each of those as much as four that can wait.
const points = { 1: 1, 2: 4, 3: 16 } as const
/** What the first service of a student counts beside the needs it meets, where the most students are to be reached. */
export const firstServicePoints = 64

export type Worth = (option: Option) => number

/**
 * What choosing an option is worth: the points of its needs, and a preference too small to cost a need where each place meets one: a better
 * assignment then differs by exchanges that pass each service once, so all preferences along one stay below half a point.
 */
export function worthOf(problem: Problem): Worth {
  const severity = new Map(problem.needs.map((need) => [need.id, need.severity]))
  const scale = 1 / (4 * problem.offers.length + 4)
  return (option) =>
    option.needIds.reduce((sum, id) => sum + points[severity.get(id)!], 0) +
    scale * Math.min(1, Math.max(0, option.preference))
}

const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1)
const ordered = (pairs: readonly [string, string][]) =>
  [
    ...new Map(
      pairs.map(([a, b]) => (a < b ? [a, b] : [b, a])).map((pair) => [pair.join(' '), pair as [string, string]]),
    ).values(),
  ].sort((a, b) => (a.join(' ') < b.join(' ') ? -1 : 1))

/** The same problem in one order, whatever order it came in: so the same input gives the same answer. */
export function inOneOrder(problem: Problem): Problem {
  return {
    ...problem,
    needs: problem.needs.toSorted(byId),
    offers: problem.offers.toSorted(byId),
    options: problem.options.map((option) => ({ ...option, needIds: option.needIds.toSorted() })).toSorted(byId),
    clashes: ordered(problem.clashes),
    together: ordered(problem.together),
    lockedOptionIds: problem.lockedOptionIds.toSorted(),
  }
}

export const groupBy = <Item>(items: readonly Item[], key: (item: Item) => string): Map<string, Item[]> => {
  const groups = new Map<string, Item[]>()
  for (const item of items) {
    const group = groups.get(key(item))
    if (group) group.push(item)
    else groups.set(key(item), [item])
  }
  return groups
}
