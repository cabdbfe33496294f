import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommunity } from '#web/staff/use-community.ts'
import { announce } from '#web/ui/announcement.ts'
import { LongTextField } from '#web/ui/LongTextField.tsx'
import { SubmitForm } from '#web/ui/SubmitForm.tsx'
import type { KeptRecord } from '../../retention/contract.ts'
import { RecordChoice } from './RecordChoice.tsx'
import { useHoldAct } from './retention-queries.ts'

export type Chosen = Pick<KeptRecord, 'studentId' | 'studentName'>

/** Places a hold: on the record that is given, or on one that is searched for. The reason is what a court or auditor asks for later. */
export function HoldForm({ record, onDone }: { record: Chosen | null; onDone: () => void }) {
  const { t } = useTranslation()
  const { path } = useCommunity()
  const [chosen, setChosen] = useState(record)
  const [reason, setReason] = useState('')
  const [isTried, setTried] = useState(false)
  const place = useHoldAct(
    ({ studentId }: Chosen) => ({ to: `${path}/students/${studentId}/legal-holds`, body: { reason: reason.trim() } }),
    () => {
      announce(t('holds.isPlaced', { name: chosen?.studentName ?? '' }))
      onDone()
    },
  )
  const isShort = reason.trim().length < 3
  const submit = () => {
    setTried(true)
    if (chosen && !isShort) place.mutate(chosen)
  }
  const title = record ? t('holds.placeOn', { name: record.studentName }) : t('holds.place')
  return (
    <SubmitForm
      label={title}
      submit={t('holds.place')}
      waiting={place.isPending}
      problem={place.error}
      onSubmit={submit}
      onCancel={onDone}
    >
      <h2>{title}</h2>
      {!record && (
        <RecordChoice
          chosen={chosen?.studentId}
          error={isTried && !chosen ? t('holds.chooseFirst') : undefined}
          onChoose={setChosen}
        />
      )}
      <LongTextField
        label={t('holds.reasonLabel')}
        hint={t('holds.reasonHint')}
        error={isTried && isShort ? t('holds.reasonMissing') : undefined}
        rows={3}
        maxLength={500}
        value={reason}
        onText={setReason}
      />
    </SubmitForm>
  )
}
