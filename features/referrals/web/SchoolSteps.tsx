import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ActionButton } from '#web/ui/ActionButton.tsx'
import { announce } from '#web/ui/announcement.ts'
import { ConfirmDialog } from '#web/ui/ConfirmDialog.tsx'
import { ProblemNotice } from '#web/ui/ProblemNotice.tsx'
import type { Referral } from '../contract.ts'
import { mayStep } from '../states.ts'
import { DraftForm } from './DraftForm.tsx'
import { ReasonForm } from './ReasonForm.tsx'
import { useStep } from './referral-queries.ts'

type Props = { path: string; referral: Referral }

/** What the school that asked can still do: send a draft, take the request back, or mark it as a mistake. */
export function SchoolSteps({ path, referral }: Props) {
  const { t } = useTranslation()
  const [form, setForm] = useState<'send' | 'mistake' | null>(null)
  const { id, state, serviceName } = referral
  const close = () => setForm(null)
  if (form === 'send') return <DraftForm path={path} referral={referral} onDone={close} />
  if (form === 'mistake')
    return (
      <ReasonForm
        path={path}
        id={id}
        state="entered_in_error"
        submit={t('referralLoop.markMistake')}
        label={t('referralLoop.whatMistake')}
        hint={t('referralLoop.mistakeHint')}
        done={t('referralLoop.mistakeDone')}
        onDone={close}
      />
    )
  return (
    <div className="form-actions not-in-print">
      {state === 'draft' && (
        <ActionButton onClick={() => setForm('send')} aria-label={t('referralLoop.sendOne', { service: serviceName })}>
          {t('referralLoop.send')}
        </ActionButton>
      )}
      {mayStep(state, 'withdrawn', 'school') && <TakeBack path={path} referral={referral} />}
      {mayStep(state, 'entered_in_error', 'school') && (
        <ActionButton
          kind="quiet"
          onClick={() => setForm('mistake')}
          aria-label={t('referralLoop.mistakeOne', { service: serviceName })}
        >
          {t('referralLoop.mistake')}
        </ActionButton>
      )}
    </div>
  )
}

function TakeBack({ path, referral: { id, serviceName: service, organizationName: organization } }: Props) {
  const { t } = useTranslation()
  const [isAsking, setAsking] = useState(false)
  const step = useStep(path)
  const confirm = () => {
    setAsking(false)
    step.mutate({ id, state: 'withdrawn' }, { onSuccess: () => announce(t('referralLoop.takenBack')) })
  }
  return (
    <>
      <ActionButton
        kind="quiet"
        onClick={() => setAsking(true)}
        aria-label={t('referralLoop.takeBackOne', { service })}
      >
        {t('referralLoop.takeBack')}
      </ActionButton>
      {step.isError && <ProblemNotice problem={step.error} />}
      <ConfirmDialog
        open={isAsking}
        grave
        title={t('referralLoop.takeBackTitle', { service })}
        confirm={t('referralLoop.takeBack')}
        onConfirm={confirm}
        onCancel={() => setAsking(false)}
      >
        <p>{t('referralLoop.takeBackText', { organization })}</p>
      </ConfirmDialog>
    </>
  )
}
