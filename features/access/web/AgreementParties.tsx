import { useTranslation } from 'react-i18next'
import type { Organization } from '#features/partners/contract.ts'
import { Field } from '#web/ui/Field.tsx'
import { LongTextField } from '#web/ui/LongTextField.tsx'
import type { PartProps } from './AgreementForm.tsx'

export function AgreementParties({
  text,
  change,
  lacks,
  organizations,
}: PartProps & { organizations: readonly Organization[] }) {
  const { t } = useTranslation()
  return (
    <>
      <div className="field-row">
        <Field label={t('agreements.organization')} error={lacks('organizationId')}>
          {(describe) => (
            <select
              {...describe}
              value={text.organizationId}
              onChange={({ target }) => change({ organizationId: target.value })}
            >
              <option value="">{t('domain.choose')}</option>
              {organizations.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={t('agreements.number')} error={lacks('number')}>
          {(describe) => (
            <input
              {...describe}
              maxLength={50}
              value={text.number}
              onChange={({ target }) => change({ number: target.value })}
            />
          )}
        </Field>
      </div>
      <Field label={t('agreements.titleLabel')} error={lacks('title')}>
        {(describe) => (
          <input
            {...describe}
            maxLength={200}
            value={text.title}
            onChange={({ target }) => change({ title: target.value })}
          />
        )}
      </Field>
      <LongTextField
        label={t('agreements.purpose')}
        hint={t('agreements.purposeHint')}
        error={lacks('purpose')}
        rows={2}
        maxLength={1000}
        value={text.purpose}
        onText={(said) => change({ purpose: said })}
      />
    </>
  )
}
