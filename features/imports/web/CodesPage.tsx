import { useQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { usePageTitle } from '#web/page/use-page-title.ts'
import { useCommunity } from '#web/staff/use-community.ts'
import { ProblemNotice } from '#web/ui/ProblemNotice.tsx'
import { Waiting } from '#web/ui/Waiting.tsx'
import { codesQuery } from './code-queries.ts'
import { CodesOfImport } from './CodesOfImport.tsx'
import type { CodesSearch } from './codes-search.ts'
import { CodeTable } from './CodeTable.tsx'
import { CourseMap } from './CourseMap.tsx'
import { DayRuleForm } from './DayRuleForm.tsx'
import { SayCode } from './SayCode.tsx'
import './ImportsPage.css'

/** What the codes in the district's files mean: all of them by category, and what an import did not know. */
export function CodesPage() {
  const { t } = useTranslation()
  const { path } = useCommunity()
  const { import: importId } = useSearch({ strict: false }) as CodesSearch
  const codes = useQuery(codesQuery(path))
  usePageTitle(t('codes.title'))
  return (
    <>
      <p className="not-in-print">
        {importId ? (
          <Link to="/app/imports/$id" params={{ id: importId }}>
            {t('codes.back')}
          </Link>
        ) : (
          <Link to="/app/imports">{t('imports.all')}</Link>
        )}
      </p>
      <h1>{t('codes.title')}</h1>
      <p>{t('codes.text')}</p>
      {codes.isPending && <Waiting />}
      {codes.isError && <ProblemNotice problem={codes.error} onRetry={() => void codes.refetch()} />}
      {codes.data && importId && <CodesOfImport importId={importId} categories={codes.data} />}
      {codes.data && !importId && <CourseMap />}
      {codes.data && !importId && <DayRuleForm />}
      {codes.data && <SayCode categories={codes.data} />}
      {codes.data?.map((found) => (
        <CodeTable key={found.category} found={found} />
      ))}
    </>
  )
}
