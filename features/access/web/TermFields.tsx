import { useTranslation } from 'react-i18next'
import { Field } from '#web/ui/Field.tsx'
import type { PartProps } from './AgreementForm.tsx'

export function TermFields({ text, change, lacks }: PartProps) {
  const { t } = useTranslation()
  return (
    <div className="field-row">
      <Field label={t('agreements.from')}>
        {(describe) => (
          <input
            {...describe}
            type="date"
            value={text.fromOn}
            onChange={({ target }) => change({ fromOn: target.value })}
          />
        )}
      </Field>
      <Field label={t('agreements.until')} error={lacks('term')}>
        {(describe) => (
          <input
            {...describe}
            type="date"
            value={text.untilOn}
            onChange={({ target }) => change({ untilOn: target.value })}
          />
        )}
      </Field>
    </div>
  )
}
