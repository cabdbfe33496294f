import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '#web/api.ts'
import { useCommunity } from '#web/staff/use-community.ts'
import { announce } from '#web/ui/announcement.ts'
import type { Identities, IdentityDecision, WrittenSince } from '../../identity/contract.ts'

export const identitiesQuery = (path: string) =>
  queryOptions({
    queryKey: ['identities', path],
    queryFn: ({ signal }) => api.get<Identities>(`${path}/identities`, { signal }),
  })

export const writtenSinceQuery = (path: string, id: string) =>
  queryOptions({
    queryKey: ['identities', path, id],
    queryFn: ({ signal }) => api.get<WrittenSince[]>(`${path}/identities/${id}/written-since`, { signal }),
  })

/** Decides one pair; the list is read anew, for a decision may settle other pairs as well. */
export function useIdentityDecision() {
  const { t } = useTranslation()
  const { path } = useCommunity()
  const client = useQueryClient()
  return useMutation({
    mutationFn: (decision: IdentityDecision) => api.post(`${path}/identities/decisions`, decision),
    onSuccess: (_answer, { isSame }) => announce(t(isSame ? 'identities.joinedNow' : 'identities.apartNow')),
    onSettled: () => {
      void client.invalidateQueries({ queryKey: ['student'] })
      return client.invalidateQueries({ queryKey: ['identities'] })
    },
  })
}

export function useSplit(onDone: () => void) {
  const { t } = useTranslation()
  const { path } = useCommunity()
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ id, moves }: { id: string; moves: { table: string; id: string }[] }) =>
      api.post(`${path}/identities/${id}/split`, { moves }),
    onSuccess: () => {
      announce(t('identities.splitNow'))
      onDone()
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['identities'] }),
  })
}
