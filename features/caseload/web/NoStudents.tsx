import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { ActionButton } from '#web/ui/ActionButton.tsx'
import { EmptyPlace } from '#web/ui/EmptyPlace.tsx'
import { useHat } from '#web/use-hat.ts'

export function NoStudents({ isFiltered, onAll }: { isFiltered: boolean; onAll: () => void }) {
  const { t } = useTranslation()
  const { role } = useHat()
  if (isFiltered)
    return (
      <EmptyPlace
        title={t('students.noneFound')}
        first={<ActionButton onClick={onAll}>{t('students.showAll')}</ActionButton>}
      >
        {t('students.noneFoundText')}
      </EmptyPlace>
    )
  if (role !== 'data_steward') return <EmptyPlace title={t('students.none')}>{t('students.noneText')}</EmptyPlace>
  return (
    <EmptyPlace title={t('students.none')} first={<Link to="/app/imports">{t('students.toImports')}</Link>}>
      {t('students.noneSteward')}
    </EmptyPlace>
  )
}
