import { useTranslation } from 'react-i18next'

/** A grade as people say it: "07" is grade 7, KG is kindergarten. Others are shown as the source writes them. */
export function useGrade() {
  const { t } = useTranslation()
  return (grade: string | null): string => {
    if (grade === null || grade === '') return t('grades.unknown')
    if (grade === 'KG') return t('grades.kindergarten')
    if (grade === 'PK') return t('grades.preKindergarten')
    return t('grades.grade', { grade: grade.replace(/^0+(?=.)/, '') })
  }
}
