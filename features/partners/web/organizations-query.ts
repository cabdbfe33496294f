import { queryOptions } from '@tanstack/react-query'
import { api } from '#web/api.ts'
import type { Organization } from '../contract.ts'
import type { SchoolName } from '../services/contract.ts'

export const organizationsQuery = (path: string) =>
  queryOptions({
    queryKey: ['organizations', path],
    queryFn: ({ signal }) => api.get<Organization[]>(`${path}/organizations`, { signal }),
  })

export const schoolsQuery = (path: string) =>
  queryOptions({
    queryKey: ['schools', path],
    queryFn: ({ signal }) => api.get<SchoolName[]>(`${path}/schools`, { signal }),
    staleTime: 600_000,
  })
