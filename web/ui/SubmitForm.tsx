import { type FormEvent, type ReactNode, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { ActionButton } from './ActionButton.tsx'
import { ProblemNotice } from './ProblemNotice.tsx'
import './Field.css'

type Props = {
  label?: string
  /** The verb itself: "Save the note". */
  submit: string
  waiting: boolean
  problem: unknown
  onSubmit: () => void
  onCancel?: (() => void) | undefined
  children: ReactNode
}

/**
 * Fields, what went wrong, and the two ways on. A form that was asked for, and so can be canceled, takes the focus of the button
 * which it replaces. While it waits the button says so and a second click does nothing.
 */
export function SubmitForm({ label, submit, waiting, problem, onSubmit, onCancel, children }: Props) {
  const { t } = useTranslation()
  const form = useRef<HTMLFormElement>(null)
  const isAskedFor = onCancel !== undefined
  useEffect(() => {
    if (isAskedFor) form.current?.querySelector<HTMLElement>('input, select, textarea')?.focus()
  }, [isAskedFor])
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (!waiting) onSubmit()
  }
  return (
    <form ref={form} onSubmit={send} aria-label={label} noValidate>
      {children}
      {problem !== null && problem !== undefined && <ProblemNotice problem={problem} />}
      <div className="form-actions">
        <ActionButton type="submit" kind="main" aria-busy={waiting}>
          {waiting ? t('action.saving') : submit}
        </ActionButton>
        {onCancel && <ActionButton onClick={onCancel}>{t('action.cancel')}</ActionButton>}
      </div>
    </form>
  )
}
