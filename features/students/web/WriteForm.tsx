import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useContext, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#web/api.ts'
import { dayOf } from '#web/dates.ts'
import { CommunityTimeZone } from '#web/format.ts'
import { ProblemError } from '#web/problem.ts'
import { useCommunity } from '#web/staff/use-community.ts'
import { LongTextField } from '#web/ui/LongTextField.tsx'
import { SubmitForm } from '#web/ui/SubmitForm.tsx'
import { DomainField } from '#features/partners/web/DomainField.tsx'
import type { Note } from '../contract.ts'
import { DraftLine } from './notes/DraftLine.tsx'
import { type Details, isKind, NoteDetails } from './notes/NoteDetails.tsx'
import type { Text } from './notes/draft-keeper.ts'
import { useDraft } from './notes/use-draft.ts'

export type WrittenElement = 'notes' | 'needs' | 'strengths' | 'voice'

type Props = {
  studentId: string
  element: WrittenElement | 'restricted_notes'
  name: string
  /** The own note that is changed. */
  change?: Note
  onDone: () => void
  onCancel: () => void
}

/** A few sentences about a student: a note, a need, a strength, or the student's own words. What is typed is kept until it is sent. */
export function WriteForm({ studentId, element, name, change, onDone, onCancel }: Props) {
  const { t } = useTranslation()
  const { path } = useCommunity()
  const client = useQueryClient()
  const today = dayOf(new Date(), useContext(CommunityTimeZone))
  const isNote = element === 'notes' || element === 'restricted_notes'
  const [body, setBody] = useState(change?.body ?? '')
  const [domain, setDomain] = useState('')
  const [details, setDetails] = useState<Details>(() => detailsOf(change, today))
  const [missing, setMissing] = useState(false)
  const fill = (text: Text) => {
    setBody(text.body)
    setDomain(text.details.domain ?? '')
    setDetails(detailsOf(text.details, today))
  }
  const asText: Text = { body, details: isNote ? details : domain ? { domain } : {} }
  const isUntouched = change !== undefined && body === change.body
  const { keeper, standing } = useDraft(
    studentId,
    change ? `note.${change.id}` : element,
    isUntouched ? { body: '', details: {} } : asText,
    fill,
  )
  const students = `${path}/students/${studentId}`
  const save = useMutation({
    mutationFn: async () => {
      await keeper.close()
      const note = { body: body.trim(), ...details }
      if (change) return api.post(`${students}/notes/${change.id}/changes`, { ...note, revision: change.revision })
      if (isNote) return api.post(`${students}/${element === 'notes' ? 'notes' : 'restricted-notes'}`, note)
      return api.post(`${students}/writings/${element}`, { body: body.trim(), ...(domain && { domain }) })
    },
    onSuccess: () => {
      keeper.forget()
      onDone()
    },
    onError: (error) => {
      keeper.reopen()
      if (error instanceof ProblemError && error.code === 'note_changed')
        void client.invalidateQueries({ queryKey: ['student'] })
    },
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
      <LongTextField
        label={t(`write.${element}.label`)}
        hint={t(`write.${element}.hint`)}
        error={missing && body.trim() === '' ? t('write.empty') : undefined}
        rows={3}
        maxLength={10_000}
        value={body}
        onText={setBody}
      />
      {isNote && <NoteDetails details={details} today={today} onChange={setDetails} />}
      <DraftLine
        standing={standing}
        keeper={keeper}
        onStartOver={() => {
          setBody(change?.body ?? '')
          void keeper.drop()
        }}
      />
    </SubmitForm>
  )
}

/** The details of a note that is changed or of a draft, as far as they make sense; a conversation of today otherwise. */
function detailsOf(given: { kind?: string; happenedOn?: string | null } | undefined, today: string): Details {
  return {
    kind: isKind(given?.kind) ? given.kind : 'conversation',
    happenedOn: given?.happenedOn ?? today,
  }
}
