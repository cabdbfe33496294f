import { useMutation } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#web/api.ts'
import { goOn } from '#web/open/go-on.ts'
import { ActionButton } from '#web/ui/ActionButton.tsx'
import { Field } from '#web/ui/Field.tsx'
import { ProblemNotice } from '#web/ui/ProblemNotice.tsx'
import { SubmitForm } from '#web/ui/SubmitForm.tsx'
import type { SignedIn } from '../sign-in/contract.ts'
import { MailedNotice } from './MailedNotice.tsx'

type Props = { next?: string | undefined; onCode?: () => void }

/** E-mail address and password, or a link by mail. Afterwards the person goes on to where they wanted to be. */
export function SignInForm({ next, onCode = () => window.location.assign('/sign-in#code') }: Props) {
  const { t } = useTranslation()
  const email = useRef<HTMLInputElement>(null)
  const password = useRef<HTMLInputElement>(null)
  const [noAddress, setNoAddress] = useState(false)
  const signIn = useMutation({
    mutationFn: async () => {
      const body = { email: email.current?.value.trim(), password: password.current?.value }
      const { needsCode } = await api.post<SignedIn>('/session', body)
      if (needsCode) onCode()
      else await goOn(next)
    },
    onError: () => password.current?.select(),
  })
  const mailLink = useMutation({
    mutationFn: () => api.post('/session/link', { email: email.current?.value.trim() }),
  })
  const submit = () => {
    const missing = [email, password].find((field) => !field.current?.value.trim())
    if (missing) missing.current?.focus()
    else signIn.mutate()
  }
  const ask = () => {
    const isMissing = !/\S@\S/.test(email.current?.value ?? '')
    setNoAddress(isMissing)
    if (isMissing) email.current?.focus()
    else mailLink.mutate()
  }
  if (mailLink.isSuccess) return <MailedNotice onAgain={() => mailLink.reset()} />
  return (
    <>
      <SubmitForm
        label={t('signIn.title')}
        submit={t('open.signIn')}
        waiting={signIn.isPending || signIn.isSuccess}
        problem={signIn.error}
        onSubmit={submit}
      >
        <Field label={t('signIn.email')} error={noAddress ? t('signIn.addressFirst') : undefined}>
          {(describe) => (
            <input {...describe} ref={email} type="email" autoComplete="username" autoCapitalize="none" required />
          )}
        </Field>
        <Field label={t('signIn.password')}>
          {(describe) => (
            <input {...describe} ref={password} type="password" autoComplete="current-password" required />
          )}
        </Field>
      </SubmitForm>
      <div className="form-actions">
        <ActionButton kind="quiet" aria-busy={mailLink.isPending} onClick={ask}>
          {t('signIn.mailLink')}
        </ActionButton>
        <a className="button button-quiet" href="/recovery">
          {t('signIn.forgotten')}
        </a>
      </div>
      {mailLink.isError && <ProblemNotice problem={mailLink.error} />}
    </>
  )
}
