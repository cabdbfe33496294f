import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { usePageTitle } from '#web/page/use-page-title.ts'
import { useCommunity } from '#web/staff/use-community.ts'
import { ActionButton } from '#web/ui/ActionButton.tsx'
import { PrintFooter } from '#web/ui/PrintFooter.tsx'
import { ProblemNotice } from '#web/ui/ProblemNotice.tsx'
import { Waiting } from '#web/ui/Waiting.tsx'
import { useHat } from '#web/use-hat.ts'
import { DueSection } from './DueSection.tsx'
import { type Chosen, HoldForm } from './HoldForm.tsx'
import { LiftedSection } from './LiftedSection.tsx'
import { retentionQuery } from './retention-queries.ts'
import { StandingHolds } from './StandingHolds.tsx'
import './HoldsPage.css'

/** For the data steward: what is held, why and by whom; and what is due to be destroyed next. */
export function HoldsPage() {
  const { t } = useTranslation()
  const { path } = useCommunity()
  const { personName } = useHat()
  const found = useQuery(retentionQuery(path))
  // Nothing: no form. Null: a form that asks whose records. Otherwise the record of the list.
  const [placing, setPlacing] = useState<Chosen | null>()
  usePageTitle(t('room.holds'))
  return (
    <>
      <h1>{t('room.holds')}</h1>
      <p>{t('holds.text')}</p>
      {placing === undefined ? (
        <ActionButton kind="main" onClick={() => setPlacing(null)}>
          {t('holds.place')}
        </ActionButton>
      ) : (
        <div className="card">
          <HoldForm key={placing?.studentId} record={placing} onDone={() => setPlacing(undefined)} />
        </div>
      )}
      {found.isPending && <Waiting />}
      {found.isError && <ProblemNotice problem={found.error} onRetry={() => void found.refetch()} />}
      {found.data && (
        <>
          <StandingHolds holds={found.data.holds.filter(({ liftedAt }) => liftedAt === null)} />
          <DueSection retention={found.data} onHold={setPlacing} />
          <LiftedSection holds={found.data.holds.filter(({ liftedAt }) => liftedAt !== null)} />
          <PrintFooter forWhom={personName} />
        </>
      )}
    </>
  )
}
