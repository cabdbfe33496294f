import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '#web/api.ts'
import type { Household } from '../../household/contract.ts'

export const householdQuery = (path: string, id: string) =>
  queryOptions({
    queryKey: ['student', path, id, 'household'],
    queryFn: ({ signal }) => api.get<Household>(`${path}/students/${id}/household`, { signal }),
  })

/** One change of who lives together; the page reads the student anew. */
export function useHouseholdAct(onDone?: () => void) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ to, body = {} }: { to: string; body?: object }) => api.post(to, body),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: ['student'] })
      onDone?.()
    },
  })
}
