import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { api } from '#web/api.ts'
import { usePageTitle } from '#web/page/use-page-title.ts'
import { ProblemError } from '#web/problem.ts'
import { ProblemNotice } from '#web/ui/ProblemNotice.tsx'
import { Waiting } from '#web/ui/Waiting.tsx'
import type { Invitation } from '../contract.ts'
import type { SignInWays } from '../sign-in/contract.ts'
import { AcceptHere } from './AcceptHere.tsx'
import { InvitationForm } from './InvitationForm.tsx'
import { ProviderButton } from './ProviderButton.tsx'

/** Where an invitation's link leads: whom it is for, and a password of one's own. */
export function InvitationPage() {
  const { t } = useTranslation()
  const { token = '' } = useParams({ strict: false })
  const path = `/invitations/${encodeURIComponent(token)}`
  const invitation = useQuery({
    queryKey: ['invitation', token],
    queryFn: ({ signal }) => api.get<Invitation>(path, { signal }),
  })
  usePageTitle(t('invitation.title'))
  if (invitation.isPending) return <Waiting />
  if (invitation.isError)
    return (
      <>
        <h1>{t('invitation.title')}</h1>
        {isOver(invitation.error) ? (
          <p>{t('invitation.over')}</p>
        ) : (
          <ProblemNotice problem={invitation.error} onRetry={() => void invitation.refetch()} />
        )}
      </>
    )
  return <Welcome path={path} token={token} invitation={invitation.data} />
}

function Welcome({ path, token, invitation }: { path: string; token: string; invitation: Invitation }) {
  const { t, i18n } = useTranslation()
  const { email, communityName, role, place, hasAccount } = invitation
  const ways = useQuery({
    queryKey: ['sign-in-ways'],
    queryFn: ({ signal }) => api.get<SignInWays>('/session/ways', { signal }),
  })
  const roleWord = role && i18n.exists(`role.${role}`) ? t(`role.${role}` as 'role.teacher') : role
  const hat = [roleWord, place].filter(Boolean).join(', ')
  return (
    <>
      <h1>{t('invitation.welcome', { community: communityName })}</h1>
      <p>
        {t('invitation.asWho', { email })} {hat && t('invitation.asHat', { hat })}
      </p>
      {hasAccount ? (
        <AcceptHere path={path} email={email} />
      ) : (
        <>
          <p>{t('invitation.choosePassword')}</p>
          <InvitationForm path={path} email={email} />
          {ways.data?.providers.map((provider) => (
            <p key={provider.id}>
              <ProviderButton provider={provider} body={{ intent: 'invitation', invitation: token }} />
            </p>
          ))}
        </>
      )}
    </>
  )
}

const isOver = (error: unknown) => error instanceof ProblemError && [400, 404, 409].includes(error.status)
