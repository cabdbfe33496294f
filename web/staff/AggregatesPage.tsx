import { useTranslation } from 'react-i18next'
import { usePageTitle } from '../page/use-page-title.ts'
import { EmptyPlace } from '../ui/EmptyPlace.tsx'
import { useHat } from '../use-hat.ts'

/** For the backbone and a network: what will come to them, and what never will. */
export function AggregatesPage() {
  const { t } = useTranslation()
  const { communityName } = useHat()
  usePageTitle(communityName)
  return (
    <>
      <h1>{communityName}</h1>
      <EmptyPlace title={t('aggregates.title')}>
        <p>{t('aggregates.what')}</p>
        <p>{t('aggregates.never')}</p>
      </EmptyPlace>
    </>
  )
}
