import { useMutation } from '@tanstack/react-query'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#web/api.ts'
import { usePageTitle } from '#web/page/use-page-title.ts'
import { Field } from '#web/ui/Field.tsx'
import { SubmitForm } from '#web/ui/SubmitForm.tsx'
import { MailedNotice } from './MailedNotice.tsx'

/** A forgotten password: the address, and a link comes by mail. */
export function RecoveryPage() {
  const { t } = useTranslation()
  const email = useRef<HTMLInputElement>(null)
  const ask = useMutation({ mutationFn: () => api.post('/recovery', { email: email.current?.value.trim() }) })
  usePageTitle(t('recovery.title'))
  const submit = () => (/\S@\S/.test(email.current?.value ?? '') ? ask.mutate() : email.current?.focus())
  return (
    <>
      <h1>{t('recovery.title')}</h1>
      {ask.isSuccess ? (
        <MailedNotice onAgain={() => ask.reset()} />
      ) : (
        <>
          <p>{t('recovery.text')}</p>
          <SubmitForm
            label={t('recovery.title')}
            submit={t('recovery.ask')}
            waiting={ask.isPending}
            problem={ask.error}
            onSubmit={submit}
          >
            <Field label={t('signIn.email')}>
              {(describe) => (
                <input {...describe} ref={email} type="email" autoComplete="username" autoCapitalize="none" />
              )}
            </Field>
          </SubmitForm>
          <p className="soft">{t('recovery.noPhone')}</p>
        </>
      )}
    </>
  )
}
