import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { ActionButton } from '#web/ui/ActionButton.tsx'
import { EmptyPlace } from '#web/ui/EmptyPlace.tsx'
import { useHat } from '#web/use-hat.ts'

type Props = {
  isFiltered: boolean
  onAll: () => void
  /** Present while only the caseload was looked through. */
  onSchool?: () => void
}

export function NoStudents({ isFiltered, onAll, onSchool }: Props) {
  const { t } = useTranslation()
  const { role } = useHat()
  if (isFiltered)
    return (
      <EmptyPlace
        title={t('students.noneFound')}
        first={
          <div className="form-actions">
            {onSchool && <ActionButton onClick={onSchool}>{t('caseload.lookInSchool')}</ActionButton>}
            <ActionButton onClick={onAll}>{t('students.showAll')}</ActionButton>
          </div>
        }
      >
        {t('students.noneFoundText')}
      </EmptyPlace>
    )
  if (role === 'teacher') return <EmptyPlace title={t('students.none')}>{t('students.noneTeacher')}</EmptyPlace>
  if (role !== 'data_steward') return <EmptyPlace title={t('students.none')}>{t('students.noneText')}</EmptyPlace>
  return (
    <EmptyPlace title={t('students.none')} first={<Link to="/app/imports">{t('students.toImports')}</Link>}>
      {t('students.noneSteward')}
    </EmptyPlace>
  )
}
