import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { severities, type Severity } from '../need-kinds.ts'

type Props = { value: Severity | null; onChange: (severity: Severity | null) => void }

/** How much help is needed, in plain words; not to say is an answer too. */
export function SeverityChoice({ value, onChange }: Props) {
  const { t } = useTranslation()
  const name = useId()
  return (
    <fieldset className="fieldset need-severities">
      <legend>{t('need.severityLabel')}</legend>
      {[...severities, null].map((severity) => (
        <label key={severity} className="choice">
          <input type="radio" name={name} checked={value === severity} onChange={() => onChange(severity)} />
          <span>{t(`need.severity.${severity ?? 'unsaid'}`)}</span>
        </label>
      ))}
    </fieldset>
  )
}
