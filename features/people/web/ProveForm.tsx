import { useMutation } from '@tanstack/react-query'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#web/api.ts'
import { signOut } from '#web/hat-actions.ts'
import { ActionButton } from '#web/ui/ActionButton.tsx'
import { Field } from '#web/ui/Field.tsx'
import { ProblemNotice } from '#web/ui/ProblemNotice.tsx'
import { SubmitForm } from '#web/ui/SubmitForm.tsx'
import type { AccountPart } from './account-query.ts'
import { enterWithPasskey, hasPasskeys, PasskeyCancelled } from './passkey.ts'

/** Shows once more that it is the owner: with the password and the code, with a passkey, or by signing in anew. */
export function ProveForm({ account, onChange, onCancel }: AccountPart & { onCancel: () => void }) {
  const { t } = useTranslation()
  const password = useRef<HTMLInputElement>(null)
  const code = useRef<HTMLInputElement>(null)
  const prove = useMutation({
    mutationFn: () =>
      api.post('/session/proof', {
        password: password.current?.value,
        ...(code.current?.value && { code: code.current.value }),
      }),
    onSuccess: onChange,
    onError: () => password.current?.select(),
  })
  const show = useMutation({ mutationFn: () => enterWithPasskey('/session/proof/passkey'), onSuccess: onChange })
  const canShow = account.passkeys.length > 0 && hasPasskeys()
  return (
    <div className="notice">
      <p>{t(account.hasPassword || canShow ? 'account.proveText' : 'account.proveByMail')}</p>
      {account.hasPassword && (
        <SubmitForm
          label={t('account.unlock')}
          submit={t('account.prove')}
          waiting={prove.isPending}
          problem={prove.error}
          onSubmit={() => (password.current?.value ? prove.mutate() : password.current?.focus())}
          onCancel={onCancel}
        >
          <input type="email" value={account.email} autoComplete="username" readOnly hidden />
          <Field label={t('signIn.password')}>
            {(describe) => <input {...describe} ref={password} type="password" autoComplete="current-password" />}
          </Field>
          {account.hasCode && (
            <Field label={t('signIn.code')}>
              {(describe) => <input {...describe} ref={code} autoComplete="one-time-code" />}
            </Field>
          )}
        </SubmitForm>
      )}
      <div className="form-actions">
        {canShow && <ActionButton onClick={() => show.mutate()}>{t('passkeys.use')}</ActionButton>}
        {!account.hasPassword && !canShow && (
          <ActionButton kind="main" onClick={() => void signOut()}>
            {t('shell.signOut')}
          </ActionButton>
        )}
      </div>
      {show.error && !(show.error instanceof PasskeyCancelled) && <ProblemNotice problem={show.error} />}
    </div>
  )
}
