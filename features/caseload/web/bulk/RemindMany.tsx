import { useContext, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { addDays, dayOf } from '#web/dates.ts'
import { CommunityTimeZone } from '#web/format.ts'
import { DateField } from '#web/ui/DateField.tsx'
import { Field } from '#web/ui/Field.tsx'
import { SubmitForm } from '#web/ui/SubmitForm.tsx'
import type { Many } from './many.ts'

/** A reminder for me about each of the chosen students, on one day. */
export function RemindMany({ students, waiting, problem, onAct, onCancel }: Many) {
  const { t } = useTranslation()
  const today = dayOf(new Date(), useContext(CommunityTimeZone))
  const [body, setBody] = useState('')
  const [on, setOn] = useState(addDays(today, 7))
  const [missing, setMissing] = useState(false)
  const submit = () => {
    setMissing(body.trim() === '')
    if (body.trim() !== '') onAct({ kind: 'remind', students: [...students], on, body: body.trim() })
  }
  return (
    <SubmitForm
      label={t('bulk.act.remind')}
      submit={t('bulk.save.remind', { count: students.length })}
      waiting={waiting}
      problem={problem}
      onSubmit={submit}
      onCancel={onCancel}
    >
      <Field label={t('remind.what')} hint={t('remind.hint')} error={missing ? t('write.empty') : undefined}>
        {(describe) => (
          <input {...describe} value={body} maxLength={500} onChange={({ target }) => setBody(target.value)} />
        )}
      </Field>
      <DateField label={t('remind.on')} min={today} value={on} onDay={(day) => setOn(day || today)} />
    </SubmitForm>
  )
}
