import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { address } from '#web/api.ts'
import { useFormat } from '#web/format.ts'
import { useCommunity } from '#web/staff/use-community.ts'
import { ActionButton } from '#web/ui/ActionButton.tsx'
import { EmptyPlace } from '#web/ui/EmptyPlace.tsx'
import { ProblemNotice } from '#web/ui/ProblemNotice.tsx'
import { Waiting } from '#web/ui/Waiting.tsx'
import type { ImportDetail } from '../contract.ts'
import { importProblems, problemsInPage } from './import-queries.ts'
import { ProblemTable } from './ProblemTable.tsx'
import { SeverityFilter } from './SeverityFilter.tsx'

/** What is wrong with the files: file, row, column, value, rule, and a sentence that says what to do. */
export function ImportProblems({ detail }: { detail: ImportDetail }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { path, language } = useCommunity()
  const [severity, setSeverity] = useState('')
  const { error, warning, note } = detail.problemCounts
  const total = error + warning + note
  const pages = useInfiniteQuery({
    queryKey: ['import-problems', path, detail.id, detail.state, severity],
    queryFn: ({ pageParam, signal }) => importProblems(path, detail.id, severity, pageParam, signal),
    initialPageParam: 0,
    getNextPageParam: (last, all) => (last.length < problemsInPage ? undefined : all.length * problemsInPage),
    enabled: total > 0,
  })
  return (
    <section className="import-part" aria-labelledby="problems-title">
      <h2 id="problems-title">{t('imports.problems', { number: format.number(total) })}</h2>
      {total === 0 && <EmptyPlace title={t('imports.noProblems')}>{t('imports.noProblemsText')}</EmptyPlace>}
      {total > 0 && (
        <>
          <div className="problem-filter not-in-print">
            <SeverityFilter counts={detail.problemCounts} value={severity} onChange={setSeverity} />
            <a
              className="button"
              href={address(`${path}/imports/${detail.id}/problems/export`, { format: 'csv', locale: language })}
              download
            >
              {t('imports.download')}
            </a>
          </div>
          {pages.isPending && <Waiting />}
          {pages.isError && <ProblemNotice problem={pages.error} onRetry={() => void pages.refetch()} />}
          {pages.data && <ProblemTable problems={pages.data.pages.flat()} />}
          {pages.hasNextPage && (
            <ActionButton aria-busy={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
              {t('imports.moreProblems')}
            </ActionButton>
          )}
        </>
      )}
    </section>
  )
}
