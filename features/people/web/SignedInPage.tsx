import { useSearch } from '@tanstack/react-router'
import { useEffect } from 'react'
import { goOn } from '#web/open/go-on.ts'
import { usePageTitle } from '#web/page/use-page-title.ts'
import { Waiting } from '#web/ui/Waiting.tsx'
import { useTranslation } from 'react-i18next'

/** The last step of a way that came back from elsewhere: on to where the person wanted to be. */
export function SignedInPage() {
  const { t } = useTranslation()
  const { next } = useSearch({ strict: false })
  usePageTitle(t('signIn.title'))
  useEffect(() => void goOn(next), [next])
  return (
    <>
      <h1>{t('signIn.title')}</h1>
      <Waiting />
    </>
  )
}
