import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { usePageTitle } from '#web/page/use-page-title.ts'
import { useCommunity } from '#web/staff/use-community.ts'
import { EmptyPlace } from '#web/ui/EmptyPlace.tsx'
import { ExportLinks } from '#web/ui/ExportLinks.tsx'
import { ProblemNotice } from '#web/ui/ProblemNotice.tsx'
import { Waiting } from '#web/ui/Waiting.tsx'
import { PeopleNav } from './PeopleNav.tsx'
import { ProposalTable } from './ProposalTable.tsx'
import { proposalsQuery } from './proposals-query.ts'

/** People and guardians whom a file named. A file gives no rights: the data steward decides. */
export function ProposalsPage() {
  const { t } = useTranslation()
  const { path } = useCommunity()
  const proposals = useQuery(proposalsQuery(path))
  usePageTitle(t('room.people'))
  return (
    <>
      <h1>{t('room.people')}</h1>
      <PeopleNav />
      <p>{t('proposals.text')}</p>
      {proposals.isPending && <Waiting />}
      {proposals.isError && <ProblemNotice problem={proposals.error} onRetry={() => void proposals.refetch()} />}
      {proposals.data?.length === 0 && <EmptyPlace title={t('proposals.none')}>{t('proposals.noneText')}</EmptyPlace>}
      {proposals.data && proposals.data.length > 0 && (
        <>
          <ExportLinks list={`${path}/proposals`} />
          <ProposalTable proposals={proposals.data} />
        </>
      )}
    </>
  )
}
