import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { StudentRecord } from '#features/students/contract.ts'
import { usePageTitle } from '#web/page/use-page-title.ts'
import { useCommunity } from '#web/staff/use-community.ts'
import { PrintFooter } from '#web/ui/PrintFooter.tsx'
import { ProblemNotice } from '#web/ui/ProblemNotice.tsx'
import { Waiting } from '#web/ui/Waiting.tsx'
import { useHat } from '#web/use-hat.ts'
import { recordQuery } from './student-queries.ts'
import { StudentSheet } from './StudentSheet.tsx'

/** All that the reader may know of one student, on one screen. */
export function StudentPage() {
  const { t } = useTranslation()
  const { id } = useParams({ strict: false }) as { id: string }
  const { path } = useCommunity()
  const { personName } = useHat()
  const record = useQuery(recordQuery(path, id))
  usePageTitle(record.data ? nameOf(record.data) : t('student.title'))
  if (record.isPending) return <Waiting />
  if (record.isError) return <ProblemNotice problem={record.error} onRetry={() => void record.refetch()} />
  return (
    <>
      <StudentSheet key={id} record={record.data} name={nameOf(record.data) || t('student.title')} />
      <PrintFooter forWhom={personName} />
    </>
  )
}

const nameOf = ({ student }: StudentRecord): string =>
  student ? `${student.preferredName || student.givenName} ${student.familyName}` : ''
