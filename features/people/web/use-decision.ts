import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '#web/api.ts'
import { useCommunity } from '#web/staff/use-community.ts'
import { announce } from '#web/ui/announcement.ts'
import type { Proposal } from '../contract.ts'

/** Decides several proposals one after another. When one is refused, those before it are decided and the rest still wait. */
export function useDecision() {
  const { t } = useTranslation()
  const { path } = useCommunity()
  const client = useQueryClient()
  return useMutation({
    mutationFn: async ({ proposals, approve }: { proposals: readonly Proposal[]; approve: boolean }) => {
      for (const { kind, id } of proposals) await api.post(`${path}/proposals/${kind}/${id}/decision`, { approve })
    },
    onSuccess: (_answer, { proposals, approve }) =>
      announce(t(approve ? 'proposals.approved' : 'proposals.declined', { count: proposals.length })),
    onSettled: () => client.invalidateQueries({ queryKey: ['proposals'] }),
  })
}
