import { useTranslation } from 'react-i18next'
import { Field } from '#web/ui/Field.tsx'

/** The language in which somebody is written to. */
export function MailLanguage({ value, onChange }: { value: string; onChange: (locale: string) => void }) {
  const { t } = useTranslation()
  return (
    <Field label={t('invitations.language')}>
      {(describe) => (
        <select {...describe} value={value} onChange={({ target }) => onChange(target.value)}>
          <option value="en">{t('invitations.english')}</option>
          <option value="es">{t('invitations.spanish')}</option>
        </select>
      )}
    </Field>
  )
}
