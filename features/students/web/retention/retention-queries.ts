import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '#web/api.ts'
import type { KeptRecord, Retention } from '../../retention/contract.ts'

export const retentionQuery = (path: string) =>
  queryOptions({
    queryKey: ['retention', path],
    queryFn: ({ signal }) => api.get<Retention>(`${path}/retention`, { signal }),
  })

export const keptRecordsQuery = (path: string, search: string) =>
  queryOptions({
    queryKey: ['kept-records', path, search],
    queryFn: ({ signal }) => api.get<KeptRecord[]>(`${path}/retention/records`, { search: { search }, signal }),
    enabled: search.length > 0,
    placeholderData: keepPreviousData,
  })

/** After each act the lists are read anew, also after one that was refused because somebody else was first. */
export function useHoldAct<Input>(addressOf: (input: Input) => { to: string; body?: unknown }, onDone?: () => void) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (input: Input) => {
      const { to, body } = addressOf(input)
      return api.post(to, body)
    },
    onSuccess: () => onDone?.(),
    onSettled: () => {
      for (const key of ['retention', 'kept-records']) void client.invalidateQueries({ queryKey: [key] })
    },
  })
}
