import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useCommunity } from '#web/staff/use-community.ts'
import { sourcesQuery } from './source-queries.ts'
import './SourcesPage.css'

/** How many sources are overdue, beside the name of the room; nothing while all are fresh. */
export function OverdueSources() {
  const { t } = useTranslation()
  const { path } = useCommunity()
  const { data } = useQuery(sourcesQuery(path))
  const count = data?.sources.filter(({ daysOverdue }) => daysOverdue > 0).length ?? 0
  if (count === 0) return null
  return (
    <span className="room-count" title={t('sources.overdueCount', { count })}>
      <span aria-hidden="true">{count}</span>
      <span className="only-read-aloud">{t('sources.overdueCount', { count })}</span>
    </span>
  )
}
