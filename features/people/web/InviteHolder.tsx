import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#web/api.ts'
import { useCommunity } from '#web/staff/use-community.ts'
import { announce } from '#web/ui/announcement.ts'
import { SubmitForm } from '#web/ui/SubmitForm.tsx'
import type { StaffRow } from '../contract.ts'
import { MailLanguage } from './MailLanguage.tsx'
import { TextField } from './TextField.tsx'

type Props = { row: StaffRow; label: string; onClose: () => void }

/** Invites somebody whom the files name to the account of the role that they have already. */
export function InviteHolder({ row, label, onClose }: Props) {
  const { t } = useTranslation()
  const { path } = useCommunity()
  const client = useQueryClient()
  const [email, setEmail] = useState('')
  const [locale, setLocale] = useState('en')
  const [isTried, setTried] = useState(false)
  const isMissing = !/\S@\S/.test(email)
  const invite = useMutation({
    mutationFn: () =>
      api.post(`${path}/invitations`, {
        membershipId: row.id,
        email: email.trim(),
        givenName: '',
        familyName: '',
        locale,
      }),
    onSuccess: () => {
      announce(t('invitations.invited', { email }))
      onClose()
      return client.invalidateQueries({ queryKey: ['invitations'] })
    },
  })
  const submit = () => {
    setTried(true)
    if (!isMissing) invite.mutate()
  }
  return (
    <SubmitForm
      label={label}
      submit={t('invitations.send')}
      waiting={invite.isPending}
      problem={invite.error}
      onSubmit={submit}
      onCancel={onClose}
    >
      <h2>{label}</h2>
      <TextField
        label={t('signIn.email')}
        type="email"
        value={email}
        error={isTried && isMissing ? t('signIn.addressFirst') : undefined}
        onText={setEmail}
      />
      <MailLanguage value={locale} onChange={setLocale} />
    </SubmitForm>
  )
}
