import { QueryClient } from '@tanstack/react-query'
import { ProblemError } from './problem.ts'

/** A refusal is an answer and is not asked for again; a lost connection is tried once more before the banner says so. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      retry: (failures, error) => failures < 1 && !(error instanceof ProblemError),
      networkMode: 'always',
    },
    mutations: { networkMode: 'always' },
  },
})
