import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#web/format.ts'
import { usePageTitle } from '#web/page/use-page-title.ts'
import { useCommunity } from '#web/staff/use-community.ts'
import { ProblemNotice } from '#web/ui/ProblemNotice.tsx'
import { Waiting } from '#web/ui/Waiting.tsx'
import type { ImportDetail } from '../contract.ts'
import { ImportActs } from './ImportActs.tsx'
import { ImportCounts } from './ImportCounts.tsx'
import { ImportFiles } from './ImportFiles.tsx'
import { ImportProblems } from './ImportProblems.tsx'
import { ImportProgress } from './ImportProgress.tsx'
import { ImportQuestions } from './ImportQuestions.tsx'
import { NeedsMapping } from './NeedsMapping.tsx'
import { UnknownCodes } from './UnknownCodes.tsx'
import { importQuery, isAtWork } from './import-queries.ts'
import { useImportState } from './use-import-state.ts'
import './ImportsPage.css'

/** One import: what it would change, what is wrong with the files, and the steward's decision. */
export function ImportPage() {
  const { t } = useTranslation()
  const { id } = useParams({ strict: false }) as { id: string }
  const { path } = useCommunity()
  const found = useQuery(importQuery(path, id))
  usePageTitle(found.data?.sourceName ?? t('room.imports'))
  if (found.isPending) return <Waiting />
  if (found.isError) return <ProblemNotice problem={found.error} onRetry={() => void found.refetch()} />
  return (
    <>
      <p className="not-in-print">
        <Link to="/app/imports">{t('imports.all')}</Link>
      </p>
      <ImportHead {...found.data} />
      {isAtWork(found.data.state) ? (
        <ImportProgress key={found.data.state} detail={found.data} />
      ) : (
        <Report detail={found.data} />
      )}
      <ImportFiles files={found.data.files} />
    </>
  )
}

function ImportHead({ sourceName, state, createdAt, createdBy, failure, failureCode }: ImportDetail) {
  const { t, i18n } = useTranslation()
  const format = useFormat()
  const hasWords = i18n.exists(`refusal.${failureCode}`)
  const stateWord = useImportState()
  return (
    <>
      <h1>{sourceName ?? t('imports.files')}</h1>
      <p role="status">
        <span className="import-state">{stateWord(state)}</span>{' '}
        <span className="soft">· {[format.moment(createdAt), createdBy].filter(Boolean).join(' · ')}</span>
      </p>
      {failure && (
        <div className="notice notice-problem" role="alert">
          <p>{hasWords ? t(`refusal.${failureCode}` as 'refusal.stopped') : failure}</p>
        </div>
      )}
    </>
  )
}

const Report = ({ detail }: { detail: ImportDetail }) => (
  <>
    <NeedsMapping detail={detail} />
    <ImportQuestions detail={detail} />
    <ImportActs detail={detail} />
    <UnknownCodes detail={detail} />
    <ImportCounts detail={detail} />
    <ImportProblems detail={detail} />
  </>
)
