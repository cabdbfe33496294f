import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { announce } from '#web/ui/announcement.ts'
import { LongTextField } from '#web/ui/LongTextField.tsx'
import { SubmitForm } from '#web/ui/SubmitForm.tsx'
import type { Step } from '../contract.ts'
import { useStep } from './referral-queries.ts'

type Props = {
  path: string
  id: string
  state: Step['state']
  /** The verb itself, and what the words are for. */
  submit: string
  label: string
  hint: string
  done: string
  onDone: () => void
}

/** A step that wants a sentence: how it ended, or what the mistake was. */
export function ReasonForm({ path, id, state, submit, label, hint, done, onDone }: Props) {
  const { t } = useTranslation()
  const [reason, setReason] = useState('')
  const [isMissing, setMissing] = useState(false)
  const step = useStep(path)
  const send = () => {
    setMissing(reason.trim() === '')
    if (reason.trim() === '') return
    const saved = () => {
      announce(done)
      onDone()
    }
    step.mutate({ id, state, reason: reason.trim() }, { onSuccess: saved })
  }
  return (
    <SubmitForm submit={submit} waiting={step.isPending} problem={step.error} onSubmit={send} onCancel={onDone}>
      <LongTextField
        label={label}
        hint={hint}
        error={isMissing ? t('referralLoop.wordsMissing') : undefined}
        rows={2}
        maxLength={1000}
        value={reason}
        onText={setReason}
      />
    </SubmitForm>
  )
}
