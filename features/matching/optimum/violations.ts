import { groupBy, type Option, type Problem } from './problem.ts'

export type Violation =
  | { kind: 'over_capacity'; offerId: string }
  | { kind: 'too_many_services'; studentId: string }
  | { kind: 'need_met_twice'; needId: string }
  | { kind: 'clash'; studentId: string }
  | { kind: 'not_together'; studentIds: [string, string] }
  | { kind: 'group_behind'; group: string }
  | { kind: 'lock_ignored'; optionId: string }

/** Where an assignment breaks a rule: asked before anything is approved, because people change what was computed. */
export function findViolations(problem: Problem, chosen: readonly Option[]): Violation[] {
  const places = new Map(problem.offers.map((offer) => [offer.id, offer.places]))
  const ofStudent = groupBy(chosen, ({ studentId }) => studentId)
  const met = chosen.flatMap(({ needIds }) => needIds)
  const has = new Set(chosen.map(({ id }) => id))
  return [
    ...[...groupBy(chosen, ({ offerId }) => offerId)]
      .filter(([id, theirs]) => theirs.length > (places.get(id) ?? 0))
      .map(([offerId]) => ({ kind: 'over_capacity' as const, offerId })),
    ...[...ofStudent]
      .filter(([, theirs]) => theirs.length > problem.mostPerStudent)
      .map(([studentId]) => ({ kind: 'too_many_services' as const, studentId })),
    ...[...new Set(met.filter((id, at) => met.indexOf(id) !== at))].map((needId) => ({
      kind: 'need_met_twice' as const,
      needId,
    })),
    ...clashes(problem, ofStudent),
    ...apart(problem, ofStudent),
    ...behind(problem, chosen),
    ...problem.lockedOptionIds
      .filter((id) => !has.has(id))
      .map((optionId) => ({ kind: 'lock_ignored' as const, optionId })),
  ]
}

function clashes(problem: Problem, ofStudent: Map<string, Option[]>): Violation[] {
  return [...ofStudent].flatMap(([studentId, theirs]) => {
    const offers = new Set(theirs.map(({ offerId }) => offerId))
    return problem.clashes.some((pair) => pair.every((id) => offers.has(id))) ? [{ kind: 'clash', studentId }] : []
  })
}

function apart(problem: Problem, ofStudent: Map<string, Option[]>): Violation[] {
  const could = groupBy(problem.options, ({ studentId }) => studentId)
  const offersOf = (of: Map<string, Option[]>, id: string) => new Set((of.get(id) ?? []).map(({ offerId }) => offerId))
  return problem.together.flatMap((pair) => {
    const [a, b] = pair.map((id) => offersOf(could, id)) as [Set<string>, Set<string>]
    const [hasA, hasB] = pair.map((id) => offersOf(ofStudent, id)) as [Set<string>, Set<string>]
    const isApart = [...a].some((offerId) => b.has(offerId) && hasA.has(offerId) !== hasB.has(offerId))
    return isApart ? [{ kind: 'not_together', studentIds: pair }] : []
  })
}

function behind({ rule, options }: Problem, chosen: readonly Option[]): Violation[] {
  if (rule.kind !== 'no_group_behind') return []
  const needsOf = (some: readonly Option[]) => new Set(some.flatMap(({ needIds }) => needIds)).size
  const groupOf = ({ studentId }: Option) => rule.groupOf[studentId] ?? ''
  const met = groupBy(chosen, groupOf)
  const shares = [...groupBy(options, groupOf)].map(([group, all]) => ({
    group,
    share: needsOf(met.get(group) ?? []) / needsOf(all),
  }))
  const highest = Math.max(...shares.map(({ share }) => share))
  return shares
    .filter(({ share }) => highest - share > rule.difference + 1e-9)
    .map(({ group }) => ({ kind: 'group_behind', group }))
}
