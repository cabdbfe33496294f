import { useTranslation } from 'react-i18next'
import { Field } from '#web/ui/Field.tsx'

export const domains = [
  'academic',
  'social_emotional',
  'health',
  'basic_needs',
  'safety',
  'family',
  'enrichment',
] as const

type Props = { value: string; onChange: (domain: string) => void; missing: boolean }

export function DomainField({ value, onChange, missing }: Props) {
  const { t } = useTranslation()
  return (
    <Field label={t('domain.label')} error={missing ? t('domain.missing') : undefined}>
      {(describe) => (
        <select {...describe} value={value} onChange={({ target }) => onChange(target.value)}>
          <option value="">{t('domain.choose')}</option>
          {domains.map((domain) => (
            <option key={domain} value={domain}>
              {t(`record.domain.${domain}`)}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
