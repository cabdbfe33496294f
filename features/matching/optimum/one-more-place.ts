import { firstServicePoints, groupBy, type Option, type Problem, worthOf } from './problem.ts'

type Arc = { to: string; gain: number }
const source = 'source'
const student = (id: string) => `student ${id}`
const need = (id: string) => `need ${id}`
const offer = (id: string) => `offer ${id}`
const noise = 1e-9

/**
 * What one more place in each service would add to the best assignment, in its points: the best path of exchanges that ends there, on
 * the network that the assignment leaves. For an assignment that is optimal, of options that meet one need each, with capacities and the
 * most services a student as its only limits. The marginal value of a program is not unique where it is degenerate; this one is
 * what solving again with one more place gives.
 */
export function worthOfOneMorePlace(problem: Problem, chosen: readonly Option[]): Map<string, number> {
  const best = bestPaths(residualArcs(problem, chosen))
  return new Map(problem.offers.map(({ id }) => [id, Math.max(0, best.get(offer(id)) ?? 0)]))
}

/** Who could get a service more, which services a need could change to, and what each change gains or costs. */
function residualArcs(problem: Problem, chosen: readonly Option[]): Map<string, Arc[]> {
  const worth = worthOf(problem)
  const taken = new Set(chosen)
  const locked = new Set(problem.lockedOptionIds)
  const served = new Set(chosen.flatMap(({ needIds }) => needIds))
  const arcs = new Map<string, Arc[]>()
  const add = (from: string, arc: Arc) => void arcs.set(from, [...(arcs.get(from) ?? []), arc])
  for (const [id, theirs] of groupBy(problem.options, ({ studentId }) => studentId)) {
    const has = theirs.filter((option) => taken.has(option)).length
    const isFirst = problem.rule.kind === 'most_students' && has === 0
    if (has < problem.mostPerStudent) add(source, { to: student(id), gain: isFirst ? firstServicePoints : 0 })
    for (const needId of new Set(theirs.map(({ needIds }) => needIds[0]!)))
      if (!served.has(needId)) add(student(id), { to: need(needId), gain: 0 })
  }
  for (const option of problem.options) {
    const [theNeed, theOffer] = [need(option.needIds[0]!), offer(option.offerId)]
    if (!taken.has(option)) add(theNeed, { to: theOffer, gain: worth(option) })
    else if (!locked.has(option.id)) {
      // Whoever moves on leaves a place behind that need not be taken.
      add(source, { to: theOffer, gain: 0 })
      add(theOffer, { to: theNeed, gain: -worth(option) })
      add(theNeed, { to: student(option.studentId), gain: 0 })
    }
  }
  return arcs
}

/** The greatest gain of any path from the source. An optimal assignment leaves no circle that gains, so each path ends. */
function bestPaths(arcs: Map<string, Arc[]>): Map<string, number> {
  const best = new Map([[source, 0]])
  const waiting = [source]
  const isWaiting = new Set(waiting)
  for (let at = 0; at < waiting.length; at++) {
    const from = waiting[at]!
    isWaiting.delete(from)
    for (const { to, gain } of arcs.get(from) ?? []) {
      const reached = best.get(from)! + gain
      if (reached <= (best.get(to) ?? -Infinity) + noise) continue
      best.set(to, reached)
      if (!isWaiting.has(to)) waiting.push(to)
      isWaiting.add(to)
    }
  }
  return best
}
