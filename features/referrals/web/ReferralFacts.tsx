import { useTranslation } from 'react-i18next'
import { useFormat } from '#web/format.ts'
import type { Referral } from '../contract.ts'

/** The request in the school's words, from which school, by whom and when. */
export function ReferralFacts({ referral }: { referral: Referral }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { request, schoolName, authorName, createdAt } = referral
  const from = [authorName, schoolName].filter(Boolean).join(', ')
  return (
    <>
      <blockquote>{request}</blockquote>
      <p className="small soft">{t('partner.askedBy', { from, when: format.moment(createdAt) })}</p>
    </>
  )
}
