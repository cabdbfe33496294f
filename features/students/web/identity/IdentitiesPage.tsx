import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { usePageTitle } from '#web/page/use-page-title.ts'
import { useCommunity } from '#web/staff/use-community.ts'
import { EmptyPlace } from '#web/ui/EmptyPlace.tsx'
import { ProblemNotice } from '#web/ui/ProblemNotice.tsx'
import { Waiting } from '#web/ui/Waiting.tsx'
import { identitiesQuery } from './identity-queries.ts'
import { JoinedList } from './JoinedList.tsx'
import { PairList } from './PairList.tsx'
import './IdentitiesPage.css'

/** For the data steward: records that may be one person, side by side. A person decides, and can take it back. */
export function IdentitiesPage() {
  const { t } = useTranslation()
  const { path } = useCommunity()
  const found = useQuery(identitiesQuery(path))
  usePageTitle(t('room.identities'))
  return (
    <>
      <h1>{t('room.identities')}</h1>
      <p>{t('identities.text')}</p>
      {found.isPending && <Waiting />}
      {found.isError && <ProblemNotice problem={found.error} onRetry={() => void found.refetch()} />}
      {found.data?.pairs.length === 0 && (
        <EmptyPlace title={t('identities.none')}>{t('identities.noneText')}</EmptyPlace>
      )}
      {found.data && found.data.pairs.length > 0 && <PairList pairs={found.data.pairs} />}
      {found.data && found.data.joined.length > 0 && <JoinedList joined={found.data.joined} />}
    </>
  )
}
