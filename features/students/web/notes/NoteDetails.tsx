import { useTranslation } from 'react-i18next'
import { DateField } from '#web/ui/DateField.tsx'
import { Field } from '#web/ui/Field.tsx'
import type { NewNote } from '../../notes/contract.ts'
import { noteKinds } from '../../notes/note-kinds.ts'

export type Details = Pick<NewNote, 'kind' | 'happenedOn'>
type Props = { details: Details; today: string; onChange: (details: Details) => void }

export const isKind = (kind: string | undefined): kind is NewNote['kind'] => noteKinds.some((known) => known === kind)

/** What kind of thing a note tells of, and on which day it happened. */
export function NoteDetails({ details, today, onChange }: Props) {
  const { t } = useTranslation()
  return (
    <div className="field-row">
      <Field label={t('note.kindLabel')}>
        {(describe) => (
          <select
            {...describe}
            value={details.kind}
            onChange={({ target }) => isKind(target.value) && onChange({ ...details, kind: target.value })}
          >
            {noteKinds.map((kind) => (
              <option key={kind} value={kind}>
                {t(`note.kind.${kind}`)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <DateField
        label={t('note.happenedOn')}
        max={today}
        required
        value={details.happenedOn}
        onDay={(day) => onChange({ ...details, happenedOn: day || today })}
      />
    </div>
  )
}
