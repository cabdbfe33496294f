import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '#web/api.ts'
import { useCommunity } from '#web/staff/use-community.ts'
import type { ImportSources, SourceChange } from '../sources/contract.ts'

export const sourcesQuery = (path: string) =>
  queryOptions({
    queryKey: ['import-sources', path],
    queryFn: ({ signal }) => api.get<ImportSources>(`${path}/import-sources`, { signal }),
  })

export function useSetSource(id: string, onDone: () => void) {
  const { path } = useCommunity()
  const client = useQueryClient()
  return useMutation({
    mutationFn: (change: SourceChange) =>
      api.put<{ version: number }, SourceChange>(`${path}/import-sources/${id}`, change),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['import-sources'] })
      onDone()
    },
  })
}
