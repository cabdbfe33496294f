import { useTranslation } from 'react-i18next'
import { FlagReason } from '#web/ui/FlagReason.tsx'
import type { Flag } from '../contract.ts'
import { levelOf } from './flag-level.ts'
import type { StudentProps } from './StudentSheet.tsx'
import { NotKnown } from './NotKnown.tsx'
import { useGrade } from '#features/students/web/use-grade.ts'

type Props = StudentProps & { flags: readonly Flag[]; notKnown: readonly string[] }

export function StudentHead({ record, name, flags, notKnown }: Props) {
  const { t } = useTranslation()
  const gradeWord = useGrade()
  const { student } = record
  const facts = student ? [gradeWord(student.gradeLevel), student.schoolName ?? t('students.noSchool')] : []
  return (
    <header className="student-head">
      <div>
        <h1>{name}</h1>
        <p className="soft">{facts.join(' · ')}</p>
        <NotKnown indicators={notKnown} />
      </div>
      {flags.length > 0 && (
        <ul className="plain-list" aria-label={t('student.flags')}>
          {flags.map(({ indicator, level, reason }) => (
            <li key={indicator}>
              <FlagReason level={levelOf(level)} reason={reason} />
            </li>
          ))}
        </ul>
      )}
    </header>
  )
}
