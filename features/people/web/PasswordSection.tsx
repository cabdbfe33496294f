import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#web/api.ts'
import { ActionButton } from '#web/ui/ActionButton.tsx'
import { announce } from '#web/ui/announcement.ts'
import type { AccountPart } from './account-query.ts'
import { NewPasswordForm } from './NewPasswordForm.tsx'

export function PasswordSection({ account, onChange }: AccountPart) {
  const { t } = useTranslation()
  const [isOpen, setOpen] = useState(false)
  const save = useMutation({
    mutationFn: (password: string) => api.put('/account/password', { password }),
    onSuccess: () => {
      setOpen(false)
      announce(t('account.passwordSaved'))
      return onChange()
    },
  })
  return (
    <section aria-labelledby="password">
      <h2 id="password">{t('signIn.password')}</h2>
      <p>{t(account.hasPassword ? 'account.passwordText' : 'account.noPassword')}</p>
      {isOpen ? (
        <NewPasswordForm
          label={t('account.newPassword')}
          submit={t('account.savePassword')}
          email={account.email}
          waiting={save.isPending}
          problem={save.error}
          onPassword={(password) => save.mutate(password)}
          onCancel={() => setOpen(false)}
        />
      ) : (
        <ActionButton
          disabledReason={account.isProved ? undefined : t('account.unlockFirst')}
          onClick={() => setOpen(true)}
        >
          {t('account.newPassword')}
        </ActionButton>
      )}
    </section>
  )
}
