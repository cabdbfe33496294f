import type { TFunction } from 'i18next'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Organization } from '#features/partners/contract.ts'
import { ServiceForm } from '#features/partners/web/form/ServiceForm.tsx'
import { ServiceList } from '#features/partners/web/ServiceList.tsx'
import { useFormat } from '#web/format.ts'
import { ActionButton } from '#web/ui/ActionButton.tsx'
import type { Agreement } from '../contract.ts'
import { Standing } from './Standing.tsx'
import { useElementList } from './use-element-list.ts'

type Props = {
  organization: Organization
  agreements: readonly Agreement[]
  mayAdd: boolean
  /** How many places are left in each service, where the reader may know. */
  open: ReadonlyMap<string, number | null>
}

export function PartnerCard({ organization, agreements, mayAdd, open }: Props) {
  const { t } = useTranslation()
  const [adding, setAdding] = useState(false)
  return (
    <article className="card">
      <h2>{organization.name}</h2>
      <p className="soft">{partnerFacts(t, organization).join(' · ')}</p>
      {organization.description && <p>{organization.description}</p>}
      <h3>{t('partners.services')}</h3>
      <ServiceList organization={organization} mayChange={mayAdd} open={open} />
      {mayAdd && !adding && (
        <ActionButton
          aria-label={t('partners.addServiceOf', { name: organization.name })}
          onClick={() => setAdding(true)}
        >
          {t('partners.addService')}
        </ActionButton>
      )}
      {adding && (
        <ServiceForm organization={organization} onDone={() => setAdding(false)} onCancel={() => setAdding(false)} />
      )}
      <h3>{t('room.agreements')}</h3>
      {agreements.length === 0 && <p className="soft">{t('partners.noAgreement')}</p>}
      <ul className="plain-list service-list">
        {agreements.map((agreement) => (
          <li key={agreement.id}>
            <AgreementLine {...agreement} />
          </li>
        ))}
      </ul>
    </article>
  )
}

/** Its field, its level and how far the partnership has come; whose own programs they are, where it is a school's or the district's. */
const partnerFacts = (t: TFunction, { sector, partnerLevel, status, schoolId, districtId }: Organization) => [
  t(`sector.${sector}` as 'sector.education'),
  ...(partnerLevel ? [t(`partners.level.${partnerLevel}` as 'partners.level.core')] : []),
  t(`partners.status.${status}` as 'partners.status.active'),
  ...(schoolId || districtId ? [t('partners.ownPrograms')] : []),
]

function AgreementLine({ number, title, standing, untilOn, elements }: Agreement) {
  const { t } = useTranslation()
  const format = useFormat()
  const elementList = useElementList()
  return (
    <>
      <p>
        <strong>{title}</strong> <span className="soft">({number})</span> <Standing standing={standing} />
      </p>
      <p className="small soft">
        {t('agreements.covers', { elements: elementList(elements), day: format.day(untilOn) })}
      </p>
    </>
  )
}
