import { useTranslation } from 'react-i18next'
import { useFormat } from '#web/format.ts'
import { useCommunity } from '#web/staff/use-community.ts'
import type { Service } from '../contract.ts'
import { hoursText } from './hours-text.ts'

export function ServiceList({ services }: { services: readonly Service[] }) {
  const { t } = useTranslation()
  if (services.length === 0) return <p className="soft">{t('partners.noService')}</p>
  return (
    <ul className="plain-list service-list">
      {services.map((service) => (
        <li key={service.id}>
          <ServiceWords {...service} />
        </li>
      ))}
    </ul>
  )
}

function ServiceWords({ name, description, needDomains, eligibility, languages, schedules, capacity }: Service) {
  const { t } = useTranslation()
  const format = useFormat()
  const { locale } = useCommunity()
  const names = new Intl.DisplayNames(locale, { type: 'language', fallback: 'code' })
  const facts = [
    ...needDomains.map((domain) => t(`record.domain.${domain}` as 'record.domain.health')),
    eligibility,
    ...schedules.map((schedule) => hoursText(schedule, locale)),
    languages.length > 0 &&
      new Intl.ListFormat(locale).format(languages.map((language) => names.of(language) ?? language)),
    capacity !== null && t('service.places', { count: capacity, number: format.number(capacity) }),
  ]
  return (
    <>
      <strong>{name}</strong>
      {description && <p>{description}</p>}
      <p className="small soft">{facts.filter(Boolean).join(' · ')}</p>
    </>
  )
}
