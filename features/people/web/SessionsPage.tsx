import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '#web/api.ts'
import { signOut } from '#web/hat-actions.ts'
import { usePageTitle } from '#web/page/use-page-title.ts'
import { ActionButton } from '#web/ui/ActionButton.tsx'
import { announce } from '#web/ui/announcement.ts'
import { ProblemNotice } from '#web/ui/ProblemNotice.tsx'
import { Waiting } from '#web/ui/Waiting.tsx'
import type { SessionRow } from '../contract.ts'
import { SessionCard } from './SessionCard.tsx'

/** Where this person is signed in, so that a phone left on a bus can be signed out from here. */
export function SessionsPage() {
  const { t } = useTranslation()
  const client = useQueryClient()
  const sessions = useQuery({
    queryKey: ['sessions'],
    queryFn: ({ signal }) => api.get<SessionRow[]>('/sessions', { signal }),
  })
  const end = useMutation({
    mutationFn: async (ids: string[]) => {
      for (const id of ids) await api.delete(`/sessions/${id}`)
      return ids.length
    },
    onSuccess: (count) => announce(t('sessions.ended', { count })),
    onSettled: () => client.invalidateQueries({ queryKey: ['sessions'] }),
  })
  usePageTitle(t('sessions.title'))
  if (sessions.isPending) return <Waiting />
  if (sessions.isError) return <ProblemNotice problem={sessions.error} onRetry={() => void sessions.refetch()} />
  const others = sessions.data.filter(({ isCurrent }) => !isCurrent).map(({ id }) => id)
  return (
    <>
      <h1>{t('sessions.title')}</h1>
      <p>{t('sessions.text')}</p>
      {end.isError && <ProblemNotice problem={end.error} />}
      <ul className="plain-list">
        {sessions.data.map((session) => (
          <li key={session.id}>
            <SessionCard
              session={session}
              onEnd={() => (session.isCurrent ? void signOut() : end.mutate([session.id]))}
            />
          </li>
        ))}
      </ul>
      <p>
        <a href={window.location.pathname.startsWith('/family') ? '/family/tokens' : '/app/tokens'}>
          {t('tokens.title')}
        </a>
      </p>
      {others.length > 1 && <ActionButton onClick={() => end.mutate(others)}>{t('sessions.endOthers')}</ActionButton>}
    </>
  )
}
