import { useTranslation } from 'react-i18next'
import { DeliveredPart } from '#features/referrals/web/support/DeliveredPart.tsx'
import type { StudentRecord } from '#features/students/contract.ts'
import { useCommunity } from '#web/staff/use-community.ts'
import { holds } from './StudentSheet.tsx'

/** What partners promised this student, and what was given. */
export function DeliveredToStudent({ record }: { record: StudentRecord }) {
  const { t } = useTranslation()
  const { path } = useCommunity()
  if (!holds(record, 'services')) return null
  return <DeliveredPart path={path} student={record.studentId} title={t('support.delivered')} />
}
