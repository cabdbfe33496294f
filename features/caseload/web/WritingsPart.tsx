import { useTranslation } from 'react-i18next'
import type { WrittenElement } from '#features/students/web/WriteForm.tsx'
import { NoteList } from '#features/students/web/notes/NoteList.tsx'
import { RestrictedNotes } from '#features/students/web/notes/RestrictedNotes.tsx'
import { WritingList } from '#features/students/web/WritingList.tsx'
import { ActionButton } from '#web/ui/ActionButton.tsx'
import { EmptyPlace } from '#web/ui/EmptyPlace.tsx'
import { holds, type StudentProps } from './StudentSheet.tsx'

/** Own words, strengths, needs or notes. What nobody has written yet is an invitation. */
export function WritingsPart({ record, name, onAct, element }: StudentProps & { element: WrittenElement }) {
  const { t } = useTranslation()
  if (!holds(record, element)) return null
  const writings = record[element]
  const write = record.writable.includes(element) && (
    <ActionButton className="not-in-print" onClick={() => onAct(element)}>
      {t(`student.add.${element}`)}
    </ActionButton>
  )
  return (
    <section className={`card part-${element}`} id={element} tabIndex={-1} aria-labelledby={`${element}-title`}>
      <div className="part-head">
        <h2 id={`${element}-title`}>{t(`student.part.${element}`)}</h2>
        {writings.length > 0 && record.writable.includes(element) && (
          <ActionButton
            className="not-in-print"
            aria-label={t(`student.add.${element}`)}
            onClick={() => onAct(element)}
          >
            {t('student.addShort')}
          </ActionButton>
        )}
      </div>
      {writings.length === 0 ? (
        <EmptyPlace title={t(`student.none.${element}`, { name })} first={write}>
          {t(`student.noneText.${element}`)}
        </EmptyPlace>
      ) : element === 'notes' ? (
        <NoteList
          notes={record.notes}
          studentId={record.studentId}
          name={name}
          mayWrite={record.writable.includes('notes')}
        />
      ) : (
        <WritingList writings={writings} />
      )}
      {element === 'notes' && holds(record, 'restricted_notes') && (
        <RestrictedNotes
          notes={record.restrictedNotes}
          studentId={record.studentId}
          mayWrite={record.writable.includes('restricted_notes')}
          onWrite={() => onAct('restricted_notes')}
        />
      )}
    </section>
  )
}
