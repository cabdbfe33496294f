import { useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ActionButton } from '#web/ui/ActionButton.tsx'
import { announce } from '#web/ui/announcement.ts'
import { Field } from '#web/ui/Field.tsx'
import { SubmitForm } from '#web/ui/SubmitForm.tsx'
import type { StudentRecord } from '../../students/contract.ts'
import { WritingList } from '../../students/web/WritingList.tsx'
import { useWrite } from './family-queries.ts'
import { useFamily } from './use-family.ts'

/** The child's own words come first, and the family adds to them. */
export function OwnWordsSection({ record }: { record: StudentRecord }) {
  const { t } = useTranslation()
  const titleId = useId()
  const { about } = useFamily()
  const [isWriting, setWriting] = useState(false)
  const mayWrite = record.writable.includes('voice')
  return (
    <section aria-labelledby={titleId}>
      <h2 id={titleId}>{t('family.ownWords', about)}</h2>
      {record.voice.length > 0 ? <WritingList writings={record.voice} /> : <p>{t('family.noOwnWords', about)}</p>}
      {mayWrite && !isWriting && (
        <div className="family-actions">
          <ActionButton onClick={() => setWriting(true)}>{t('family.addWords', about)}</ActionButton>
        </div>
      )}
      {isWriting && <OwnWordsForm onDone={() => setWriting(false)} />}
    </section>
  )
}

function OwnWordsForm({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation()
  const { community, child, about } = useFamily()
  const field = useRef<HTMLTextAreaElement>(null)
  const write = useWrite(community, child.studentId)
  const submit = () => {
    const body = field.current?.value.trim() ?? ''
    if (!body) return field.current?.focus()
    write.mutate({ element: 'voice', body }, { onSuccess: () => [announce(t('family.wordsSaved')), onDone()] })
  }
  return (
    <SubmitForm
      submit={t('family.saveWords')}
      waiting={write.isPending}
      problem={write.error}
      onSubmit={submit}
      onCancel={onDone}
    >
      <Field label={t('family.wordsLabel', about)} hint={t('family.wordsHint')}>
        {(describe) => <textarea {...describe} ref={field} rows={4} maxLength={10_000} />}
      </Field>
    </SubmitForm>
  )
}
