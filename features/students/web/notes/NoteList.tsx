import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#web/api.ts'
import { useFormat } from '#web/format.ts'
import { useCommunity } from '#web/staff/use-community.ts'
import { ActionButton } from '#web/ui/ActionButton.tsx'
import { announce } from '#web/ui/announcement.ts'
import { ProblemNotice } from '#web/ui/ProblemNotice.tsx'
import type { Note } from '../../contract.ts'
import { WriteForm } from '../WriteForm.tsx'
import { isKind } from './NoteDetails.tsx'
import { Revisions } from './Revisions.tsx'
import '../RecordParts.css'
import './Notes.css'

type Props = { notes: readonly Note[]; studentId: string; name: string; mayWrite: boolean }

/** Notes with what kind they are, who wrote them and when; one's own can be changed or marked as a mistake. */
export const NoteList = ({ notes, ...about }: Props) => (
  <ul className="plain-list writing-list">
    {notes.map((note) => (
      <li key={note.id} className={note.inErrorAt ? 'note-in-error' : undefined}>
        <OneNote note={note} {...about} />
      </li>
    ))}
  </ul>
)

type OneProps = Omit<Props, 'notes'> & { note: Note }

function OneNote({ note, studentId, name, mayWrite }: OneProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const client = useQueryClient()
  const [open, setOpen] = useState<'change' | 'before' | null>(null)
  const refresh = () => client.invalidateQueries({ queryKey: ['student'] })
  const kind = isKind(note.kind) ? note.kind : 'other'
  const changed = () => {
    setOpen(null)
    announce(t('write.saved', { name }))
    void refresh()
  }
  if (open === 'change')
    return (
      <>
        <WriteForm
          studentId={studentId}
          element="notes"
          name={name}
          change={note}
          onDone={changed}
          onCancel={() => setOpen(null)}
        />
        <NewerText note={note} />
      </>
    )
  return (
    <>
      <strong className="writing-kind">
        {t(`note.kind.${kind}`)}
        {note.happenedOn && ` · ${format.day(note.happenedOn, 'short')}`}
      </strong>
      {note.inErrorAt && <p className="small">{t('note.inError', { moment: format.moment(note.inErrorAt) })}</p>}
      <blockquote>{note.body}</blockquote>
      <p className="small soft">
        {[note.authorName, format.moment(note.writtenAt)].filter(Boolean).join(' · ')}
        {note.changedAt && ` · ${t('note.changed', { moment: format.moment(note.changedAt) })}`}
      </p>
      <div className="note-actions not-in-print">
        {note.revision > 1 && (
          <ActionButton
            kind="quiet"
            aria-expanded={open === 'before'}
            onClick={() => setOpen(open === 'before' ? null : 'before')}
          >
            {t('note.before')}
          </ActionButton>
        )}
        {note.isMine && mayWrite && (
          <>
            <ActionButton kind="quiet" onClick={() => setOpen('change')}>
              {t('note.change')}
            </ActionButton>
            <MarkButton note={note} studentId={studentId} onDone={refresh} />
          </>
        )}
      </div>
      {open === 'before' && <Revisions studentId={studentId} noteId={note.id} />}
    </>
  )
}

/** After somebody saved the same note elsewhere: what it says now, beside what is in the form. */
function NewerText({ note }: { note: Note }) {
  const { t } = useTranslation()
  const [opened] = useState(note.revision)
  if (note.revision === opened) return null
  return (
    <div className="notice draft-other" role="status">
      <p>
        <strong>{t('note.nowSays')}</strong>
      </p>
      <blockquote>{note.body}</blockquote>
      <p>{t('note.nowSaysText')}</p>
    </div>
  )
}

type MarkProps = { note: { id: string; inErrorAt: string | null }; studentId: string; onDone: () => unknown }

/** A mistake is marked, never deleted; a second press takes the mark away. */
export function MarkButton({ note, studentId, onDone, place = 'notes' }: MarkProps & { place?: string }) {
  const { t } = useTranslation()
  const { path } = useCommunity()
  const mark = useMutation({
    mutationFn: () =>
      api.post(`${path}/students/${studentId}/${place}/${note.id}/error-marks`, { inError: note.inErrorAt === null }),
    onSuccess: onDone,
  })
  return (
    <>
      <ActionButton kind="quiet" onClick={() => mark.mutate()}>
        {t(note.inErrorAt === null ? 'note.markError' : 'note.unmarkError')}
      </ActionButton>
      {mark.error && <ProblemNotice problem={mark.error} />}
    </>
  )
}
