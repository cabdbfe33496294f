import { useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { usePageTitle } from '#web/page/use-page-title.ts'
import { SignInForm } from './SignInForm.tsx'

export function SignInPage() {
  const { t } = useTranslation()
  const { next } = useSearch({ strict: false })
  usePageTitle(t('signIn.title'))
  return (
    <>
      <h1>{t('signIn.title')}</h1>
      <SignInForm next={next} />
      <p className="soft">{t('signIn.noAccount')}</p>
    </>
  )
}
