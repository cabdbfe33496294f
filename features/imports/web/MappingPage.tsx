import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { usePageTitle } from '#web/page/use-page-title.ts'
import { useCommunity } from '#web/staff/use-community.ts'
import { ProblemNotice } from '#web/ui/ProblemNotice.tsx'
import { Waiting } from '#web/ui/Waiting.tsx'
import { MappingForm } from './MappingForm.tsx'
import { mappingQuery } from './mapping-queries.ts'
import './MappingPage.css'

/** What the columns of an import's files are: proposed beside the first rows, corrected by hand. */
export function MappingPage() {
  const { t } = useTranslation()
  const { id } = useParams({ strict: false }) as { id: string }
  const { path } = useCommunity()
  const found = useQuery(mappingQuery(path, id))
  usePageTitle(t('mapping.title'))
  return (
    <>
      <p className="not-in-print">
        <Link to="/app/imports/$id" params={{ id }}>
          {t('mapping.back')}
        </Link>
      </p>
      <h1>{t('mapping.title')}</h1>
      {found.isPending && <Waiting />}
      {found.isError && <ProblemNotice problem={found.error} onRetry={() => void found.refetch()} />}
      {found.data && (
        <>
          <p>{t('mapping.intro', { source: found.data.sourceName ?? '', interpolation: { escapeValue: false } })}</p>
          <MappingForm key={found.dataUpdatedAt} id={id} detail={found.data} />
        </>
      )}
    </>
  )
}
