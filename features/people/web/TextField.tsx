import { Field } from '#web/ui/Field.tsx'

type Props = {
  label: string
  value: string
  type?: 'text' | 'email'
  error?: string | undefined
  onText: (text: string) => void
}

export const TextField = ({ label, value, type = 'text', error, onText }: Props) => (
  <Field label={label} error={error}>
    {(describe) => (
      <input
        {...describe}
        type={type}
        value={value}
        maxLength={254}
        autoComplete="off"
        onChange={({ target }) => onText(target.value)}
      />
    )}
  </Field>
)
