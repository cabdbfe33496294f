import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#web/api.ts'
import { useCommunity } from '#web/staff/use-community.ts'
import { ActionButton } from '#web/ui/ActionButton.tsx'
import { announce } from '#web/ui/announcement.ts'
import { Field } from '#web/ui/Field.tsx'
import { SubmitForm } from '#web/ui/SubmitForm.tsx'
import type { Agreement } from '../contract.ts'

const shortestName = 2

/** Signing is typing one's name, with the text of what is signed in sight. */
export function SignAgreement({ agreement }: { agreement: Agreement }) {
  const { t } = useTranslation()
  const { path } = useCommunity()
  const client = useQueryClient()
  const [signing, setSigning] = useState(false)
  const [name, setName] = useState('')
  const [missing, setMissing] = useState(false)
  const sign = useMutation({
    mutationFn: () => api.post(`${path}/agreements/${agreement.id}/signature`, { signedName: name.trim() }),
    onSuccess: () => {
      announce(t('agreements.signed', { title: agreement.title }))
      return client.invalidateQueries({ queryKey: ['agreements'] })
    },
  })
  const isWhole = name.trim().length >= shortestName
  const submit = () => {
    setMissing(!isWhole)
    if (isWhole) sign.mutate()
  }
  if (!signing)
    return (
      <ActionButton
        kind="main"
        aria-label={t('agreements.signThis', { title: agreement.title })}
        onClick={() => setSigning(true)}
      >
        {t('agreements.sign')}
      </ActionButton>
    )
  return (
    <SubmitForm
      label={t('agreements.signThis', { title: agreement.title })}
      submit={t('agreements.signNow')}
      waiting={sign.isPending}
      problem={sign.error}
      onSubmit={submit}
      onCancel={() => setSigning(false)}
    >
      <Field
        label={t('agreements.fullName')}
        hint={t('agreements.signHint')}
        error={missing && !isWhole ? t('agreements.fullNameMissing') : undefined}
      >
        {(describe) => (
          <input
            {...describe}
            autoComplete="name"
            maxLength={200}
            value={name}
            onChange={({ target }) => setName(target.value)}
          />
        )}
      </Field>
    </SubmitForm>
  )
}
