import { useTranslation } from 'react-i18next'
import { useFormat } from '#web/format.ts'
import type { Referral } from '../contract.ts'

export function EndedReferrals({ referrals }: { referrals: readonly Referral[] }) {
  const { t, i18n } = useTranslation()
  const format = useFormat()
  const word = (state: string) =>
    i18n.exists(`referralState.${state}`) ? t(`referralState.${state}` as 'referralState.sent') : state
  return (
    <details className="referral-part">
      <summary>{t('partner.over', { count: referrals.length })}</summary>
      <ul>
        {referrals.map(({ id, serviceName, schoolName, state, changedAt }) => (
          <li key={id}>
            {[serviceName, schoolName, word(state), format.moment(changedAt)].filter(Boolean).join(' · ')}
          </li>
        ))}
      </ul>
    </details>
  )
}
