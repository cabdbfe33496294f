import { useTranslation } from 'react-i18next'
import { DateField } from '#web/ui/DateField.tsx'
import type { PartProps } from './AgreementForm.tsx'

export function TermFields({ text, change, lacks }: PartProps) {
  const { t } = useTranslation()
  return (
    <div className="field-row">
      <DateField label={t('agreements.from')} value={text.fromOn} onDay={(day) => change({ fromOn: day })} />
      <DateField
        label={t('agreements.until')}
        error={lacks('term')}
        value={text.untilOn}
        onDay={(day) => change({ untilOn: day })}
      />
    </div>
  )
}
