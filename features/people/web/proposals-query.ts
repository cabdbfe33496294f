import { queryOptions } from '@tanstack/react-query'
import { api } from '#web/api.ts'
import type { Proposal } from '../contract.ts'

export const proposalsQuery = (path: string) =>
  queryOptions({
    queryKey: ['proposals', path],
    queryFn: ({ signal }) => api.get<Proposal[]>(`${path}/proposals`, { signal }),
  })
