import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#web/api.ts'
import { useCommunity } from '#web/staff/use-community.ts'
import { Field } from '#web/ui/Field.tsx'
import { SubmitForm } from '#web/ui/SubmitForm.tsx'
import { DomainField } from '#features/partners/web/DomainField.tsx'

export type WrittenElement = 'notes' | 'needs' | 'strengths' | 'voice'

type Props = {
  studentId: string
  element: WrittenElement
  name: string
  onDone: () => void
  onCancel: () => void
}

/** A few sentences about a student: a note, a need, a strength, or the student's own words. */
export function WriteForm({ studentId, element, name, onDone, onCancel }: Props) {
  const { t } = useTranslation()
  const { path } = useCommunity()
  const [body, setBody] = useState('')
  const [domain, setDomain] = useState('')
  const [missing, setMissing] = useState(false)
  const save = useMutation({
    mutationFn: () =>
      api.post(`${path}/students/${studentId}/writings/${element}`, { body: body.trim(), ...(domain && { domain }) }),
    onSuccess: onDone,
  })
  const isWhole = body.trim() !== '' && (element !== 'needs' || domain !== '')
  const submit = () => {
    setMissing(!isWhole)
    if (isWhole) save.mutate()
  }
  return (
    <SubmitForm
      label={t(`write.${element}.title`, { name })}
      submit={t(`write.${element}.save`)}
      waiting={save.isPending}
      problem={save.error}
      onSubmit={submit}
      onCancel={onCancel}
    >
      {element === 'needs' && <DomainField value={domain} onChange={setDomain} missing={missing && domain === ''} />}
      <Field
        label={t(`write.${element}.label`)}
        hint={t(`write.${element}.hint`)}
        error={missing && body.trim() === '' ? t('write.empty') : undefined}
      >
        {(describe) => (
          <textarea
            {...describe}
            rows={3}
            maxLength={10_000}
            value={body}
            onChange={({ target }) => setBody(target.value)}
          />
        )}
      </Field>
    </SubmitForm>
  )
}
