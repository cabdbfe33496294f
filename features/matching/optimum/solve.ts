import { Worker } from 'node:worker_threads'
import type { BuiltModel } from './model.ts'

export type Solution =
  | { kind: 'solved'; values: Float64Array; objective: number; bound: number; method: 'linear' | 'whole_numbers' }
  | { kind: 'infeasible' }
  | { kind: 'unsolved'; status: number }

export type Solver = {
  /** `objective` is the value reached and `bound` what no assignment can exceed: equal, the optimum is proven. One at a time. */
  solve: (built: BuiltModel) => Promise<Solution>
  /** Ends the thread at once; what it was at is given up, and its promise rejected. */
  close: () => Promise<unknown>
}

/** Seconds that the search for whole numbers may take before it is left with its gap. */
const longestSearch = 60

/** A thread with the solver in it, which does not give way while it works. It is the caller's to close. */
export function openSolver(): Solver {
  const worker = new Worker(new URL('./solver.mjs', import.meta.url), { execArgv: [] })
  const ended = new Promise<never>((_, reject) => {
    worker.once('error', reject).once('exit', () => reject(new Error('The solver was ended before it had an answer.')))
  })
  ended.catch(() => undefined)
  return {
    solve({ model, optionCount }) {
      const answered = new Promise<Solution>((resolve) => worker.once('message', resolve))
      worker.postMessage({ model, wholeCount: optionCount, timeLimit: longestSearch })
      return Promise.race([answered, ended])
    },
    close: () => worker.terminate(),
  }
}
