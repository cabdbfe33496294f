import { useMutation } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#web/api.ts'
import { goOn } from '#web/open/go-on.ts'
import { Field } from '#web/ui/Field.tsx'
import { SubmitForm } from '#web/ui/SubmitForm.tsx'

export const shortestPassword = 12

/** Length is the only rule: rules of composition make worse passwords (NIST SP 800-63B). */
export function InvitationForm({ path, email }: { path: string; email: string }) {
  const { t } = useTranslation()
  const field = useRef<HTMLInputElement>(null)
  const [password, setPassword] = useState('')
  const [isShown, setShown] = useState(false)
  const [tooShort, setTooShort] = useState(false)
  const accept = useMutation({
    mutationFn: async () => {
      await api.post(`${path}/acceptance`, { password })
      await goOn()
    },
  })
  const submit = () => {
    const isShort = password.length < shortestPassword
    setTooShort(isShort)
    if (isShort) field.current?.focus()
    else accept.mutate()
  }
  const missing = shortestPassword - password.length
  return (
    <SubmitForm
      label={t('invitation.title')}
      submit={t('invitation.accept')}
      waiting={accept.isPending || accept.isSuccess}
      problem={accept.error}
      onSubmit={submit}
    >
      <input type="email" value={email} autoComplete="username" readOnly hidden />
      <Field
        label={t('invitation.password')}
        hint={t('invitation.hint')}
        error={tooShort && missing > 0 ? t('invitation.tooShort', { count: missing }) : undefined}
      >
        {(describe) => (
          <input
            {...describe}
            ref={field}
            type={isShown ? 'text' : 'password'}
            autoComplete="new-password"
            autoCapitalize="none"
            value={password}
            onChange={({ target }) => setPassword(target.value)}
          />
        )}
      </Field>
      <label className="choice">
        <input type="checkbox" checked={isShown} onChange={({ target }) => setShown(target.checked)} />
        {t('invitation.show')}
      </label>
    </SubmitForm>
  )
}
