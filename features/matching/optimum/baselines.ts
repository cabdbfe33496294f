import { groupBy, type Option, type Problem, worthOf } from './problem.ts'

/** Whoever has waited longest is served first, with whatever of the fitting services still has a place and suits best. */
export function placeFirstCome(problem: Problem): Option[] {
  const since = new Map(problem.needs.map((need) => [need.id, need.since]))
  const first = (option: Option) => option.needIds.map((id) => since.get(id)!).toSorted()[0] ?? ''
  return placeInTurn(problem, (a, b) => compare(first(a), first(b)))
}

/** The greatest need is served first, without looking ahead to whom that leaves without. */
export function placeGreedily(problem: Problem): Option[] {
  const worth = worthOf(problem)
  return placeInTurn(problem, (a, b) => Math.floor(worth(b)) - Math.floor(worth(a)))
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** Takes one option after the other as far as the rules leave room; what is locked stands first. Groups and siblings are not looked at. */
function placeInTurn(problem: Problem, order: (a: Option, b: Option) => number): Option[] {
  const locked = new Set(problem.lockedOptionIds)
  const inTurn = problem.options.toSorted(
    (a, b) =>
      Number(locked.has(b.id)) - Number(locked.has(a.id)) ||
      order(a, b) ||
      b.preference - a.preference ||
      compare(a.id, b.id),
  )
  const places = new Map(problem.offers.map((offer) => [offer.id, offer.places]))
  const clashing = groupBy(
    problem.clashes.flatMap(([a, b]) => [
      { id: a, other: b },
      { id: b, other: a },
    ]),
    ({ id }) => id,
  )
  const met = new Set<string>()
  const taken = new Map<string, string[]>()
  return inTurn.filter((option) => {
    const theirs = taken.get(option.studentId) ?? []
    const clashes = clashing.get(option.offerId)?.some(({ other }) => theirs.includes(other)) ?? false
    const open = places.get(option.offerId) ?? 0
    if (open === 0 || clashes || theirs.length >= problem.mostPerStudent || option.needIds.some((id) => met.has(id)))
      return false
    places.set(option.offerId, open - 1)
    taken.set(option.studentId, [...theirs, option.offerId])
    for (const id of option.needIds) met.add(id)
    return true
  })
}
