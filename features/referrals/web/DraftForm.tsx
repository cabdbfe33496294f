import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { announce } from '#web/ui/announcement.ts'
import { LongTextField } from '#web/ui/LongTextField.tsx'
import { SubmitForm } from '#web/ui/SubmitForm.tsx'
import type { Referral } from '../contract.ts'
import { useSendDraft } from './referral-queries.ts'

/** A last look at the words of a draft before the partner reads them. */
export function DraftForm({ path, referral, onDone }: { path: string; referral: Referral; onDone: () => void }) {
  const { t } = useTranslation()
  const [request, setRequest] = useState(referral.request)
  const [isMissing, setMissing] = useState(false)
  const sending = useSendDraft(path)
  const send = () => {
    setMissing(request.trim() === '')
    if (request.trim() === '') return
    const sent = () => {
      announce(t('referralLoop.sent'))
      onDone()
    }
    sending.mutate({ id: referral.id, request: request.trim() }, { onSuccess: sent })
  }
  return (
    <SubmitForm
      submit={t('refer.send')}
      waiting={sending.isPending}
      problem={sending.error}
      onSubmit={send}
      onCancel={onDone}
    >
      <LongTextField
        label={t('refer.request')}
        hint={t('refer.requestHint')}
        error={isMissing ? t('write.empty') : undefined}
        rows={3}
        maxLength={2000}
        value={request}
        onText={setRequest}
      />
    </SubmitForm>
  )
}
