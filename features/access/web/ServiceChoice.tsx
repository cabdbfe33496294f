import { useTranslation } from 'react-i18next'
import type { Organization, Service } from '#features/partners/contract.ts'
import { hoursText } from '#features/partners/web/hours-text.ts'
import { useCommunity } from '#web/staff/use-community.ts'
import { EmptyPlace } from '#web/ui/EmptyPlace.tsx'
import type { Agreement } from '../contract.ts'
import { whyNotReferable } from './why-not-referable.ts'
import './ServiceChoice.css'

type Props = {
  organizations: readonly Organization[]
  agreements: readonly Agreement[]
  value: string
  onChange: (serviceId: string) => void
  missing: boolean
}

export function ServiceChoice({ organizations, agreements, value, onChange, missing }: Props) {
  const { t } = useTranslation()
  const offered = organizations.flatMap((organization) =>
    organization.services.map((service) => ({
      service,
      organization,
      obstacle: whyNotReferable(service, organization, agreements),
    })),
  )
  if (offered.length === 0) return <EmptyPlace title={t('refer.noServices')}>{t('refer.noServicesText')}</EmptyPlace>
  const inOrder = [...offered].sort((one, other) => Number(one.obstacle !== null) - Number(other.obstacle !== null))
  return (
    <fieldset className="fieldset" aria-describedby={missing ? 'service-missing' : undefined}>
      <legend>{t('refer.service')}</legend>
      {inOrder.map(({ service, organization, obstacle }) => (
        <label key={service.id} className={`choice${obstacle ? ' choice-closed' : ''}`}>
          <input
            type="radio"
            name="service"
            value={service.id}
            checked={value === service.id}
            aria-disabled={obstacle !== null}
            onChange={() => obstacle === null && onChange(service.id)}
          />
          <span>
            <strong>{service.name}</strong> <span className="soft">· {organization.name}</span>
            <ServiceFacts service={service} />
            {obstacle && <span className="small choice-why">{t(`refer.why.${obstacle}`)}</span>}
          </span>
        </label>
      ))}
      {missing && (
        <p id="service-missing" className="field-error">
          {t('refer.serviceMissing')}
        </p>
      )}
    </fieldset>
  )
}

function ServiceFacts({ service }: { service: Service }) {
  const { locale } = useCommunity()
  const facts = [service.eligibility, ...service.schedules.map((hours) => hoursText(hours, locale))].filter(Boolean)
  return facts.length === 0 ? null : <span className="small soft choice-facts">{facts.join(' · ')}</span>
}
