import { Link } from '@tanstack/react-router'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommunity } from '#web/staff/use-community.ts'
import { ActionButton } from '#web/ui/ActionButton.tsx'
import { announce } from '#web/ui/announcement.ts'
import { ConfirmDialog } from '#web/ui/ConfirmDialog.tsx'
import { ProblemNotice } from '#web/ui/ProblemNotice.tsx'
import type { Referral } from '../contract.ts'
import { useEnding } from './referral-queries.ts'
import { ReferralFacts } from './ReferralFacts.tsx'

/** A student whom the organization has taken on, and the two ways in which that ends. */
export function AcceptedReferral({ referral }: { referral: Referral }) {
  const { t } = useTranslation()
  const titleId = useId()
  const { studentId, studentName, serviceName } = referral
  return (
    <article className="card referral-card" aria-labelledby={titleId}>
      <h3 id={titleId}>
        <Link to="/app/participants/$id" params={{ id: studentId }}>
          {studentName ?? t('partner.nameNotShared')}
        </Link>{' '}
        · {serviceName}
      </h3>
      <ReferralFacts referral={referral} />
      <Endings referral={referral} />
    </article>
  )
}

function Endings({ referral }: { referral: Referral }) {
  const { t } = useTranslation()
  const { path } = useCommunity()
  const [asking, setAsking] = useState<'completed' | 'ended_early' | null>(null)
  const ending = useEnding(path)
  const end = () => {
    if (asking) ending.mutate({ id: referral.id, state: asking }, { onSuccess: () => announce(t('partner.endedDone')) })
    setAsking(null)
  }
  return (
    <div className="form-actions">
      <ActionButton onClick={() => setAsking('completed')}>{t('partner.completed')}</ActionButton>
      <ActionButton kind="quiet" onClick={() => setAsking('ended_early')}>
        {t('partner.endedEarly')}
      </ActionButton>
      {ending.isError && <ProblemNotice problem={ending.error} />}
      <ConfirmDialog
        open={asking !== null}
        title={t('partner.endTitle', { service: referral.serviceName })}
        confirm={t(asking === 'completed' ? 'partner.completed' : 'partner.endedEarly')}
        onConfirm={end}
        onCancel={() => setAsking(null)}
      >
        <p>{t('partner.endText')}</p>
      </ConfirmDialog>
    </div>
  )
}
