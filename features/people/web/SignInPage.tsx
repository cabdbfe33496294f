import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#web/api.ts'
import { usePageTitle } from '#web/page/use-page-title.ts'
import type { SignInWays } from '../sign-in/contract.ts'
import { CodeForm } from './CodeForm.tsx'
import { OtherWays } from './OtherWays.tsx'
import { ProviderProblem } from './ProviderProblem.tsx'
import { SignInForm } from './SignInForm.tsx'

/** All the ways in: password, link by mail, passkey, providers; then the code, where a code app is set up. */
export function SignInPage() {
  const { t } = useTranslation()
  const { next } = useSearch({ strict: false })
  const [needsCode, setNeedsCode] = useState(() => window.location.hash === '#code')
  const ways = useQuery({
    queryKey: ['sign-in-ways'],
    queryFn: ({ signal }) => api.get<SignInWays>('/session/ways', { signal }),
  })
  usePageTitle(t('signIn.title'))
  if (needsCode) return <CodeForm next={next} onOver={() => setNeedsCode(false)} />
  return (
    <>
      <h1>{t('signIn.title')}</h1>
      <ProviderProblem />
      <SignInForm next={next} onCode={() => setNeedsCode(true)} />
      <OtherWays next={next} providers={ways.data?.providers ?? []} />
      <p className="soft">{t('signIn.noAccount')}</p>
      {ways.data?.showsOutbox && (
        <p>
          <a href="/outbox">{t('signIn.outbox')}</a>
        </p>
      )}
    </>
  )
}
