import { useTranslation } from 'react-i18next'
import { useElementList } from '#features/access/web/use-element-list.ts'
import type { StudentRecord } from '#features/students/contract.ts'
import { useHat } from '#web/use-hat.ts'
import { holds } from './StudentSheet.tsx'

const parts = [
  'attendance',
  'behavior',
  'grades',
  'college_access',
  'contacts',
  'strengths',
  'voice',
  'needs',
  'referrals',
  'notes',
]

/** Says in plain words what this hat does not show, so that nobody takes it for missing. */
export function NotSeenHere({ record }: { record: StudentRecord }) {
  const { t } = useTranslation()
  const { role } = useHat()
  const elementList = useElementList()
  const unseen = parts.filter((part) => !holds(record, part))
  if (unseen.length === 0) return null
  return (
    <p className="soft small not-in-print">
      {t('student.notSeen', { role: t(`role.${role}` as 'role.teacher'), elements: elementList(unseen) })}
    </p>
  )
}
