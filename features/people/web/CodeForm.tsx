import { useMutation } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#web/api.ts'
import { goOn } from '#web/open/go-on.ts'
import { ActionButton } from '#web/ui/ActionButton.tsx'
import { Field } from '#web/ui/Field.tsx'
import { ProblemError } from '#web/problem.ts'
import { SubmitForm } from '#web/ui/SubmitForm.tsx'

type Props = { next?: string | undefined; onOver: () => void }

/** The second half of signing in: six digits of the code app, or a recovery code. */
export function CodeForm({ next, onOver }: Props) {
  const { t } = useTranslation()
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.focus(), [])
  const enter = useMutation({
    mutationFn: async () => {
      await api.post('/session/code', { code: field.current?.value.trim() })
      await goOn(next)
    },
    onError: () => field.current?.select(),
  })
  const isOver = enter.error instanceof ProblemError && enter.error.code === 'step_over'
  const submit = () => {
    if ((field.current?.value.trim().length ?? 0) < 6) field.current?.focus()
    else enter.mutate()
  }
  return (
    <>
      <h1>{t('signIn.codeTitle')}</h1>
      <SubmitForm
        label={t('signIn.codeTitle')}
        submit={t('signIn.goOn')}
        waiting={enter.isPending || enter.isSuccess}
        problem={enter.error}
        onSubmit={submit}
      >
        <Field label={t('signIn.code')} hint={t('signIn.codeHint')}>
          {(describe) => <input {...describe} ref={field} autoComplete="one-time-code" autoCapitalize="none" />}
        </Field>
      </SubmitForm>
      {isOver && <ActionButton onClick={onOver}>{t('signIn.startAgain')}</ActionButton>}
    </>
  )
}
