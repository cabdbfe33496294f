import { useMutation } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#web/api.ts'
import { useFormat } from '#web/format.ts'
import { ActionButton } from '#web/ui/ActionButton.tsx'
import { ConfirmDialog } from '#web/ui/ConfirmDialog.tsx'
import { Field } from '#web/ui/Field.tsx'
import { ProblemNotice } from '#web/ui/ProblemNotice.tsx'
import { SubmitForm } from '#web/ui/SubmitForm.tsx'
import type { PasskeyRow } from '../sign-in/contract.ts'

type Props = { passkey: PasskeyRow; isProved: boolean; onChange: () => Promise<void> }

export function PasskeyRowItem({ passkey, isProved, onChange }: Props) {
  const { t } = useTranslation()
  const format = useFormat()
  const [isNaming, setNaming] = useState(false)
  const [isAsked, setAsked] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  const path = `/account/passkeys/${passkey.id}`
  const rename = useMutation({
    mutationFn: () => api.patch(path, { name: field.current?.value.trim() }),
    onSuccess: async () => {
      await onChange()
      setNaming(false)
    },
  })
  const remove = useMutation({ mutationFn: () => api.delete(path), onSuccess: onChange })
  const { name, createdAt, lastUsedAt } = passkey
  if (isNaming)
    return (
      <SubmitForm
        label={t('passkeys.rename', { name })}
        submit={t('passkeys.saveName')}
        waiting={rename.isPending}
        problem={rename.error}
        onSubmit={() => (field.current?.value.trim() ? rename.mutate() : field.current?.focus())}
        onCancel={() => setNaming(false)}
      >
        <Field label={t('passkeys.name')}>
          {(describe) => <input {...describe} ref={field} maxLength={80} defaultValue={name} />}
        </Field>
      </SubmitForm>
    )
  return (
    <div className="account-row">
      <div>
        <strong>{name}</strong>
        <p className="small soft">
          {t('passkeys.since', { when: format.moment(createdAt) })}
          {lastUsedAt && ` · ${t('sessions.lastSeen', { when: format.moment(lastUsedAt) })}`}
        </p>
      </div>
      <div className="form-actions">
        <ActionButton aria-label={t('passkeys.rename', { name })} onClick={() => setNaming(true)}>
          {t('passkeys.renameShort')}
        </ActionButton>
        <ActionButton
          aria-label={t('passkeys.remove', { name })}
          disabledReason={isProved ? undefined : t('account.unlockFirst')}
          onClick={() => setAsked(true)}
        >
          {t('account.remove')}
        </ActionButton>
      </div>
      {remove.error && <ProblemNotice problem={remove.error} />}
      <ConfirmDialog
        open={isAsked}
        title={t('passkeys.remove', { name })}
        confirm={t('account.remove')}
        grave
        onConfirm={() => {
          setAsked(false)
          remove.mutate()
        }}
        onCancel={() => setAsked(false)}
      >
        <p>{t('passkeys.removeText')}</p>
      </ConfirmDialog>
    </div>
  )
}
