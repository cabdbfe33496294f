import { useTranslation } from 'react-i18next'
import { usePageTitle } from '../page/use-page-title.ts'

export function WelcomePage() {
  const { t } = useTranslation()
  usePageTitle(t('open.welcomeTitle'))
  return (
    <>
      <h1>{t('open.welcomeTitle')}</h1>
      <p>{t('open.welcomeText')}</p>
      <a className="button button-main" href="/sign-in">
        {t('open.signIn')}
      </a>
    </>
  )
}
