import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommunity } from '#web/staff/use-community.ts'
import { ActionButton } from '#web/ui/ActionButton.tsx'
import { announce } from '#web/ui/announcement.ts'
import { ProblemNotice } from '#web/ui/ProblemNotice.tsx'
import type { Referral } from '../contract.ts'
import { DeclineForm } from './DeclineForm.tsx'
import { useAnswer } from './referral-queries.ts'
import { ReferralFacts } from './ReferralFacts.tsx'
import { ReferralMessages } from './ReferralMessages.tsx'

/** A request of the school. Whom it is about is told once the organization has said yes. */
export function ReferralToAnswer({ referral }: { referral: Referral }) {
  const { t } = useTranslation()
  const titleId = useId()
  const { path } = useCommunity()
  const [isDeclining, setDeclining] = useState(false)
  const answer = useAnswer(path)
  const isAccepting = answer.isPending || answer.isSuccess
  const accept = (waits: boolean) =>
    answer.mutate(
      { id: referral.id, accept: true, waits },
      { onSuccess: () => announce(t(waits ? 'partner.done.waitlisted' : 'partner.acceptedDone')) },
    )
  return (
    <article className="card referral-card" aria-labelledby={titleId}>
      <h3 id={titleId}>{referral.serviceName}</h3>
      <ReferralFacts referral={referral} />
      <p className="small soft">{t('partner.noNameYet')}</p>
      {answer.isError && <ProblemNotice problem={answer.error} />}
      {isDeclining ? (
        <DeclineForm referral={referral} onCancel={() => setDeclining(false)} />
      ) : (
        <div className="form-actions">
          <ActionButton kind="main" aria-busy={isAccepting} onClick={() => !isAccepting && accept(false)}>
            {t('partner.accept')}
          </ActionButton>
          <ActionButton onClick={() => !isAccepting && accept(true)}>{t('partner.acceptToWait')}</ActionButton>
          <ActionButton onClick={() => setDeclining(true)}>{t('partner.decline')}</ActionButton>
        </div>
      )}
      <ReferralMessages path={path} id={referral.id} about={referral.serviceName} />
    </article>
  )
}
