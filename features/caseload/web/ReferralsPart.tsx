import type { UseQueryResult } from '@tanstack/react-query'
import { useContext } from 'react'
import { useTranslation } from 'react-i18next'
import type { Referral } from '#features/referrals/contract.ts'
import { ReferralMessages } from '#features/referrals/web/ReferralMessages.tsx'
import { ReferralTimeline } from '#features/referrals/web/ReferralTimeline.tsx'
import { SchoolSteps } from '#features/referrals/web/SchoolSteps.tsx'
import { dayOf } from '#web/dates.ts'
import { CommunityTimeZone, useFormat } from '#web/format.ts'
import { useCommunity } from '#web/staff/use-community.ts'
import { ActionButton } from '#web/ui/ActionButton.tsx'
import { EmptyPlace } from '#web/ui/EmptyPlace.tsx'
import { ProblemNotice } from '#web/ui/ProblemNotice.tsx'
import { holds, type StudentProps } from './StudentSheet.tsx'
import { useStateWord } from './use-state-word.ts'

export function ReferralsPart({
  record,
  name,
  onAct,
  referrals,
}: StudentProps & { referrals: UseQueryResult<Referral[]> }) {
  const { t } = useTranslation()
  const { path } = useCommunity()
  if (!holds(record, 'referrals')) return null
  const refer = record.writable.includes('referrals') && (
    <ActionButton className="not-in-print" onClick={() => onAct('refer')}>
      {t('student.act.refer')}
    </ActionButton>
  )
  return (
    <section className="card" id="referrals" tabIndex={-1} aria-labelledby="referrals-title">
      <h2 id="referrals-title">{t('room.referrals')}</h2>
      {referrals.isError && <ProblemNotice problem={referrals.error} onRetry={() => void referrals.refetch()} />}
      {referrals.data?.length === 0 && (
        <EmptyPlace title={t('student.noReferrals', { name })} first={refer}>
          {t('student.noReferralsText')}
        </EmptyPlace>
      )}
      <ul className="plain-list referral-list">
        {referrals.data?.map((referral) => (
          <li key={referral.id}>
            <ReferralWords {...referral} />
            {record.writable.includes('referrals') && referral.state !== 'draft' && (
              <ReferralMessages path={path} id={referral.id} about={referral.serviceName} />
            )}
            <ReferralTimeline path={path} id={referral.id} about={referral.serviceName} />
            {record.writable.includes('referrals') && <SchoolSteps path={path} referral={referral} />}
          </li>
        ))}
      </ul>
    </section>
  )
}

function ReferralWords({
  serviceName,
  organizationName,
  state,
  request,
  changedAt,
  declineReason,
  reasonText,
  gotHelp,
  familyWords,
}: Referral) {
  const { t, i18n } = useTranslation()
  const format = useFormat()
  const stateWord = useStateWord()
  const timeZone = useContext(CommunityTimeZone)
  const reason =
    declineReason && i18n.exists(`declineReason.${declineReason}`)
      ? t(`declineReason.${declineReason}` as 'declineReason.other')
      : declineReason
  return (
    <>
      <strong>{serviceName}</strong> <span className="soft">· {organizationName}</span>
      <p>{request}</p>
      {gotHelp && (
        <p>
          {t('referralLoop.familySays')} <strong>{t(`referralLoop.gotHelp.${gotHelp}`)}</strong>{' '}
          {familyWords && <q>{familyWords}</q>}
        </p>
      )}
      <p className="small">
        {[stateWord(state), reason, reasonText, format.day(dayOf(changedAt, timeZone))].filter(Boolean).join(' · ')}
      </p>
    </>
  )
}
