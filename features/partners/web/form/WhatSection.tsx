import { useTranslation } from 'react-i18next'
import { LongTextField } from '#web/ui/LongTextField.tsx'
import { domains } from '../DomainField.tsx'
import { Line, type PartProps, TickList } from './FormParts.tsx'

/** What it is, and which needs it answers. */
export function WhatSection(part: PartProps) {
  const { t } = useTranslation()
  const { text, change, lacks } = part
  return (
    <>
      <Line {...part} name="name" error={lacks('name') ? t('partners.nameMissing') : undefined} />
      <TickList
        label={t('partners.service.needDomains')}
        error={lacks('needDomains') ? t('refusal.need_domain_missing') : undefined}
        options={domains.map((domain) => [domain, t(`record.domain.${domain}`)] as const)}
        value={text.needDomains}
        onChange={(needDomains) => change({ needDomains })}
      />
      <LongTextField
        label={t('partners.service.description')}
        rows={3}
        maxLength={4000}
        value={text.description}
        onText={(description) => change({ description })}
      />
    </>
  )
}
