import { queryOptions } from '@tanstack/react-query'
import { api } from '#web/api.ts'
import type { MappingDetail } from '../mapped/contract.ts'

export const mappingQuery = (path: string, id: string) =>
  queryOptions({
    queryKey: ['import-mapping', path, id],
    queryFn: ({ signal }) => api.get<MappingDetail>(`${path}/imports/${id}/mapping`, { signal }),
    // What is being chosen on the page is not taken away while the page is open.
    staleTime: Infinity,
    gcTime: 0,
  })
