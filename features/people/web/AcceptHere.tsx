import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#web/api.ts'
import { mayBeSignedIn } from '#web/open/home.ts'
import { ActionButton } from '#web/ui/ActionButton.tsx'
import { ProblemNotice } from '#web/ui/ProblemNotice.tsx'
import { accountQuery } from './account-query.ts'

/** For an address that has an account: sign in any way it has, then accept with one press. */
export function AcceptHere({ path, email }: { path: string; email: string }) {
  const { t } = useTranslation()
  const [asked] = useState(mayBeSignedIn)
  const account = useQuery({ ...accountQuery, enabled: asked, retry: false })
  const accept = useMutation({
    mutationFn: async () => {
      await api.post(`${path}/acceptance/here`)
      window.location.assign('/hats')
    },
  })
  if (account.data?.email !== email)
    return (
      <>
        <p>{t('invitation.signInFirst')}</p>
        <a className="button button-main" href={`/sign-in?next=${encodeURIComponent(window.location.pathname)}`}>
          {t('open.signIn')}
        </a>
      </>
    )
  return (
    <>
      {accept.error && <ProblemNotice problem={accept.error} />}
      <ActionButton kind="main" aria-busy={accept.isPending} onClick={() => accept.mutate()}>
        {t('invitation.acceptHere')}
      </ActionButton>
    </>
  )
}
