import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '#web/api.ts'
import type { Session, SessionAttendance } from '../../support/contract.ts'

export const sessionsQuery = (path: string) =>
  queryOptions({
    queryKey: ['support-sessions', path],
    staleTime: 0,
    refetchOnWindowFocus: false,
    queryFn: ({ signal }) => api.get<Session[]>(`${path}/service-sessions`, { signal }),
  })

export function useTakeAttendance(path: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (attendance: SessionAttendance) => api.post(`${path}/service-sessions`, attendance),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: ['support-sessions'] })
      void client.invalidateQueries({ queryKey: ['participants'] })
    },
  })
}
