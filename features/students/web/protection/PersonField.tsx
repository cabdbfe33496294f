import { useTranslation } from 'react-i18next'
import { Field } from '#web/ui/Field.tsx'

type Props = {
  label: string
  people: readonly { id: string; name: string }[]
  value: string
  error: string | undefined
  onChange: (id: string) => void
}

export function PersonField({ label, people, value, error, onChange }: Props) {
  const { t } = useTranslation()
  return (
    <Field label={label} hint={people.length === 0 ? t('protection.nobodyKnown') : undefined} error={error}>
      {(describe) => (
        <select {...describe} value={value} onChange={({ target }) => onChange(target.value)}>
          <option value="">{t('protection.choosePerson')}</option>
          {people.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
