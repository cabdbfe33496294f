import { queryOptions } from '@tanstack/react-query'
import { api } from '#web/api.ts'
import type { OpenPlaces } from '../places/contract.ts'

export const openPlacesQuery = (path: string) =>
  queryOptions({
    queryKey: ['open-places', path],
    queryFn: ({ signal }) => api.get<OpenPlaces[]>(`${path}/open-places`, { signal }),
  })
