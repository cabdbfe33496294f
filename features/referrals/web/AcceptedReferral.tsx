import { Link } from '@tanstack/react-router'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommunity } from '#web/staff/use-community.ts'
import { ActionButton } from '#web/ui/ActionButton.tsx'
import { announce } from '#web/ui/announcement.ts'
import { ProblemNotice } from '#web/ui/ProblemNotice.tsx'
import type { Referral } from '../contract.ts'
import { mayStep } from '../states.ts'
import { ReasonForm } from './ReasonForm.tsx'
import { useStep } from './referral-queries.ts'
import { ReferralFacts } from './ReferralFacts.tsx'
import { ReferralMessages } from './ReferralMessages.tsx'
import { ReferralTimeline } from './ReferralTimeline.tsx'

/** A student whom the organization has taken on, and what can become of that. */
export function AcceptedReferral({ referral }: { referral: Referral }) {
  const { t } = useTranslation()
  const { path } = useCommunity()
  const titleId = useId()
  const { studentId, studentName, serviceName, state, id } = referral
  const name = studentName ?? t('partner.nameNotShared')
  return (
    <article className="card referral-card" aria-labelledby={titleId}>
      <h3 id={titleId}>
        <Link to="/app/participants/$id" params={{ id: studentId }}>
          {name}
        </Link>{' '}
        · {serviceName}
      </h3>
      <p>{t(`referralState.${state}`)}</p>
      <ReferralFacts referral={referral} />
      <NextSteps referral={referral} />
      <ReferralMessages path={path} id={id} about={`${name}, ${serviceName}`} />
      <ReferralTimeline path={path} id={id} about={`${name}, ${serviceName}`} />
    </article>
  )
}

const endings = ['completed', 'ended_early'] as const
const simple = ['started', 'waitlisted'] as const

function NextSteps({ referral: { id, state } }: { referral: Referral }) {
  const { t } = useTranslation()
  const { path } = useCommunity()
  const [ending, setEnding] = useState<(typeof endings)[number] | null>(null)
  const step = useStep(path)
  const go = (to: (typeof simple)[number]) =>
    step.mutate({ id, state: to }, { onSuccess: () => announce(t(`partner.done.${to}`)) })
  if (ending)
    return (
      <ReasonForm
        path={path}
        id={id}
        state={ending}
        submit={t(`partner.step.${ending}`)}
        label={t(`partner.howItEnded.${ending}`)}
        hint={t('partner.endText')}
        done={t('partner.endedDone')}
        onDone={() => setEnding(null)}
      />
    )
  return (
    <div className="form-actions">
      {simple
        .filter((to) => mayStep(state, to, 'partner'))
        .map((to) => (
          <ActionButton key={to} aria-busy={step.isPending} onClick={() => !step.isPending && go(to)}>
            {t(`partner.step.${to}`)}
          </ActionButton>
        ))}
      {endings
        .filter((to) => mayStep(state, to, 'partner'))
        .map((to) => (
          <ActionButton key={to} kind={to === 'completed' ? 'plain' : 'quiet'} onClick={() => setEnding(to)}>
            {t(`partner.step.${to}`)}
          </ActionButton>
        ))}
      {step.isError && <ProblemNotice problem={step.error} />}
    </div>
  )
}
