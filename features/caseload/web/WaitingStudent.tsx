import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { WriteForm } from '#features/students/web/WriteForm.tsx'
import { useHat } from '#web/use-hat.ts'
import { ActionButton } from '#web/ui/ActionButton.tsx'
import { announce } from '#web/ui/announcement.ts'
import { FlagReason } from '#web/ui/FlagReason.tsx'
import type { StudentLine } from '../contract.ts'
import { levelOf } from './flag-level.ts'
import { FlagOrigin } from './OriginOnOpening.tsx'
import { useGrade } from '#features/students/web/use-grade.ts'

const mayNotWrite = new Set(['principal', 'data_steward'])

export function WaitingStudent({ student }: { student: StudentLine }) {
  const { t } = useTranslation()
  const gradeWord = useGrade()
  const client = useQueryClient()
  const { role } = useHat()
  const [writing, setWriting] = useState(false)
  const name = `${student.givenName} ${student.familyName}`
  const written = () => {
    announce(t('today.written', { name }))
    document.getElementById('page')?.focus({ preventScroll: true })
    void client.invalidateQueries({ queryKey: ['home'] })
  }
  return (
    <>
      <div className="waiting-student">
        <p>
          <strong>{name}</strong> <span className="soft">· {gradeWord(student.gradeLevel)}</span>
        </p>
        <div className="waiting-actions not-in-print">
          {!mayNotWrite.has(role) && (
            <ActionButton
              kind="main"
              aria-expanded={writing}
              aria-label={t('today.writeAbout', { name })}
              onClick={() => setWriting(!writing)}
            >
              {t('today.write')}
            </ActionButton>
          )}
          <Link
            to="/app/students/$id"
            params={{ id: student.id }}
            className="button"
            aria-label={t('today.openStudent', { name })}
          >
            {t('today.open')}
          </Link>
        </div>
        <div className="waiting-reasons">
          {student.flags.map(({ indicator, level, reason }) => (
            <FlagReason
              key={indicator}
              level={levelOf(level)}
              reason={reason}
              origin={<FlagOrigin studentId={student.id} indicator={indicator} name={name} />}
            />
          ))}
        </div>
      </div>
      {writing && (
        <div className="waiting-form">
          <WriteForm
            studentId={student.id}
            element="notes"
            name={name}
            onDone={written}
            onCancel={() => setWriting(false)}
          />
        </div>
      )}
    </>
  )
}
