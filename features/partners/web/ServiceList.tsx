import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ActionButton } from '#web/ui/ActionButton.tsx'
import type { Organization, Service } from '../contract.ts'
import { FreshnessLine } from './FreshnessLine.tsx'
import { ServiceForm } from './form/ServiceForm.tsx'
import { ServiceFacts } from './ServiceFacts.tsx'

type Props = {
  organization: Organization
  /** Whether the reader may change and confirm these listings. */
  mayChange: boolean
  /** How many places are left in each service, where the reader may know. */
  open?: ReadonlyMap<string, number | null>
}

export function ServiceList({ organization, mayChange, open }: Props) {
  const { t } = useTranslation()
  const { services } = organization
  if (services.length === 0) return <p className="soft">{t('partners.noService')}</p>
  return (
    <ul className="plain-list service-list">
      {services.map((service) => (
        <li key={service.id}>
          <ServiceItem
            organization={organization}
            service={service}
            mayChange={mayChange}
            open={open?.get(service.id)}
          />
        </li>
      ))}
    </ul>
  )
}

type ItemProps = { organization: Organization; service: Service; mayChange: boolean; open: number | null | undefined }

function ServiceItem({ organization, service, mayChange, open }: ItemProps) {
  const { t } = useTranslation()
  const [changing, setChanging] = useState(false)
  const close = () => setChanging(false)
  return (
    <>
      <ServiceFacts service={service} open={open} />
      <FreshnessLine service={service} mayConfirm={mayChange} email={organization.email || service.email} />
      {mayChange && !changing && (
        <ActionButton
          kind="quiet"
          aria-label={t('partners.changeServiceNamed', { name: service.name })}
          onClick={() => setChanging(true)}
        >
          {t('partners.changeService')}
        </ActionButton>
      )}
      {changing && <ServiceForm organization={organization} service={service} onDone={close} onCancel={close} />}
    </>
  )
}
