import { useMutation } from '@tanstack/react-query'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#web/api.ts'
import { Field } from '#web/ui/Field.tsx'
import { SubmitForm } from '#web/ui/SubmitForm.tsx'
import type { NewCodeApp, RecoveryCodes } from '../sign-in/contract.ts'

type Props = { app: NewCodeApp; onCodes: (codes: readonly string[]) => void; onCancel: () => void }

/** The picture for the phone, its words for whoever cannot scan, and the first code as a proof that it works. */
export function CodeAppForm({ app, onCodes, onCancel }: Props) {
  const { t } = useTranslation()
  const field = useRef<HTMLInputElement>(null)
  const confirm = useMutation({
    mutationFn: () => api.post<RecoveryCodes>('/account/code-app/confirmation', { code: field.current?.value.trim() }),
    onSuccess: ({ codes }) => onCodes(codes),
    onError: () => field.current?.select(),
  })
  return (
    <SubmitForm
      label={t('codeApp.setUp')}
      submit={t('codeApp.confirm')}
      waiting={confirm.isPending}
      problem={confirm.error}
      onSubmit={() => ((field.current?.value.trim().length ?? 0) >= 6 ? confirm.mutate() : field.current?.focus())}
      onCancel={onCancel}
    >
      <p>{t('codeApp.scan')}</p>
      <img
        className="code-picture"
        alt={t('codeApp.picture')}
        src={`data:image/svg+xml;utf8,${encodeURIComponent(app.picture)}`}
      />
      <p>
        {t('codeApp.byHand')} <code>{app.secret.replace(/(.{4})(?=.)/g, '$1 ')}</code>
      </p>
      <Field label={t('codeApp.first')}>
        {(describe) => (
          <input {...describe} ref={field} inputMode="numeric" autoComplete="one-time-code" maxLength={7} />
        )}
      </Field>
    </SubmitForm>
  )
}
