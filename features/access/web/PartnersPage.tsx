import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AddOrganization } from '#features/partners/web/AddOrganization.tsx'
import { organizationsQuery } from '#features/partners/web/organizations-query.ts'
import { usePageTitle } from '#web/page/use-page-title.ts'
import { useCommunity } from '#web/staff/use-community.ts'
import { ActionButton } from '#web/ui/ActionButton.tsx'
import { EmptyPlace } from '#web/ui/EmptyPlace.tsx'
import { ExportLinks } from '#web/ui/ExportLinks.tsx'
import { ProblemNotice } from '#web/ui/ProblemNotice.tsx'
import { Waiting } from '#web/ui/Waiting.tsx'
import { useHat } from '#web/use-hat.ts'
import { agreementsQuery } from './agreements-query.ts'
import { openPlacesQuery } from '#features/referrals/web/open-places-query.ts'
import { PartnerCard } from './PartnerCard.tsx'
import './PartnersPage.css'

const adders = new Set(['coordinator', 'principal', 'data_steward'])

/** The organizations of the community: what they offer, and whether a student can be referred to them now. */
export function PartnersPage() {
  const { t } = useTranslation()
  const { path } = useCommunity()
  const { role } = useHat()
  const organizations = useQuery(organizationsQuery(path))
  const agreements = useQuery(agreementsQuery(path))
  const places = useQuery(openPlacesQuery(path))
  const open = new Map((places.data ?? []).map((each) => [each.serviceId, each.open]))
  const [adding, setAdding] = useState(false)
  usePageTitle(t('room.partners'))
  const mayAdd = adders.has(role)
  const problem = organizations.error ?? agreements.error
  const add = (
    <ActionButton kind="main" aria-expanded={adding} onClick={() => setAdding(true)}>
      {t('partners.add')}
    </ActionButton>
  )
  return (
    <>
      <header className="page-head">
        <h1>{t('room.partners')}</h1>
        {mayAdd && !adding && add}
      </header>
      {adding && <AddOrganization onDone={() => setAdding(false)} onCancel={() => setAdding(false)} />}
      {problem && <ProblemNotice problem={problem} onRetry={() => void organizations.refetch()} />}
      {!problem && (!organizations.data || !agreements.data) && <Waiting />}
      {organizations.data?.length === 0 && <EmptyPlace title={t('partners.none')}>{t('partners.noneText')}</EmptyPlace>}
      {organizations.data && agreements.data && (
        <ul className="plain-list partner-cards">
          {organizations.data.map((organization) => (
            <li key={organization.id}>
              <PartnerCard
                organization={organization}
                agreements={agreements.data.filter(({ organizationId }) => organizationId === organization.id)}
                mayAdd={mayAdd}
                open={open}
              />
            </li>
          ))}
        </ul>
      )}
      {organizations.data && organizations.data.length > 0 && <ExportLinks list={`${path}/organizations`} />}
    </>
  )
}
