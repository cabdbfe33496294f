import { queryOptions } from '@tanstack/react-query'
import { api } from '#web/api.ts'
import type { Agreement } from '../contract.ts'

export const agreementsQuery = (path: string) =>
  queryOptions({
    queryKey: ['agreements', path],
    queryFn: ({ signal }) => api.get<Agreement[]>(`${path}/agreements`, { signal }),
  })
