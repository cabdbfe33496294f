import { QueryClient } from '@tanstack/react-query'
import { connection } from './connection.ts'
import { ConnectionLost, NoAnswer, ProblemError } from './problem.ts'

/** A refusal is an answer, and who has waited long is told at once; any other failure is tried once more before the page says so. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      retry: (failures, error) => failures < 1 && !(error instanceof ProblemError || error instanceof NoAnswer),
      refetchOnReconnect: true,
      networkMode: 'always',
    },
    mutations: { networkMode: 'always' },
  },
})

// A page that was asked for in vain comes by itself as soon as the server is found again.
connection.subscribe(() => {
  if (connection.get() === 'lost') return
  void queryClient.refetchQueries({ type: 'active', predicate: ({ state }) => state.error instanceof ConnectionLost })
})
