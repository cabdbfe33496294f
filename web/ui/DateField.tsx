import type { ComponentProps, ReactNode } from 'react'
import { Field } from './Field.tsx'

type Props = {
  label: string
  hint?: ReactNode
  error?: string | undefined
  /** Gets the day as YYYY-MM-DD, and '' when the field was emptied. */
  onDay: (day: string) => void
} & Pick<ComponentProps<'input'>, 'value' | 'min' | 'max' | 'required'>

/** A day without a time, chosen or typed in the reader's own order of day and month. */
export function DateField({ label, hint, error, onDay, ...input }: Props) {
  return (
    <Field label={label} hint={hint} error={error}>
      {(describe) => <input {...describe} {...input} type="date" onChange={({ target }) => onDay(target.value)} />}
    </Field>
  )
}
