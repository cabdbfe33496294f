import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ActionButton } from '#web/ui/ActionButton.tsx'
import { ConfirmDialog } from '#web/ui/ConfirmDialog.tsx'
import { ProblemNotice } from '#web/ui/ProblemNotice.tsx'
import type { Proposal } from '../contract.ts'
import { useDecision } from './use-decision.ts'

type Props = { proposals: readonly Proposal[]; onDecided: () => void }

/** Several at once. Approving gives people access, so it is confirmed with the number. */
export function DecideBar({ proposals, onDecided }: Props) {
  const { t } = useTranslation()
  const decide = useDecision()
  const [asked, setAsked] = useState<boolean | null>(null)
  const reason = proposals.length === 0 ? t('proposals.chooseFirst') : undefined
  const confirm = () => {
    const approve = asked === true
    setAsked(null)
    decide.mutate({ proposals, approve }, { onSuccess: onDecided })
  }
  const count = proposals.length
  return (
    <>
      <div className="form-actions decide-bar">
        <ActionButton kind="main" aria-busy={decide.isPending} disabledReason={reason} onClick={() => setAsked(true)}>
          {decide.isPending ? t('action.saving') : t('proposals.approveChosen', { count })}
        </ActionButton>
        {count > 0 && (
          <ActionButton onClick={() => setAsked(false)}>{t('proposals.declineChosen', { count })}</ActionButton>
        )}
      </div>
      {decide.error && <ProblemNotice problem={decide.error}>{t('proposals.someWait')}</ProblemNotice>}
      <ConfirmDialog
        open={asked !== null}
        title={t(asked ? 'proposals.approveChosen' : 'proposals.declineChosen', { count })}
        confirm={t(asked ? 'proposals.approve' : 'proposals.decline')}
        grave={asked === false}
        onConfirm={confirm}
        onCancel={() => setAsked(null)}
      >
        <p>{t(asked ? 'proposals.approveText' : 'proposals.declineText')}</p>
      </ConfirmDialog>
    </>
  )
}
