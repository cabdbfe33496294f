import { useTranslation } from 'react-i18next'
import type { StudentRecord } from '#features/students/contract.ts'
import { AssessmentTable } from '#features/students/web/AssessmentTable.tsx'
import { holds } from './StudentSheet.tsx'

/** The results of tests, where there are any. */
export function AssessmentsPart({ record }: { record: StudentRecord }) {
  const { t } = useTranslation()
  if (!holds(record, 'assessments') || record.assessments.length === 0) return null
  return (
    <section className="card wide-part" aria-labelledby="assessments-title">
      <h2 id="assessments-title">{t('student.assessments')}</h2>
      <AssessmentTable results={record.assessments} />
    </section>
  )
}
