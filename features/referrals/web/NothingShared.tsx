import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { usePageTitle } from '#web/page/use-page-title.ts'

/** After a family has taken its permission back, or where there never was one. Nobody did anything wrong. */
export function NothingShared() {
  const { t } = useTranslation()
  usePageTitle(t('partner.nothingTitle'))
  return (
    <>
      <h1>{t('partner.nothingTitle')}</h1>
      <p>{t('partner.nothingText')}</p>
      <p>{t('partner.howDecided')}</p>
      <Link to="/app/participants">{t('partner.participants')}</Link>
    </>
  )
}
