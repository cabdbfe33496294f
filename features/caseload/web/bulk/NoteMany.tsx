import { useContext, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Details, NoteDetails } from '#features/students/web/notes/NoteDetails.tsx'
import { dayOf } from '#web/dates.ts'
import { CommunityTimeZone } from '#web/format.ts'
import { LongTextField } from '#web/ui/LongTextField.tsx'
import { SubmitForm } from '#web/ui/SubmitForm.tsx'
import type { Many } from './many.ts'

/** The same note for each of the chosen students. */
export function NoteMany({ students, waiting, problem, onAct, onCancel }: Many) {
  const { t } = useTranslation()
  const today = dayOf(new Date(), useContext(CommunityTimeZone))
  const [body, setBody] = useState('')
  const [details, setDetails] = useState<Details>({ kind: 'observation', happenedOn: today })
  const [missing, setMissing] = useState(false)
  const submit = () => {
    setMissing(body.trim() === '')
    if (body.trim() !== '') onAct({ kind: 'note', students: [...students], note: { body: body.trim(), ...details } })
  }
  return (
    <SubmitForm
      label={t('bulk.act.note')}
      submit={t('bulk.save.note', { count: students.length })}
      waiting={waiting}
      problem={problem}
      onSubmit={submit}
      onCancel={onCancel}
    >
      <LongTextField
        label={t('write.notes.label')}
        hint={t('bulk.noteHint')}
        error={missing ? t('write.empty') : undefined}
        rows={3}
        maxLength={10_000}
        value={body}
        onText={setBody}
      />
      <NoteDetails details={details} today={today} onChange={setDetails} />
    </SubmitForm>
  )
}
