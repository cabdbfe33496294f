import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#web/api.ts'
import { goOn } from '#web/open/go-on.ts'
import { usePageTitle } from '#web/page/use-page-title.ts'
import type { SignedIn } from '../sign-in/contract.ts'
import { CodeForm } from './CodeForm.tsx'
import { NewPasswordForm } from './NewPasswordForm.tsx'

/** Where the link for a forgotten password leads. */
export function NewPasswordPage() {
  const { t } = useTranslation()
  const [token] = useState(() => window.location.hash.slice(1))
  const [needsCode, setNeedsCode] = useState(false)
  const save = useMutation({
    mutationFn: async (password: string) => {
      const answer = await api.post<SignedIn>('/recovery/password', { token, password })
      window.history.replaceState(null, '', window.location.pathname)
      if (answer.needsCode) setNeedsCode(true)
      else await goOn()
    },
  })
  usePageTitle(t('recovery.newTitle'))
  if (needsCode) return <CodeForm onOver={() => window.location.assign('/sign-in')} />
  return (
    <>
      <h1>{t('recovery.newTitle')}</h1>
      <p>{t('recovery.newText')}</p>
      <NewPasswordForm
        label={t('recovery.newTitle')}
        submit={t('invitation.accept')}
        waiting={save.isPending || save.isSuccess}
        problem={save.error}
        onPassword={(password) => save.mutate(password)}
      />
    </>
  )
}
