import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { usePageTitle } from '#web/page/use-page-title.ts'
import { useCommunity } from '#web/staff/use-community.ts'
import { EmptyPlace } from '#web/ui/EmptyPlace.tsx'
import { ProblemNotice } from '#web/ui/ProblemNotice.tsx'
import { Waiting } from '#web/ui/Waiting.tsx'
import type { Referral } from '../contract.ts'
import { AcceptedReferral } from './AcceptedReferral.tsx'
import { EndedReferrals } from './EndedReferrals.tsx'
import { referralsQuery } from './referral-queries.ts'
import { ReferralToAnswer } from './ReferralToAnswer.tsx'
import './ReferralCard.css'

const accepted = new Set(['accepted', 'waitlisted', 'started'])

/** What the school asks of this organization: first what waits for an answer, then what is under way. */
export function ReferralsToAnswerPage() {
  const { t } = useTranslation()
  const { path } = useCommunity()
  const referrals = useQuery(referralsQuery(path))
  usePageTitle(t('partner.referrals'))
  if (referrals.isPending) return <Waiting />
  if (referrals.isError) return <ProblemNotice problem={referrals.error} onRetry={() => void referrals.refetch()} />
  const waiting = referrals.data.filter(({ state }) => state === 'sent')
  const running = referrals.data.filter(({ state }) => accepted.has(state))
  const ended = referrals.data.filter(({ state }) => state !== 'sent' && !accepted.has(state))
  return (
    <>
      <h1>{t('partner.referrals')}</h1>
      <Part title={t('partner.toAnswer')} referrals={waiting} Card={ReferralToAnswer}>
        <EmptyPlace title={t('partner.noneToAnswer')}>{t('partner.noneToAnswerText')}</EmptyPlace>
      </Part>
      <Part title={t('partner.underWay')} referrals={running} Card={AcceptedReferral}>
        <p className="soft">{t('partner.noneUnderWay')}</p>
      </Part>
      {ended.length > 0 && <EndedReferrals referrals={ended} />}
    </>
  )
}

type PartProps = {
  title: string
  referrals: readonly Referral[]
  Card: React.ComponentType<{ referral: Referral }>
  children: React.ReactNode
}

const Part = ({ title, referrals, Card, children }: PartProps) => (
  <section className="referral-part" aria-label={title}>
    <h2>{title}</h2>
    {referrals.length === 0 && children}
    {referrals.map((referral) => (
      <Card key={referral.id} referral={referral} />
    ))}
  </section>
)
