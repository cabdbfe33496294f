import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '#web/api.ts'
import type { YearLine, YearTurn } from '../../year/contract.ts'

export const rehearsalQuery = (path: string, to: string) =>
  queryOptions({
    queryKey: ['year', path, 'rehearsal', to],
    queryFn: ({ signal }) => api.get<YearLine[]>(`${path}/year-turns/rehearsal`, { search: { to }, signal }),
  })
export const turnsQuery = (path: string) =>
  queryOptions({
    queryKey: ['year', path, 'turns'],
    queryFn: ({ signal }) => api.get<YearTurn[]>(`${path}/year-turns`, { signal }),
  })

export function useYearAct<Input>(act: (input: Input) => Promise<unknown>, onDone: () => void) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: act,
    onSuccess: onDone,
    onSettled: () => client.invalidateQueries({ queryKey: ['year'] }),
  })
}
