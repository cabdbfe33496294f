import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '#web/api.ts'
import { useCommunity } from '#web/staff/use-community.ts'
import type { CodeCategory, CodeMeaning, UnknownCode } from '../contract.ts'

export const codesQuery = (path: string) =>
  queryOptions({
    queryKey: ['import-codes', path],
    queryFn: ({ signal }) => api.get<CodeCategory[]>(`${path}/import-codes`, { signal }),
  })

/** The codes of an import that nobody has explained; `state` makes it ask again once the import has moved on. */
export const unknownCodesQuery = (path: string, id: string, state: string) =>
  queryOptions({
    queryKey: ['import-codes', path, id, state],
    queryFn: ({ signal }) => api.get<UnknownCode[]>(`${path}/imports/${id}/unknown-codes`, { signal }),
  })

/** Says what codes mean, one after the other; no meaning takes the district's own away. */
export function useSetCodes(onDone: (set: readonly CodeMeaning[]) => void) {
  const { path } = useCommunity()
  const client = useQueryClient()
  return useMutation({
    mutationFn: async (set: readonly CodeMeaning[]) => {
      for (const each of set) await api.put<unknown, CodeMeaning>(`${path}/import-codes`, each)
    },
    onSuccess: (_answer, set) => onDone(set),
    onSettled: () => client.invalidateQueries({ queryKey: ['import-codes'] }),
  })
}
