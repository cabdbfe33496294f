import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#web/api.ts'
import { useFormat } from '#web/format.ts'
import { useCommunity } from '#web/staff/use-community.ts'
import { ActionButton } from '#web/ui/ActionButton.tsx'
import { Field } from '#web/ui/Field.tsx'
import { SubmitForm } from '#web/ui/SubmitForm.tsx'
import type { RestrictedNote } from '../../contract.ts'
import type { Opened } from '../../notes/contract.ts'
import { MarkButton } from './NoteList.tsx'
import './Notes.css'

type Props = { notes: readonly RestrictedNote[]; studentId: string; mayWrite: boolean; onWrite: () => void }

/** That there are restricted notes. Each is opened with a typed reason, and is hidden again when the page is left. */
export function RestrictedNotes({ notes, studentId, mayWrite, onWrite }: Props) {
  const { t } = useTranslation()
  if (notes.length === 0 && !mayWrite) return null
  return (
    <div className="restricted-notes not-in-print">
      <h3>{t('restricted.title', { count: notes.length })}</h3>
      {notes.length > 0 && <p className="small soft">{t('restricted.text')}</p>}
      <ul className="plain-list writing-list">
        {notes.map((note) => (
          <li key={note.id}>
            <OneRestricted note={note} studentId={studentId} mayWrite={mayWrite} />
          </li>
        ))}
      </ul>
      {mayWrite && <ActionButton onClick={onWrite}>{t('restricted.write')}</ActionButton>}
    </div>
  )
}

type OneProps = { note: RestrictedNote; studentId: string; mayWrite: boolean }

function OneRestricted({ note, studentId, mayWrite }: OneProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const client = useQueryClient()
  const { path } = useCommunity()
  const [asking, setAsking] = useState(false)
  const [reason, setReason] = useState('')
  const [missing, setMissing] = useState(false)
  const open = useMutation({
    mutationFn: () =>
      api.post<Opened>(`${path}/students/${studentId}/restricted-notes/${note.id}/openings`, { reason: reason.trim() }),
    // The text is nowhere but on this page: it is not kept with the answers of other requests.
    gcTime: 0,
  })
  const submit = () => {
    setMissing(reason.trim().length < 3)
    if (reason.trim().length >= 3) open.mutate()
  }
  const about = [note.authorName, format.moment(note.writtenAt)].filter(Boolean).join(' · ')
  return (
    <>
      <p className="small soft">{t('restricted.by', { about })}</p>
      {note.inErrorAt && <p className="small">{t('note.inError', { moment: format.moment(note.inErrorAt) })}</p>}
      {open.data && <blockquote>{open.data.body}</blockquote>}
      {!open.data && asking && (
        <SubmitForm
          label={t('restricted.open')}
          submit={t('restricted.openNow')}
          waiting={open.isPending}
          problem={open.error}
          onSubmit={submit}
          onCancel={() => setAsking(false)}
        >
          <Field
            label={t('restricted.reason')}
            hint={t('restricted.reasonHint')}
            error={missing ? t('restricted.reasonMissing') : undefined}
          >
            {(describe) => (
              <input
                {...describe}
                value={reason}
                maxLength={500}
                // eslint-disable-next-line jsx-a11y/no-autofocus -- the form opens because its button was pressed
                autoFocus
                onChange={({ target }) => setReason(target.value)}
              />
            )}
          </Field>
        </SubmitForm>
      )}
      <div className="note-actions">
        {!open.data && !asking && (
          <ActionButton kind="quiet" aria-label={t('restricted.openOne', { about })} onClick={() => setAsking(true)}>
            {t('restricted.open')}
          </ActionButton>
        )}
        {open.data && (
          <ActionButton kind="quiet" onClick={() => open.reset()}>
            {t('restricted.hide')}
          </ActionButton>
        )}
        {note.isMine && mayWrite && (
          <MarkButton
            note={note}
            studentId={studentId}
            place="restricted-notes"
            onDone={() => client.invalidateQueries({ queryKey: ['student'] })}
          />
        )}
      </div>
    </>
  )
}
