import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '#web/api.ts'
import { useFormat } from '#web/format.ts'
import { ActionButton } from '#web/ui/ActionButton.tsx'
import { ProblemNotice } from '#web/ui/ProblemNotice.tsx'
import type { AccountPart } from './account-query.ts'
import { ProviderButton } from './ProviderButton.tsx'

/** Accounts of other services that open this one. Absent where the server is set up for none. */
export function ProviderSection({ account, onChange }: AccountPart) {
  const { t } = useTranslation()
  const format = useFormat()
  const remove = useMutation({
    mutationFn: (id: string) => api.delete(`/account/identities/${id}`),
    onSuccess: onChange,
  })
  if (account.providers.length === 0 && account.identities.length === 0) return null
  const reason = account.isProved ? undefined : t('account.unlockFirst')
  return (
    <section aria-labelledby="providers">
      <h2 id="providers">{t('providers.title')}</h2>
      <p>{t('providers.text')}</p>
      {account.identities.map(({ id, providerName, email, createdAt }) => (
        <div key={id} className="account-row">
          <div>
            <strong>{providerName}</strong>
            <p className="small soft">
              {[email, t('passkeys.since', { when: format.moment(createdAt) })].filter(Boolean).join(' · ')}
            </p>
          </div>
          <ActionButton
            aria-label={t('providers.remove', { provider: providerName })}
            disabledReason={reason}
            onClick={() => remove.mutate(id)}
          >
            {t('account.remove')}
          </ActionButton>
        </div>
      ))}
      {remove.error && <ProblemNotice problem={remove.error} />}
      {account.isProved ? (
        account.providers.map((provider) => (
          <ProviderButton key={provider.id} provider={provider} body={{ intent: 'add' }} />
        ))
      ) : (
        <p className="soft">{t('account.unlockFirst')}</p>
      )}
    </section>
  )
}
