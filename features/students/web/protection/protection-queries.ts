import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '#web/api.ts'
import type { Protection } from '../../protection/contract.ts'

export const protectionQuery = (path: string, student: string) =>
  queryOptions({
    queryKey: ['protection', path, student],
    queryFn: ({ signal }) => api.get<Protection>(`${path}/students/${student}/protection`, { signal }),
  })

/** After each act everything about protection is read anew, and who can see the student too. */
export function useProtectionAct<Body>(addressOf: (body: Body) => { to: string; body?: unknown }, onDone?: () => void) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (input: Body) => {
      const { to, body } = addressOf(input)
      return api.post(to, body)
    },
    onSuccess: () => onDone?.(),
    onSettled: () => {
      void client.invalidateQueries({ queryKey: ['protection'] })
      void client.invalidateQueries({ queryKey: ['student'] })
    },
  })
}
