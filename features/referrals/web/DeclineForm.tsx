import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommunity } from '#web/staff/use-community.ts'
import { announce } from '#web/ui/announcement.ts'
import { Field } from '#web/ui/Field.tsx'
import { SubmitForm } from '#web/ui/SubmitForm.tsx'
import type { Referral } from '../contract.ts'
import { useAnswer } from './referral-queries.ts'

const reasons = ['no_capacity', 'not_eligible', 'out_of_area', 'missing_documents', 'could_not_reach', 'other'] as const
type Reason = (typeof reasons)[number]

/** A no with its reason: "no place" tells the community where help is missing. */
export function DeclineForm({ referral, onCancel }: { referral: Referral; onCancel: () => void }) {
  const { t } = useTranslation()
  const { path } = useCommunity()
  const [declineReason, setReason] = useState<Reason | null>(null)
  const [isMissing, setMissing] = useState(false)
  const text = useRef<HTMLTextAreaElement>(null)
  const answer = useAnswer(path)
  const submit = () => {
    setMissing(declineReason === null)
    if (declineReason === null) return
    const reasonText = text.current?.value.trim()
    answer.mutate(
      { id: referral.id, accept: false, declineReason, ...(reasonText && { reasonText }) },
      { onSuccess: () => announce(t('partner.declinedDone')) },
    )
  }
  return (
    <SubmitForm
      submit={t('partner.sendDecline')}
      waiting={answer.isPending}
      problem={answer.error}
      onSubmit={submit}
      onCancel={onCancel}
    >
      <fieldset className="fieldset">
        <legend>{t('partner.whyNot')}</legend>
        {reasons.map((reason) => (
          <label key={reason} className="choice">
            <input
              type="radio"
              name={`why-${referral.id}`}
              checked={declineReason === reason}
              onChange={() => setReason(reason)}
            />
            {t(`declineReason.${reason}`)}
          </label>
        ))}
        {isMissing && (
          <p className="field-error" role="alert">
            {t('partner.whyNotMissing')}
          </p>
        )}
      </fieldset>
      <Field label={t('partner.whyNotText')} hint={t('partner.whyNotHint')}>
        {(describe) => <textarea {...describe} ref={text} rows={2} maxLength={1000} />}
      </Field>
    </SubmitForm>
  )
}
