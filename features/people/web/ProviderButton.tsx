import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '#web/api.ts'
import { ActionButton } from '#web/ui/ActionButton.tsx'
import { ProblemNotice } from '#web/ui/ProblemNotice.tsx'
import type { ProviderRow, ProviderWish } from '../sign-in/contract.ts'

/** Goes to the provider and comes back signed in. One that does not answer says so here and hinders no other. */
export function ProviderButton({ provider, body }: { provider: ProviderRow; body: ProviderWish }) {
  const { t } = useTranslation()
  const go = useMutation({
    mutationFn: async () => {
      const { url } = await api.post<{ url: string }, ProviderWish>(`/session/provider/${provider.id}`, body)
      window.location.assign(url)
    },
  })
  return (
    <>
      <ActionButton aria-busy={go.isPending} onClick={() => !go.isPending && go.mutate()}>
        {t('signIn.with', { provider: provider.name })}
      </ActionButton>
      {go.error && <ProblemNotice problem={go.error} />}
    </>
  )
}
