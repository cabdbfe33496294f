import { parentPort } from 'node:worker_threads'
import loadHighs from 'highs'

// In a thread of its own: the solver does not give way while it works. First as a linear program; where that ends in parts of a place,
// whole numbers are asked for, with the linear optimum as the bound.
const highs = await loadHighs()
const { optimal, infeasible, timeLimit: outOfTime } = highs.constants.modelStatus
const { integer } = highs.constants.variableType
const tolerance = 1e-6

parentPort.on('message', (asked) => parentPort.postMessage(highs.withModel(inItsWords(asked.model), answer(asked))))

const answer =
  ({ wholeCount, timeLimit }) =>
  (model) => {
    model.options.set({ output_flag: false, random_seed: 1 })
    model.run()
    const first = model.getModelStatus()
    if (first === infeasible) return { kind: 'infeasible' }
    if (first !== optimal) return { kind: 'unsolved', status: first }
    const bound = model.getObjectiveValue()
    const { colValue } = model.getSolution()
    if (isWhole(colValue, wholeCount))
      return { kind: 'solved', values: colValue, objective: bound, bound, method: 'linear' }
    for (let column = 0; column < wholeCount; column++) model.changeColIntegrality(column, integer)
    model.options.set({ time_limit: timeLimit, mip_rel_gap: 0 })
    model.run()
    return wholeAnswer(model, wholeCount, bound)
  }

function wholeAnswer(model, wholeCount, bound) {
  const status = model.getModelStatus()
  if (status === infeasible) return { kind: 'infeasible' }
  const values = model.getSolution().colValue
  if ((status !== optimal && status !== outOfTime) || !isWhole(values, wholeCount)) return { kind: 'unsolved', status }
  const objective = model.getObjectiveValue()
  return { kind: 'solved', values, objective, bound: status === optimal ? objective : bound, method: 'whole_numbers' }
}

function isWhole(values, count) {
  for (let column = 0; column < count; column++)
    if (Math.abs(values[column] - Math.round(values[column])) > tolerance) return false
  return true
}

function inItsWords(model) {
  const [numCols, numRows] = [model.cost.length, model.rowLower.length]
  const { starts, indices, values } = model
  return {
    numCols,
    numRows,
    sense: highs.constants.objectiveSense.maximize,
    colCost: model.cost,
    colLower: model.columnLower,
    colUpper: model.columnUpper,
    rowLower: model.rowLower,
    rowUpper: model.rowUpper,
    matrix: { format: 'csr', numRows, numCols, starts, indices, values },
  }
}
