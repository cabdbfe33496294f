import { placeFirstCome, placeGreedily } from './baselines.ts'
import { buildModel } from './model.ts'
import { inOneOrder, type Option, type Problem, worthOf } from './problem.ts'
import type { Solver } from './solve.ts'
import { worthOfOneMorePlace } from './one-more-place.ts'

export type Tally = { needs: number; urgent: number; students: number }
export type Assignment = {
  kind: 'assigned'
  chosen: Option[]
  /** Whether nothing better exists. If not, `gap` is the part of the best thinkable value that may be missing, from 0 to 1. */
  isProven: boolean
  gap: number
  met: Tally
  /** The same needs and places, whoever asked first served first, and the greatest need first without looking ahead. */
  firstCome: Tally
  greedy: Tally
  /** Service by service the points that one more place would add; null where it cannot be told exactly. */
  oneMorePlace: Map<string, number | null>
}
export type Impossible = { kind: 'impossible' }

/**
 * The best assignment of services to needs under capacity, the most services a student, times that clash, students who go together, what
 * is locked, and the chosen rule of fairness. The same problem gives the same answer, in whatever order its parts come. Impossible only
 * where what is locked contradicts itself. Throws when the solver gives no answer.
 */
export async function assign(given: Problem, solver: Solver): Promise<Assignment | Impossible> {
  const problem = inOneOrder(given)
  const built = buildModel(problem)
  const baselines = {
    firstCome: tally(problem, placeFirstCome(problem)),
    greedy: tally(problem, placeGreedily(problem)),
  }
  if (problem.options.length === 0) {
    const oneMorePlace = new Map(problem.offers.map(({ id }) => [id, 0]))
    return { kind: 'assigned', chosen: [], isProven: true, gap: 0, met: tally(problem, []), ...baselines, oneMorePlace }
  }
  const solution = await solver.solve(built)
  if (solution.kind === 'infeasible') return { kind: 'impossible' }
  if (solution.kind === 'unsolved') throw new Error(`The solver ended with status ${solution.status}.`)
  const chosen = problem.options.filter((_, column) => solution.values[column]! > 0.5)
  const gap = Math.max(0, (solution.bound - solution.objective) / Math.max(1, Math.abs(solution.bound)))
  return {
    kind: 'assigned',
    chosen,
    isProven: gap < 1e-6,
    gap,
    met: tally(problem, chosen),
    ...baselines,
    oneMorePlace: built.isNetwork
      ? worthOfOneMorePlace(problem, chosen)
      : new Map(problem.offers.map(({ id }) => [id, null])),
  }
}

/** What an assignment achieves: needs met, urgent ones among them, students with any service. */
export function tally(problem: Problem, chosen: readonly Option[]): Tally {
  const severity = new Map(problem.needs.map((need) => [need.id, need.severity]))
  const met = new Set(chosen.flatMap((option) => option.needIds))
  return {
    needs: met.size,
    urgent: [...met].filter((id) => severity.get(id) === 3).length,
    students: new Set(chosen.map((option) => option.studentId)).size,
  }
}

/** The points of an assignment, as the program counts them but for the students it reaches. */
export const valueOf = (problem: Problem, chosen: readonly Option[]) => {
  const worth = worthOf(problem)
  return chosen.reduce((sum, option) => sum + worth(option), 0)
}
