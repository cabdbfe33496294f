import { readFileSync } from 'node:fs'
import highsModule from 'highs'
import { assign } from '#features/matching/optimum/assign.ts'
import { buildModel, type LinearModel } from '#features/matching/optimum/model.ts'
import { inOneOrder, type Problem, type Severity } from '#features/matching/optimum/problem.ts'
import { openSolver } from '#features/matching/optimum/solve.ts'

// P6: one service for each of many students, about ten eligible for each, places for nine in ten: from the candidates to the proven
// optimum, the baselines and the worth of one more place, beside the solver alone on the prepared model.
// The package tells its types as if it were CommonJS, and is not when imported.
const loadHighs = highsModule as unknown as typeof highsModule.default
const isSmall = process.argv.includes('--small')
const [students, services] = isSmall ? [1_000, 40] : [Number(process.env.STUDENTS ?? 20_000), 200]
const problem = madeUpProblem(students, services)

const before = peak()
const since = performance.now()
const solver = openSolver()
const answer = await assign(problem, solver)
await solver.close()
const ours = performance.now() - since
const memory = peak() - before
if (answer.kind !== 'assigned' || !answer.isProven) throw new Error('This problem has a proven optimum.')

const bare = await solveBare(buildModel(inOneOrder(problem)).model)
const { met, firstCome, greedy } = answer
const size = `${students} students, ${services} services, ${problem.options.length} options`
console.log(
  `| P6 | ${size}: proven optimum in ${(ours / 1000).toFixed(1)} s, HiGHS alone ${(bare / 1000).toFixed(1)} s | ${(ours / bare).toFixed(2)} | ≤ 1.5 |`,
)
console.log(`| P6 | memory above what the process held before | ${Math.round(memory)} MB | ≤ 1 GB |`)
console.log(
  `| P6 | needs met ${met.needs} (urgent ${met.urgent}); greatest need first without looking ahead ${greedy.needs} (${greedy.urgent}); first come, first served ${firstCome.needs} (${firstCome.urgent}) | ${(met.needs / Math.max(greedy.needs, firstCome.needs)).toFixed(3)} | ≥ 1 |`,
)

/** Megabytes that the process has held at its most. */
function peak(): number {
  return Number(/VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1] ?? 0) / 1024
}

/** Pseudo-random and always the same; some services are wanted by many. */
function madeUpProblem(count: number, serviceCount: number): Problem {
  let state = 42
  const random = () => (state = (state * 1103515245 + 12345) % 2147483648) / 2147483648
  const padded = (n: number) => String(n).padStart(6, '0')
  const needs = Array.from({ length: count }, (_, s) => ({
    id: `need ${padded(s)}`,
    studentId: `student ${padded(s)}`,
    severity: (1 + Math.floor(random() * 3)) as Severity,
    since: `2026-09-${String(1 + Math.floor(random() * 30)).padStart(2, '0')}`,
  }))
  const offers = Array.from({ length: serviceCount }, (_, v) => ({
    id: `service ${padded(v)}`,
    places: Math.round((0.9 * count * (0.5 + random())) / serviceCount),
  }))
  const options = needs.flatMap((need) => {
    const fitting = new Set(Array.from({ length: 10 }, () => Math.floor(random() ** 1.5 * serviceCount)))
    return [...fitting].map((v) => ({
      id: `${need.studentId} ${offers[v]!.id}`,
      studentId: need.studentId,
      offerId: offers[v]!.id,
      needIds: [need.id],
      preference: Math.round(random() * 10) / 10,
    }))
  })
  const none = { clashes: [], together: [], lockedOptionIds: [] }
  return { needs, offers, options, mostPerStudent: 1, ...none, rule: { kind: 'greatest_needs' } }
}

async function solveBare(model: LinearModel): Promise<number> {
  const began = performance.now()
  const highs = await loadHighs()
  const [numCols, numRows] = [model.cost.length, model.rowLower.length]
  const { starts, indices, values } = model
  highs.withModel(
    {
      numCols,
      numRows,
      sense: highs.constants.objectiveSense.maximize,
      colCost: model.cost,
      colLower: model.columnLower,
      colUpper: model.columnUpper,
      rowLower: model.rowLower,
      rowUpper: model.rowUpper,
      matrix: { format: 'csr', numRows, numCols, starts, indices, values },
    },
    (program) => {
      program.options.set({ output_flag: false })
      program.run()
      if (program.getModelStatus() !== highs.constants.modelStatus.optimal) throw new Error('No optimum.')
      return program.getObjectiveValue()
    },
  )
  return performance.now() - began
}
