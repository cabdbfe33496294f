import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { ProblemNotice } from '#web/ui/ProblemNotice.tsx'
import { Waiting } from '#web/ui/Waiting.tsx'
import { DisclosureDays } from './DisclosureDays.tsx'
import { disclosuresQuery, viewersQuery } from './family-queries.ts'
import { FamilyPage } from './FamilyPage.tsx'
import { useFamily } from './use-family.ts'
import { ViewerList } from './ViewerList.tsx'

/** Two questions of every parent: who can see this, and who has looked. */
export function ViewersPage() {
  const { t } = useTranslation()
  const { community, child, about } = useFamily()
  const viewers = useQuery(viewersQuery(community, child.studentId))
  const disclosures = useQuery(disclosuresQuery(community, child.studentId))
  return (
    <FamilyPage title={t('viewers.title')}>
      <section aria-labelledby="has-seen">
        <h2 id="has-seen">{t('viewers.hasSeen', about)}</h2>
        <p>{t('viewers.hasSeenText')}</p>
        {disclosures.isPending && <Waiting />}
        {disclosures.isError && (
          <ProblemNotice problem={disclosures.error} onRetry={() => void disclosures.refetch()} />
        )}
        {disclosures.data?.length === 0 && <p>{t('viewers.nobodyYet')}</p>}
        {disclosures.data && <DisclosureDays disclosures={disclosures.data} />}
      </section>
      <section aria-labelledby="can-see">
        <h2 id="can-see">{t('viewers.canSee', about)}</h2>
        <p>{t('viewers.canSeeText', about)}</p>
        {viewers.isPending && <Waiting />}
        {viewers.isError && <ProblemNotice problem={viewers.error} onRetry={() => void viewers.refetch()} />}
        {viewers.data && <ViewerList viewers={viewers.data} />}
      </section>
    </FamilyPage>
  )
}
