import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { usePageTitle } from '#web/page/use-page-title.ts'
import { useCommunity } from '#web/staff/use-community.ts'
import { EmptyPlace } from '#web/ui/EmptyPlace.tsx'
import { ProblemNotice } from '#web/ui/ProblemNotice.tsx'
import { Waiting } from '#web/ui/Waiting.tsx'
import { BringInForm } from './BringInForm.tsx'
import { ImportList } from './ImportList.tsx'
import { OverdueNotice } from './OverdueNotice.tsx'
import { importsQuery } from './import-queries.ts'
import './ImportsPage.css'

/** Bringing in the school's own files, and what became of those brought in before. */
export function ImportsPage() {
  const { t } = useTranslation()
  const { path } = useCommunity()
  const imports = useQuery(importsQuery(path))
  usePageTitle(t('room.imports'))
  return (
    <>
      <h1>{t('room.imports')}</h1>
      <OverdueNotice />
      <BringInForm sources={[...new Set(imports.data?.flatMap(({ sourceName }) => sourceName ?? []))]} />
      <p>
        <Link to="/app/imports/codes">{t('codes.link')}</Link>
      </p>
      <p>
        <Link to="/app/imports/sources">{t('sources.link')}</Link>
      </p>
      <h2>{t('imports.before')}</h2>
      {imports.isPending && <Waiting />}
      {imports.isError && <ProblemNotice problem={imports.error} onRetry={() => void imports.refetch()} />}
      {imports.data?.length === 0 && <EmptyPlace title={t('imports.none')}>{t('imports.noneText')}</EmptyPlace>}
      {imports.data && imports.data.length > 0 && <ImportList imports={imports.data} />}
    </>
  )
}
