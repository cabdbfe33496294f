import { useTranslation } from 'react-i18next'
import { ActionButton } from '#web/ui/ActionButton.tsx'
import { ProblemNotice } from '#web/ui/ProblemNotice.tsx'
import type { Proposal } from '../contract.ts'
import { useDecision } from './use-decision.ts'

export function DecideButtons({ proposal }: { proposal: Proposal }) {
  const { t } = useTranslation()
  const decide = useDecision()
  const act = (approve: boolean) => !decide.isPending && decide.mutate({ proposals: [proposal], approve })
  return (
    <div className="form-actions">
      <ActionButton aria-label={t('proposals.approveThis', { name: proposal.personName })} onClick={() => act(true)}>
        {t('proposals.approve')}
      </ActionButton>
      <ActionButton
        kind="quiet"
        aria-label={t('proposals.declineThis', { name: proposal.personName })}
        onClick={() => act(false)}
      >
        {t('proposals.decline')}
      </ActionButton>
      {decide.error && <ProblemNotice problem={decide.error} />}
    </div>
  )
}
