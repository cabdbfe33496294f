import type { ComponentProps, ReactNode } from 'react'
import { Field } from './Field.tsx'

type Props = {
  label: string
  hint?: ReactNode
  error?: string | undefined
  onText: (text: string) => void
} & Pick<ComponentProps<'textarea'>, 'rows' | 'maxLength' | 'value'>

/** Several lines of one's own words. */
export function LongTextField({ label, hint, error, onText, ...area }: Props) {
  return (
    <Field label={label} hint={hint} error={error}>
      {(describe) => <textarea {...describe} {...area} onChange={({ target }) => onText(target.value)} />}
    </Field>
  )
}
