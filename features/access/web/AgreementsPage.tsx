import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { usePageTitle } from '#web/page/use-page-title.ts'
import { useCommunity } from '#web/staff/use-community.ts'
import { ActionButton } from '#web/ui/ActionButton.tsx'
import { EmptyPlace } from '#web/ui/EmptyPlace.tsx'
import { ExportLinks } from '#web/ui/ExportLinks.tsx'
import { PrintFooter } from '#web/ui/PrintFooter.tsx'
import { ProblemNotice } from '#web/ui/ProblemNotice.tsx'
import { Waiting } from '#web/ui/Waiting.tsx'
import { useHat } from '#web/use-hat.ts'
import { ReferralRuleForm } from '../../referrals/web/ReferralRuleForm.tsx'
import { AgreementCard } from './AgreementCard.tsx'
import { AgreementForm } from './AgreementForm.tsx'
import { agreementsQuery } from './agreements-query.ts'
import './PartnersPage.css'

/** What each partner may see, for what, and until when. The steward draws agreements up; each side signs its own line. */
export function AgreementsPage() {
  const { t } = useTranslation()
  const { path } = useCommunity()
  const { role, personName } = useHat()
  const agreements = useQuery(agreementsQuery(path))
  const [drawing, setDrawing] = useState(false)
  usePageTitle(t('room.agreements'))
  const isSteward = role === 'data_steward'
  return (
    <>
      <header className="page-head">
        <h1>{t('room.agreements')}</h1>
        {isSteward && !drawing && (
          <ActionButton kind="main" onClick={() => setDrawing(true)}>
            {t('agreements.draw')}
          </ActionButton>
        )}
      </header>
      {drawing && <AgreementForm onDone={() => setDrawing(false)} onCancel={() => setDrawing(false)} />}
      {agreements.isPending && <Waiting />}
      {agreements.isError && <ProblemNotice problem={agreements.error} onRetry={() => void agreements.refetch()} />}
      {agreements.data?.length === 0 && (
        <EmptyPlace title={t('agreements.none')}>
          {t(isSteward ? 'agreements.noneSteward' : 'agreements.nonePartner')}
        </EmptyPlace>
      )}
      <ul className="plain-list partner-cards">
        {agreements.data?.map((agreement) => (
          <li key={agreement.id}>
            <AgreementCard agreement={agreement} />
          </li>
        ))}
      </ul>
      {isSteward && <ReferralRuleForm />}
      {agreements.data && agreements.data.length > 0 && <ExportLinks list={`${path}/agreements`} />}
      <PrintFooter forWhom={personName} />
    </>
  )
}
