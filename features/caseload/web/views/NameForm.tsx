import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Field } from '#web/ui/Field.tsx'
import { SubmitForm } from '#web/ui/SubmitForm.tsx'

type Props = {
  label: string
  hint?: string
  submit: string
  first: string
  waiting: boolean
  problem: unknown
  onSubmit: (name: string) => void
  onCancel?: () => void
}

/** The name of a view, new or changed. */
export function NameForm({ label, hint, submit, first, waiting, problem, onSubmit, onCancel }: Props) {
  const { t } = useTranslation()
  const [name, setName] = useState(first)
  const [missing, setMissing] = useState(false)
  const send = () => {
    setMissing(name.trim() === '')
    if (name.trim() !== '') onSubmit(name.trim())
  }
  return (
    <SubmitForm submit={submit} waiting={waiting} problem={problem} onSubmit={send} onCancel={onCancel}>
      <Field label={label} hint={hint} error={missing ? t('views.nameMissing') : undefined}>
        {(describe) => (
          <input {...describe} value={name} maxLength={60} onChange={({ target }) => setName(target.value)} />
        )}
      </Field>
    </SubmitForm>
  )
}
