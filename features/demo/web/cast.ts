import { queryOptions } from '@tanstack/react-query'
import { api } from '#web/api.ts'
import type { DemoPerson } from '../../people/contract.ts'

/** Empty wherever real people are: then nobody signs in by one click. */
export const castQuery = queryOptions({
  queryKey: ['demo'],
  queryFn: ({ signal }) => api.get<DemoPerson[]>('/demo', { signal }),
  staleTime: Infinity,
})
