import { useMutation } from '@tanstack/react-query'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#web/api.ts'
import { goOn } from '#web/open/go-on.ts'
import { Field } from '#web/ui/Field.tsx'
import { SubmitForm } from '#web/ui/SubmitForm.tsx'

/** E-mail address and password. Afterwards the person goes on to where they wanted to be. */
export function SignInForm({ next }: { next?: string | undefined }) {
  const { t } = useTranslation()
  const email = useRef<HTMLInputElement>(null)
  const password = useRef<HTMLInputElement>(null)
  const signIn = useMutation({
    mutationFn: async () => {
      await api.post('/session', { email: email.current?.value.trim(), password: password.current?.value })
      await goOn(next)
    },
    onError: () => password.current?.select(),
  })
  const submit = () => {
    const missing = [email, password].find((field) => !field.current?.value.trim())
    if (missing) missing.current?.focus()
    else signIn.mutate()
  }
  const waiting = signIn.isPending || signIn.isSuccess
  return (
    <SubmitForm
      label={t('signIn.title')}
      submit={t('open.signIn')}
      waiting={waiting}
      problem={signIn.error}
      onSubmit={submit}
    >
      <Field label={t('signIn.email')}>
        {(describe) => (
          <input {...describe} ref={email} type="email" autoComplete="username" autoCapitalize="none" required />
        )}
      </Field>
      <Field label={t('signIn.password')}>
        {(describe) => <input {...describe} ref={password} type="password" autoComplete="current-password" required />}
      </Field>
    </SubmitForm>
  )
}
