import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useCommunity } from '#web/staff/use-community.ts'
import { sourcesQuery } from './source-queries.ts'

/** Which sources are older than they should be, and which of them wait for the steward. */
export function OverdueNotice() {
  const { t } = useTranslation()
  const { path } = useCommunity()
  const { data } = useQuery(sourcesQuery(path))
  const overdue = data?.sources.filter(({ daysOverdue }) => daysOverdue > 0) ?? []
  if (overdue.length === 0) return null
  return (
    <div className="notice import-part">
      <ul className="plain-list">
        {overdue.map(({ id, name, daysOverdue }) => (
          <li key={id}>{t('sources.overdueNotice', { name, count: daysOverdue })}</li>
        ))}
      </ul>
      <p>
        <Link to="/app/imports/sources">{t('sources.link')}</Link>
      </p>
    </div>
  )
}
