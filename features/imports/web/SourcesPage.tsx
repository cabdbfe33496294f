import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { usePageTitle } from '#web/page/use-page-title.ts'
import { useCommunity } from '#web/staff/use-community.ts'
import { EmptyPlace } from '#web/ui/EmptyPlace.tsx'
import { ProblemNotice } from '#web/ui/ProblemNotice.tsx'
import { Waiting } from '#web/ui/Waiting.tsx'
import { SourceCard } from './SourceCard.tsx'
import { sourcesQuery } from './source-queries.ts'
import './ImportsPage.css'
import './SourcesPage.css'

/** Where the district's facts come from: who answers for each source, how old it is, and from which folder it comes by itself. */
export function SourcesPage() {
  const { t } = useTranslation()
  const { path } = useCommunity()
  const sources = useQuery(sourcesQuery(path))
  usePageTitle(t('sources.title'))
  return (
    <>
      <p className="not-in-print">
        <Link to="/app/imports">{t('imports.all')}</Link>
      </p>
      <h1>{t('sources.title')}</h1>
      <p>{t('sources.text')}</p>
      {sources.isPending && <Waiting />}
      {sources.isError && <ProblemNotice problem={sources.error} onRetry={() => void sources.refetch()} />}
      {sources.data && !sources.data.isWatching && <p className="notice">{t('sources.notWatching')}</p>}
      {sources.data?.sources.length === 0 && <EmptyPlace title={t('sources.none')}>{t('sources.noneText')}</EmptyPlace>}
      <ul className="plain-list">
        {sources.data?.sources.map((source) => (
          <li key={source.id}>
            <SourceCard source={source} all={sources.data} />
          </li>
        ))}
      </ul>
    </>
  )
}
