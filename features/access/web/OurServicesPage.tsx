import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ServiceForm } from '#features/partners/web/form/ServiceForm.tsx'
import { organizationsQuery } from '#features/partners/web/organizations-query.ts'
import { ServiceList } from '#features/partners/web/ServiceList.tsx'
import { openPlacesQuery } from '#features/referrals/web/open-places-query.ts'
import { usePageTitle } from '#web/page/use-page-title.ts'
import { useCommunity } from '#web/staff/use-community.ts'
import { ActionButton } from '#web/ui/ActionButton.tsx'
import { ProblemNotice } from '#web/ui/ProblemNotice.tsx'
import { Waiting } from '#web/ui/Waiting.tsx'
import './PartnersPage.css'

/** What the partner's own organization offers: to be looked through, confirmed and changed by those who know. */
export function OurServicesPage() {
  const { t } = useTranslation()
  const { path } = useCommunity()
  const organizations = useQuery(organizationsQuery(path))
  const places = useQuery(openPlacesQuery(path))
  const [adding, setAdding] = useState(false)
  usePageTitle(t('room.services'))
  const own = organizations.data?.find(({ isOwn }) => isOwn)
  const open = new Map((places.data ?? []).map((each) => [each.serviceId, each.open]))
  const close = () => setAdding(false)
  return (
    <>
      <header className="page-head">
        <h1>{t('room.services')}</h1>
        {own && !adding && (
          <ActionButton kind="main" onClick={() => setAdding(true)}>
            {t('partners.addService')}
          </ActionButton>
        )}
      </header>
      <p className="soft">{t('partners.ourText')}</p>
      {organizations.isPending && <Waiting />}
      {organizations.error && (
        <ProblemNotice problem={organizations.error} onRetry={() => void organizations.refetch()} />
      )}
      {own && adding && (
        <div className="card">
          <ServiceForm organization={own} onDone={close} onCancel={close} />
        </div>
      )}
      {own && (
        <div className="card">
          <ServiceList organization={own} mayChange open={open} />
        </div>
      )}
    </>
  )
}
