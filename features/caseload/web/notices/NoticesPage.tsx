import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '#web/api.ts'
import { usePageTitle } from '#web/page/use-page-title.ts'
import { useCommunity } from '#web/staff/use-community.ts'
import { ActionButton } from '#web/ui/ActionButton.tsx'
import { EmptyPlace } from '#web/ui/EmptyPlace.tsx'
import { ProblemNotice } from '#web/ui/ProblemNotice.tsx'
import { Waiting } from '#web/ui/Waiting.tsx'
import { NoticeLine } from './NoticeLine.tsx'
import { noticesQuery } from './notices-query.ts'
import './Notices.css'

/** What happened in the last thirty days that concerns the reader, the newest first. */
export function NoticesPage() {
  const { t } = useTranslation()
  const { path } = useCommunity()
  const client = useQueryClient()
  const found = useQuery(noticesQuery(path))
  const see = useMutation({
    mutationFn: (until: string) => api.put(`${path}/notices/seen`, { until }),
    onSuccess: () => client.invalidateQueries({ queryKey: noticesQuery(path).queryKey }),
  })
  usePageTitle(t('notices.title'))
  const newest = found.data?.notices[0]?.at
  return (
    <>
      <h1>{t('notices.title')}</h1>
      {found.isPending && <Waiting />}
      {found.isError && <ProblemNotice problem={found.error} onRetry={() => void found.refetch()} />}
      {found.data?.notices.length === 0 && <EmptyPlace title={t('notices.none')}>{t('notices.noneText')}</EmptyPlace>}
      {found.data && newest && (
        <>
          <p className="soft">{t('notices.text')}</p>
          <p>
            <ActionButton
              disabledReason={found.data.unseen === 0 ? t('notices.allSeen') : undefined}
              aria-busy={see.isPending}
              onClick={() => see.mutate(newest)}
            >
              {t('notices.see')}
            </ActionButton>
          </p>
          {see.error && <ProblemNotice problem={see.error} />}
          <ul className="plain-list card notice-list">
            {found.data.notices.map((notice) => (
              <li key={notice.id} data-list-item={notice.id} className={notice.isNew ? 'notice-new' : undefined}>
                <NoticeLine notice={notice} />
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}
