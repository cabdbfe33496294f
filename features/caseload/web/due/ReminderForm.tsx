import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useContext, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#web/api.ts'
import { addDays, dayOf } from '#web/dates.ts'
import { CommunityTimeZone } from '#web/format.ts'
import { useCommunity } from '#web/staff/use-community.ts'
import { DateField } from '#web/ui/DateField.tsx'
import { Field } from '#web/ui/Field.tsx'
import { SubmitForm } from '#web/ui/SubmitForm.tsx'
import type { NewReminder } from '../../due/contract.ts'

type About = { studentId: string } | { referralId: string }
type Props = { about: About; name: string; onDone: () => void; onCancel: () => void }

/** What I want to be reminded of, and when. Nobody else sees it. */
export function ReminderForm({ about, name, onDone, onCancel }: Props) {
  const { t } = useTranslation()
  const { path } = useCommunity()
  const client = useQueryClient()
  const today = dayOf(new Date(), useContext(CommunityTimeZone))
  const [body, setBody] = useState('')
  const [on, setOn] = useState(addDays(today, 7))
  const [missing, setMissing] = useState(false)
  const save = useMutation({
    mutationFn: () => api.post<unknown, NewReminder>(`${path}/reminders`, { ...about, on, body: body.trim() }),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: ['due'] })
      onDone()
    },
  })
  const submit = () => {
    setMissing(body.trim() === '')
    if (body.trim() !== '') save.mutate()
  }
  return (
    <SubmitForm
      label={t('remind.title', { name })}
      submit={t('remind.save')}
      waiting={save.isPending}
      problem={save.error}
      onSubmit={submit}
      onCancel={onCancel}
    >
      <Field label={t('remind.what')} hint={t('remind.hint')} error={missing ? t('write.empty') : undefined}>
        {(describe) => (
          <input
            {...describe}
            value={body}
            maxLength={500}
            // eslint-disable-next-line jsx-a11y/no-autofocus -- the form opens because its button was pressed
            autoFocus
            onChange={({ target }) => setBody(target.value)}
          />
        )}
      </Field>
      <DateField label={t('remind.on')} min={today} value={on} onDay={(day) => setOn(day || today)} />
    </SubmitForm>
  )
}
