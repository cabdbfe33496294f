import { queryOptions } from '@tanstack/react-query'
import { api } from '#web/api.ts'
import type { Organization } from '../contract.ts'

export const organizationsQuery = (path: string) =>
  queryOptions({
    queryKey: ['organizations', path],
    queryFn: ({ signal }) => api.get<Organization[]>(`${path}/organizations`, { signal }),
  })
