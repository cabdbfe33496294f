import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '#web/api.ts'
import { useFormat } from '#web/format.ts'
import { useCommunity } from '#web/staff/use-community.ts'
import { ActionButton } from '#web/ui/ActionButton.tsx'
import { announce } from '#web/ui/announcement.ts'
import { ProblemNotice } from '#web/ui/ProblemNotice.tsx'
import type { InvitationRow } from '../contract.ts'
import './AccountPage.css'
import { stateOf } from './invitations-query.ts'

export function InvitationRowItem({
  invitation,
  onChange,
}: {
  invitation: InvitationRow
  onChange: () => Promise<void>
}) {
  const { t, i18n } = useTranslation()
  const format = useFormat()
  const { path } = useCommunity()
  const { id, email, personName, role, place, createdAt } = invitation
  const one = `${path}/invitations/${id}`
  const resend = useMutation({
    mutationFn: () => api.post(`${one}/mail`),
    onSuccess: () => announce(t('invitations.sentAgain', { email })),
    onSettled: onChange,
  })
  const withdraw = useMutation({
    mutationFn: () => api.delete(one),
    onSuccess: () => announce(t('invitations.isWithdrawn', { email })),
    onSettled: onChange,
  })
  const state = stateOf(invitation)
  const isOver = state === 'accepted' || state === 'withdrawn'
  const roleWord = role && i18n.exists(`role.${role}`) ? t(`role.${role}` as 'role.teacher') : role
  const problem = resend.error ?? withdraw.error
  return (
    <li className="account-row">
      <div>
        <strong>{personName || email}</strong>
        <p className="small soft">{[personName && email, roleWord, place].filter(Boolean).join(' · ')}</p>
        <p className="small">
          {t(`invitations.state.${state}`)} · {format.moment(createdAt)}
        </p>
      </div>
      {!isOver && (
        <div className="form-actions">
          <ActionButton
            aria-label={t('invitations.resendTo', { email })}
            aria-busy={resend.isPending}
            onClick={() => resend.mutate()}
          >
            {t('invitations.resend')}
          </ActionButton>
          <ActionButton
            kind="quiet"
            aria-label={t('invitations.withdrawFrom', { email })}
            onClick={() => withdraw.mutate()}
          >
            {t('invitations.withdraw')}
          </ActionButton>
        </div>
      )}
      {problem && <ProblemNotice problem={problem} />}
    </li>
  )
}
