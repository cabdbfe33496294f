import { queryOptions } from '@tanstack/react-query'
import { api } from '#web/api.ts'
import type { ImportDetail, ImportProblem, ImportSummary } from '../contract.ts'

const everySecond = 1_000
const atWork = new Set(['received', 'reading', 'checking', 'applying', 'undoing'])

/** The server is at work on this import; the page asks again each second. */
export const isAtWork = (state: string): boolean => atWork.has(state)

export const importsQuery = (path: string) =>
  queryOptions({
    queryKey: ['imports', path],
    queryFn: ({ signal }) => api.get<ImportSummary[]>(`${path}/imports`, { signal }),
    refetchInterval: ({ state }) => (state.data?.some((each) => isAtWork(each.state)) ? everySecond : false),
  })

export const importQuery = (path: string, id: string) =>
  queryOptions({
    queryKey: ['import', path, id],
    queryFn: ({ signal }) => api.get<ImportDetail>(`${path}/imports/${id}`, { signal }),
    refetchInterval: ({ state }) => (state.data && isAtWork(state.data.state) ? everySecond : false),
  })

export const problemsInPage = 200

export const importProblems = (path: string, id: string, severity: string, offset: number, signal: AbortSignal) =>
  api.get<ImportProblem[]>(`${path}/imports/${id}/problems`, { search: { severity: severity || null, offset }, signal })
