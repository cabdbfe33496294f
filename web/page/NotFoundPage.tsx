import { useTranslation } from 'react-i18next'
import { usePageTitle } from './use-page-title.ts'

export function NotFoundPage({ start }: { start: string }) {
  const { t } = useTranslation()
  usePageTitle(t('shell.notFoundTitle'))
  return (
    <>
      <h1>{t('shell.notFoundTitle')}</h1>
      <p>{t('shell.notFoundText')}</p>
      <a href={start}>{t('shell.toStart')}</a>
    </>
  )
}
