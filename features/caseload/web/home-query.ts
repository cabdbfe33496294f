import { queryOptions } from '@tanstack/react-query'
import { api } from '#web/api.ts'
import type { Home } from '../contract.ts'

export const homeQuery = (path: string, language: string) =>
  queryOptions({
    queryKey: ['home', path, language],
    queryFn: ({ signal }) => api.get<Home>(`${path}/home`, { signal }),
  })
