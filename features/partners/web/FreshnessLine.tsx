import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#web/api.ts'
import { useCommunity } from '#web/staff/use-community.ts'
import { ActionButton } from '#web/ui/ActionButton.tsx'
import { announce } from '#web/ui/announcement.ts'
import { ProblemNotice } from '#web/ui/ProblemNotice.tsx'
import type { Service } from '../contract.ts'
import { freshnessOf } from '../services/freshness.ts'

type Props = { service: Service; mayConfirm: boolean; email: string }

/** When a listing was last confirmed and by whom; an old one says what to do about it. */
export function FreshnessLine({ service, mayConfirm, email }: Props) {
  const { t } = useTranslation()
  const { path, locale } = useCommunity()
  const client = useQueryClient()
  const [now] = useState(() => Date.now())
  const confirm = useMutation({
    mutationFn: () => api.post(`${path}/services/${service.id}/confirmation`, {}),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['organizations'] })
      announce(t('partners.confirmed', { name: service.name }))
    },
  })
  const found = freshnessOf(service.lastConfirmedAt, now)
  const ago = found && new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(-found.value, found.unit)
  const asksAgain = !found || found.isStale
  return (
    <div className={asksAgain ? 'freshness freshness-stale' : 'freshness'}>
      <p className="small soft">
        {found
          ? t('partners.confirmedAgo', { ago, name: service.lastConfirmedBy ?? '' })
          : t('partners.neverConfirmed')}{' '}
        {asksAgain && t(mayConfirm ? 'partners.lookThrough' : 'partners.askThem')}{' '}
        {asksAgain && email && <a href={`mailto:${email}`}>{email}</a>}
      </p>
      {mayConfirm && asksAgain && (
        <ActionButton
          aria-label={t('partners.confirmNamed', { name: service.name })}
          aria-busy={confirm.isPending}
          onClick={() => !confirm.isPending && confirm.mutate()}
        >
          {t('partners.confirm')}
        </ActionButton>
      )}
      {confirm.error && <ProblemNotice problem={confirm.error} />}
    </div>
  )
}
