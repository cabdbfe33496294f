import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#web/api.ts'
import { goOn } from '#web/open/go-on.ts'
import { usePageTitle } from '#web/page/use-page-title.ts'
import { ActionButton } from '#web/ui/ActionButton.tsx'
import { ProblemNotice } from '#web/ui/ProblemNotice.tsx'
import type { SignedIn } from '../sign-in/contract.ts'
import { CodeForm } from './CodeForm.tsx'

/**
 * Where the link of a mail leads. Opening it does nothing yet: programs that look through mail open every link, and this one works
 * once. The token stands behind the #, which browsers send to no server.
 */
export function LinkPage() {
  const { t } = useTranslation()
  const [token] = useState(() => window.location.hash.slice(1))
  const [needsCode, setNeedsCode] = useState(false)
  const enter = useMutation({
    mutationFn: async () => {
      const answer = await api.post<SignedIn>('/session/link/acceptance', { token })
      window.history.replaceState(null, '', window.location.pathname)
      if (answer.needsCode) setNeedsCode(true)
      else await goOn()
    },
  })
  usePageTitle(t('link.title'))
  if (needsCode) return <CodeForm onOver={() => window.location.assign('/sign-in')} />
  return (
    <>
      <h1>{t('link.title')}</h1>
      <p>{t('link.text')}</p>
      {enter.isError && (
        <ProblemNotice problem={enter.error}>
          <p>
            <a href="/sign-in">{t('link.again')}</a>
          </p>
        </ProblemNotice>
      )}
      <ActionButton kind="main" aria-busy={enter.isPending} onClick={() => !enter.isPending && enter.mutate()}>
        {t('link.enter')}
      </ActionButton>
    </>
  )
}
