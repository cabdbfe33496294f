import { useTranslation } from 'react-i18next'
import { ReferForm } from '#features/access/web/ReferForm.tsx'
import { NeedForm } from '#features/needs/web/NeedForm.tsx'
import { WriteForm, type WrittenElement } from '#features/students/web/WriteForm.tsx'
import { ActionButton } from '#web/ui/ActionButton.tsx'
import { announce } from '#web/ui/announcement.ts'
import { useHat } from '#web/use-hat.ts'
import { ReminderForm } from './due/ReminderForm.tsx'
import type { StudentProps } from './StudentSheet.tsx'

export type Act = WrittenElement | 'restricted_notes' | 'refer' | 'remind'

type Props = StudentProps & { act: Act | null; onDone: () => void }

/** What one can do for this student, and the form for it in place. */
export function StudentActs({ record, name, act, onAct, onDone }: Props) {
  const { t } = useTranslation()
  const { role } = useHat()
  const may = (element: string) => record.writable.includes(element)
  const mayAct = { notes: may('notes'), needs: may('needs'), refer: may('referrals'), remind: record.student !== null }
  const offered = (['notes', 'needs', 'refer', 'remind'] as const).filter((each) => mayAct[each])
  const done = () => {
    announce(t(act === 'refer' ? 'refer.done' : act === 'remind' ? 'remind.done' : 'write.saved', { name }))
    onDone()
  }
  const cancel = () => onAct(null)
  if (offered.length === 0) return null
  return (
    <div className="student-acts not-in-print">
      <div className="form-actions">
        {offered.map((each, index) => (
          <ActionButton
            key={each}
            kind={index === 0 ? 'main' : 'plain'}
            aria-expanded={act === each}
            {...(each === 'notes' && { 'data-shortcut': 'note' })}
            onClick={() => onAct(each)}
          >
            {t(`student.act.${each}`)}
          </ActionButton>
        ))}
      </div>
      {act !== null && (
        <div className="card student-act" key={act}>
          {act === 'refer' ? (
            <ReferForm studentId={record.studentId} name={name} onDone={done} onCancel={cancel} />
          ) : act === 'remind' ? (
            <ReminderForm about={{ studentId: record.studentId }} name={name} onDone={done} onCancel={cancel} />
          ) : act === 'needs' ? (
            <NeedForm
              {...{ studentId: record.studentId, name, isTeacher: role === 'teacher' }}
              onDone={done}
              onCancel={cancel}
            />
          ) : (
            <WriteForm studentId={record.studentId} element={act} name={name} onDone={done} onCancel={cancel} />
          )}
        </div>
      )}
    </div>
  )
}
