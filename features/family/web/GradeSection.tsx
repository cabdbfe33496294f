import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { Grade } from '../../students/contract.ts'
import { GradeList } from '../../students/web/GradeList.tsx'

export function GradeSection({ grades }: { grades: readonly Grade[] }) {
  const { t } = useTranslation()
  const titleId = useId()
  return (
    <section aria-labelledby={titleId}>
      <h2 id={titleId}>{t('family.grades')}</h2>
      {grades.length > 0 ? <GradeList grades={grades} /> : <p>{t('family.noGrades')}</p>}
    </section>
  )
}
