import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { usePageTitle } from '#web/page/use-page-title.ts'
import { useCommunity } from '#web/staff/use-community.ts'
import { ActionButton } from '#web/ui/ActionButton.tsx'
import { EmptyPlace } from '#web/ui/EmptyPlace.tsx'
import { ProblemNotice } from '#web/ui/ProblemNotice.tsx'
import { Waiting } from '#web/ui/Waiting.tsx'
import { useHat } from '#web/use-hat.ts'
import { InvitationRowItem } from './InvitationRowItem.tsx'
import { invitationsQuery } from './invitations-query.ts'
import { InviteForm } from './InviteForm.tsx'
import { PeopleNav } from './PeopleNav.tsx'

/** Whom this person has invited, and where each invitation stands. */
export function InvitationsPage() {
  const { t } = useTranslation()
  const { path } = useCommunity()
  const { role } = useHat()
  const client = useQueryClient()
  const [isOpen, setOpen] = useState(false)
  const invitations = useQuery(invitationsQuery(path))
  usePageTitle(t('invitations.title'))
  const refresh = () => client.invalidateQueries({ queryKey: ['invitations'] })
  const close = () => {
    setOpen(false)
    return refresh()
  }
  return (
    <>
      <h1>{t('invitations.title')}</h1>
      {role === 'data_steward' && <PeopleNav />}
      <p>{t('invitations.text')}</p>
      {isOpen ? (
        <InviteForm onDone={close} onCancel={() => setOpen(false)} />
      ) : (
        <ActionButton kind="main" onClick={() => setOpen(true)}>
          {t('invitations.invite')}
        </ActionButton>
      )}
      {invitations.isPending && <Waiting />}
      {invitations.isError && <ProblemNotice problem={invitations.error} onRetry={() => void invitations.refetch()} />}
      {invitations.data?.length === 0 && (
        <EmptyPlace title={t('invitations.none')}>{t('invitations.noneText')}</EmptyPlace>
      )}
      <ul className="plain-list">
        {invitations.data?.map((invitation) => (
          <InvitationRowItem key={invitation.id} invitation={invitation} onChange={refresh} />
        ))}
      </ul>
    </>
  )
}
