import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Field } from '#web/ui/Field.tsx'
import { SubmitForm } from '#web/ui/SubmitForm.tsx'

export const shortestPassword = 12

type Props = {
  label: string
  submit: string
  /** Whose password it is, for the browser that remembers it. */
  email?: string | undefined
  waiting: boolean
  problem: unknown
  onPassword: (password: string) => void
  onCancel?: (() => void) | undefined
}

/** Length is the only rule: rules of composition make worse passwords (NIST SP 800-63B). */
export function NewPasswordForm({ email, onPassword, ...form }: Props) {
  const { t } = useTranslation()
  const field = useRef<HTMLInputElement>(null)
  const [password, setPassword] = useState('')
  const [isShown, setShown] = useState(false)
  const [tooShort, setTooShort] = useState(false)
  const submit = () => {
    const isShort = password.length < shortestPassword
    setTooShort(isShort)
    if (isShort) field.current?.focus()
    else onPassword(password)
  }
  const missing = shortestPassword - password.length
  return (
    <SubmitForm {...form} onSubmit={submit}>
      {email && <input type="email" value={email} autoComplete="username" readOnly hidden />}
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
