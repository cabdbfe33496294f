import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Static } from 'typebox'
import { api } from '#web/api.ts'
import { usePageTitle } from '#web/page/use-page-title.ts'
import { ProblemError } from '#web/problem.ts'
import { ProblemNotice } from '#web/ui/ProblemNotice.tsx'
import { Waiting } from '#web/ui/Waiting.tsx'
import type { Invitation } from '../contract.ts'
import { InvitationForm } from './InvitationForm.tsx'

/** Where an invitation's link leads: whom it is for, and a password of one's own. */
export function InvitationPage() {
  const { t } = useTranslation()
  const { token = '' } = useParams({ strict: false })
  const path = `/invitations/${encodeURIComponent(token)}`
  const invitation = useQuery({
    queryKey: ['invitation', token],
    queryFn: ({ signal }) => api.get<Static<typeof Invitation>>(path, { signal }),
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
  const { email, communityName } = invitation.data
  return (
    <>
      <h1>{t('invitation.welcome', { community: communityName })}</h1>
      <p>{t('invitation.text', { email })}</p>
      <InvitationForm path={path} email={email} />
    </>
  )
}

const isOver = (error: unknown) => error instanceof ProblemError && [400, 404, 409].includes(error.status)
