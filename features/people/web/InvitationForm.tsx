import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#web/api.ts'
import { goOn } from '#web/open/go-on.ts'
import type { SignedIn } from '../sign-in/contract.ts'
import { CodeForm } from './CodeForm.tsx'
import { NewPasswordForm } from './NewPasswordForm.tsx'

/** A password of one's own accepts the invitation. */
export function InvitationForm({ path, email }: { path: string; email: string }) {
  const { t } = useTranslation()
  const [needsCode, setNeedsCode] = useState(false)
  const accept = useMutation({
    mutationFn: async (password: string) => {
      const answer = await api.post<SignedIn>(`${path}/acceptance`, { password })
      if (answer.needsCode) setNeedsCode(true)
      else await goOn()
    },
  })
  if (needsCode) return <CodeForm onOver={() => window.location.assign('/sign-in')} />
  return (
    <NewPasswordForm
      label={t('invitation.title')}
      submit={t('invitation.accept')}
      email={email}
      waiting={accept.isPending || accept.isSuccess}
      problem={accept.error}
      onPassword={(password) => accept.mutate(password)}
    />
  )
}
