import { Link } from '@tanstack/react-router'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#web/format.ts'
import { ActionButton } from '#web/ui/ActionButton.tsx'
import { announce } from '#web/ui/announcement.ts'
import { ConfirmDialog } from '#web/ui/ConfirmDialog.tsx'
import { ProblemNotice } from '#web/ui/ProblemNotice.tsx'
import type { Referral } from '../../referrals/contract.ts'
import { mayStep, statesWithOutcome } from '../../referrals/states.ts'
import { ReferralMessages } from '../../referrals/web/ReferralMessages.tsx'
import { ReferralTimeline } from '../../referrals/web/ReferralTimeline.tsx'
import { useWithdrawReferral } from './family-queries.ts'
import { OutcomeForm } from './OutcomeForm.tsx'
import { useFamily } from './use-family.ts'

/** One service and how it stands, in a sentence. The family may stop it at any time. */
export function ServiceCard({ referral }: { referral: Referral }) {
  const { t, i18n } = useTranslation()
  const format = useFormat()
  const titleId = useId()
  const { community } = useFamily()
  const { id, state, serviceName, organizationName, declineReason, reasonText } = referral
  const isOver = state === 'completed' || state === 'ended_early'
  const sentence = i18n.exists(`help.state.${state}`)
    ? t(`help.state.${state}` as 'help.state.sent', { organization: organizationName })
    : state
  const why =
    declineReason &&
    i18n.exists(`help.declined.${declineReason}`) &&
    t(`help.declined.${declineReason}` as 'help.declined.other')
  return (
    <article className="card" aria-labelledby={titleId}>
      <h3 id={titleId}>
        {serviceName} · {organizationName}
      </h3>
      <p>
        {sentence} {why}
      </p>
      {isOver && reasonText && (
        <p>
          {t('help.theySay', { organization: organizationName })} <q>{reasonText}</q>
        </p>
      )}
      <p className="small soft">{t('help.since', { when: format.moment(referral.changedAt) })}</p>
      {state === 'awaiting_consent' && <Link to="/family/permissions">{t('family.readAndDecide')}</Link>}
      {statesWithOutcome.includes(state) && <OutcomeForm referral={referral} />}
      {mayStep(state, 'withdrawn', 'family') && <Stop referral={referral} />}
      <ReferralMessages path={`/${community}`} id={id} about={serviceName} isReader />
      <ReferralTimeline path={`/${community}`} id={id} about={serviceName} />
    </article>
  )
}

function Stop({ referral }: { referral: Referral }) {
  const { t } = useTranslation()
  const { community, about } = useFamily()
  const [isAsking, setAsking] = useState(false)
  const withdraw = useWithdrawReferral(community)
  const { organizationName: organization, serviceName: service } = referral
  const confirm = () => {
    setAsking(false)
    withdraw.mutate(referral.id, { onSuccess: () => announce(t('help.stopped', { service })) })
  }
  return (
    <div className="family-actions">
      <ActionButton onClick={() => setAsking(true)} aria-label={t('help.stopOne', { service })}>
        {t('help.stop')}
      </ActionButton>
      {withdraw.isError && <ProblemNotice problem={withdraw.error} />}
      <ConfirmDialog
        open={isAsking}
        grave
        title={t('help.stopTitle', { service })}
        confirm={t('help.stop')}
        onConfirm={confirm}
        onCancel={() => setAsking(false)}
      >
        <p>{t('help.stopText', { organization, ...about })}</p>
      </ConfirmDialog>
    </div>
  )
}
