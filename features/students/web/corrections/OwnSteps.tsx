import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommunity } from '#web/staff/use-community.ts'
import { ActionButton } from '#web/ui/ActionButton.tsx'
import { announce } from '#web/ui/announcement.ts'
import { Field } from '#web/ui/Field.tsx'
import { ProblemNotice } from '#web/ui/ProblemNotice.tsx'
import { SubmitForm } from '#web/ui/SubmitForm.tsx'
import type { Correction } from '../../corrections/contract.ts'
import { useCorrectionAct } from './correction-queries.ts'

/** What the one who asked can do: close the question, and, where nothing was changed, add a statement that stays. */
export function OwnSteps({ correction }: { correction: Correction }) {
  const { t } = useTranslation()
  const { path } = useCommunity()
  const [isWriting, setWriting] = useState(false)
  const { id, version, state, answer, askerKind, statement } = correction
  const close = useCorrectionAct(
    () => ({ to: `${path}/corrections/${id}/closing`, body: { version } }),
    () => announce(t('correction.closed')),
  )
  const mayState = answer === 'not_changed' && askerKind !== 'staff' && statement === null
  if (isWriting) return <StatementForm correction={correction} onDone={() => setWriting(false)} />
  return (
    <div className="form-actions not-in-print">
      {mayState && <ActionButton onClick={() => setWriting(true)}>{t('correction.addStatement')}</ActionButton>}
      {state !== 'closed' && (
        <ActionButton kind="quiet" aria-busy={close.isPending} onClick={() => close.mutate(null)}>
          {t(state === 'open' ? 'correction.takeBack' : 'correction.close')}
        </ActionButton>
      )}
      {close.error && <ProblemNotice problem={close.error} />}
    </div>
  )
}

function StatementForm({ correction: { id, version }, onDone }: { correction: Correction; onDone: () => void }) {
  const { t } = useTranslation()
  const { path } = useCommunity()
  const words = useRef<HTMLTextAreaElement>(null)
  const add = useCorrectionAct(
    (body: string) => ({ to: `${path}/corrections/${id}/statement`, body: { version, body } }),
    () => [announce(t('correction.statementSaved')), onDone()],
  )
  const submit = () => {
    const body = words.current?.value.trim() ?? ''
    if (!body) return words.current?.focus()
    add.mutate(body)
  }
  return (
    <SubmitForm
      label={t('correction.addStatement')}
      submit={t('correction.saveStatement')}
      waiting={add.isPending}
      problem={add.error}
      onSubmit={submit}
      onCancel={onDone}
    >
      <Field label={t('correction.statement')} hint={t('correction.statementHint')}>
        {(describe) => <textarea {...describe} ref={words} rows={4} maxLength={2000} />}
      </Field>
    </SubmitForm>
  )
}
