import { Field } from '#web/ui/Field.tsx'

type Props<Choice extends string> = {
  label: string
  choices: readonly Choice[]
  value: Choice
  wordOf: (choice: Choice) => string
  onChange: (choice: Choice) => void
}

/** One of a few, from a list that drops down. */
export function ChoiceField<Choice extends string>({ label, choices, value, wordOf, onChange }: Props<Choice>) {
  return (
    <Field label={label}>
      {(describe) => (
        <select {...describe} value={value} onChange={({ target }) => onChange(target.value as Choice)}>
          {choices.map((choice) => (
            <option key={choice} value={choice}>
              {wordOf(choice)}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
