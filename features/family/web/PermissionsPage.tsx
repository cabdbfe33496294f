import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ActionButton } from '#web/ui/ActionButton.tsx'
import { EmptyPlace } from '#web/ui/EmptyPlace.tsx'
import { ProblemNotice } from '#web/ui/ProblemNotice.tsx'
import { Waiting } from '#web/ui/Waiting.tsx'
import { ConsentCard } from './ConsentCard.tsx'
import { ConsentForm } from './ConsentForm.tsx'
import { DirectoryChoice } from './DirectoryChoice.tsx'
import { consentsQuery } from './family-queries.ts'
import { FamilyPage } from './FamilyPage.tsx'
import { useFamily } from './use-family.ts'

/** What the family is asked, what it has allowed, and the way to take that back. */
export function PermissionsPage() {
  const { t } = useTranslation()
  const { community, child, about } = useFamily()
  const consents = useQuery(consentsQuery(community, child.studentId))
  const [thanks, setThanks] = useState<string | null>(null)
  return (
    <FamilyPage title={t('consent.title')} intro={t('consent.intro', about)}>
      {thanks && (
        <p className="family-done" role="status">
          {thanks}
        </p>
      )}
      {child.requests.map((request) => (
        <ConsentForm key={request.organizationId + request.serviceName} request={request} onAnswered={setThanks} />
      ))}
      {child.requests.length === 0 && !thanks && <p>{t('consent.nothingAsked')}</p>}
      <section>
        <h2>{t('consent.given')}</h2>
        {consents.isPending && <Waiting />}
        {consents.isError && <ProblemNotice problem={consents.error} onRetry={() => void consents.refetch()} />}
        {consents.data?.length === 0 && (
          <EmptyPlace title={t('consent.noneGiven')}>{t('consent.noneGivenText')}</EmptyPlace>
        )}
        {consents.data?.map((consent) => (
          <ConsentCard key={consent.id} consent={consent} today={child.today} />
        ))}
        {(consents.data?.length ?? 0) > 0 && (
          <div className="family-actions">
            <ActionButton onClick={() => window.print()}>{t('consent.printCopy')}</ActionButton>
          </div>
        )}
      </section>
      <DirectoryChoice />
    </FamilyPage>
  )
}
