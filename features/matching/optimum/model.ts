import { firstServicePoints, groupBy, type Option, type Problem, type Worth, worthOf } from './problem.ts'

/** A linear program in the words of the solver: maximize cost · x, rows and columns between bounds, the matrix row by row. */
export type LinearModel = {
  cost: Float64Array
  columnLower: Float64Array
  columnUpper: Float64Array
  rowLower: Float64Array
  rowUpper: Float64Array
  starts: Int32Array
  indices: Int32Array
  values: Float64Array
}
export type BuiltModel = {
  model: LinearModel
  /** The first columns are the options in the problem's order; those after them are made of them. */
  optionCount: number
  /** Capacities and needs alone: then a vertex of the program is whole by itself, and an exchange is a path. */
  isNetwork: boolean
}
type Row = { columns: number[]; values: number[]; lower: number; upper: number }
const ones = (columns: number[]) => columns.map(() => 1)
const atMost = (columns: number[], upper: number): Row => ({ columns, values: ones(columns), lower: -Infinity, upper })

/** The assignment as a linear program. Expects a problem in one order. */
export function buildModel(problem: Problem): BuiltModel {
  const { options } = problem
  const places = new Map(options.map((option, column) => [option, column]))
  const columnsOf = (some: readonly Option[]) => some.map((option) => places.get(option)!)
  const ofStudent = groupBy(options, (option) => option.studentId)
  const rows: Row[] = [...capacityRows(problem, columnsOf), ...needRows(options)]
  for (const theirs of ofStudent.values())
    if (theirs.length > problem.mostPerStudent) rows.push(atMost(columnsOf(theirs), problem.mostPerStudent))
  const beside = [...clashRows(problem, ofStudent, columnsOf), ...togetherRows(problem, ofStudent, columnsOf)]
  rows.push(...beside)
  const extra = extraColumns(problem, ofStudent, columnsOf, rows)
  const isNetwork =
    beside.length === 0 &&
    problem.rule.kind !== 'no_group_behind' &&
    options.every((option) => option.needIds.length === 1)
  return { model: pack(problem, worthOf(problem), rows, extra), optionCount: options.length, isNetwork }
}

function capacityRows(problem: Problem, columnsOf: (some: readonly Option[]) => number[]): Row[] {
  const ofOffer = groupBy(problem.options, (option) => option.offerId)
  return problem.offers.flatMap((offer) => {
    const theirs = ofOffer.get(offer.id)
    return theirs && theirs.length > offer.places ? [atMost(columnsOf(theirs), offer.places)] : []
  })
}

/** A need is met once. */
function needRows(options: readonly Option[]): Row[] {
  const byNeed = new Map<string, number[]>()
  options.forEach((option, column) => {
    for (const id of option.needIds) byNeed.set(id, [...(byNeed.get(id) ?? []), column])
  })
  return [...byNeed.values()].filter((columns) => columns.length > 1).map((columns) => atMost(columns, 1))
}

type ByStudent = Map<string, Option[]>
type ColumnsOf = (some: readonly Option[]) => number[]

function clashRows(problem: Problem, ofStudent: ByStudent, columnsOf: ColumnsOf): Row[] {
  return problem.clashes.flatMap(([one, other]) =>
    [...ofStudent.values()].flatMap((theirs) => {
      const both = [one, other].map((id) => theirs.filter((option) => option.offerId === id))
      return both.every((some) => some.length > 0) ? [atMost(columnsOf(both.flat()), 1)] : []
    }),
  )
}

function togetherRows(problem: Problem, ofStudent: ByStudent, columnsOf: ColumnsOf): Row[] {
  return problem.together.flatMap(([one, other]) => {
    const mine = groupBy(ofStudent.get(one) ?? [], (option) => option.offerId)
    const theirs = groupBy(ofStudent.get(other) ?? [], (option) => option.offerId)
    return [...mine.keys()]
      .filter((offerId) => theirs.has(offerId))
      .map((offerId) => {
        const [a, b] = [columnsOf(mine.get(offerId)!), columnsOf(theirs.get(offerId)!)]
        return { columns: [...a, ...b], values: [...ones(a), ...b.map(() => -1)], lower: 0, upper: 0 }
      })
  })
}

type Extra = { cost: number; upper: number }

/** Columns beside the options: whether a student has any service, or the share that no group may fall below. Adds their rows. */
function extraColumns(problem: Problem, ofStudent: ByStudent, columnsOf: ColumnsOf, rows: Row[]): Extra[] {
  const { rule } = problem
  if (rule.kind === 'most_students') {
    return [...ofStudent.values()].map((theirs, at) => {
      const columns = columnsOf(theirs)
      rows.push({
        columns: [problem.options.length + at, ...columns],
        values: [1, ...columns.map(() => -1)],
        lower: -Infinity,
        upper: 0,
      })
      return { cost: firstServicePoints, upper: 1 }
    })
  }
  if (rule.kind !== 'no_group_behind') return []
  const floor = problem.options.length
  for (const theirs of groupBy(problem.options, (option) => rule.groupOf[option.studentId] ?? '').values()) {
    const columns = columnsOf(theirs)
    const needs = new Set(theirs.flatMap((option) => option.needIds)).size
    const shares = theirs.map((option) => option.needIds.length / needs)
    rows.push({ columns: [floor, ...columns], values: [-1, ...shares], lower: 0, upper: rule.difference })
  }
  return [{ cost: 0, upper: 1 }]
}

function pack(problem: Problem, worth: Worth, rows: readonly Row[], extra: readonly Extra[]): LinearModel {
  const locked = new Set(problem.lockedOptionIds)
  const starts = new Int32Array(rows.length + 1)
  rows.forEach((row, at) => (starts[at + 1] = starts[at]! + row.columns.length))
  return {
    cost: Float64Array.from([...problem.options.map(worth), ...extra.map(({ cost }) => cost)]),
    columnLower: Float64Array.from([
      ...problem.options.map(({ id }) => (locked.has(id) ? 1 : 0)),
      ...extra.map(() => 0),
    ]),
    columnUpper: Float64Array.from([...problem.options.map(() => 1), ...extra.map(({ upper }) => upper)]),
    rowLower: Float64Array.from(rows.map(({ lower }) => lower)),
    rowUpper: Float64Array.from(rows.map(({ upper }) => upper)),
    starts,
    indices: Int32Array.from(rows.flatMap(({ columns }) => columns)),
    values: Float64Array.from(rows.flatMap(({ values }) => values)),
  }
}
