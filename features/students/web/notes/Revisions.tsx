import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '#web/api.ts'
import { useFormat } from '#web/format.ts'
import { useCommunity } from '#web/staff/use-community.ts'
import { ProblemNotice } from '#web/ui/ProblemNotice.tsx'
import { Waiting } from '#web/ui/Waiting.tsx'
import type { Revision } from '../../notes/contract.ts'

/** What a note said before, the newest first. */
export function Revisions({ studentId, noteId }: { studentId: string; noteId: string }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { path } = useCommunity()
  const before = useQuery({
    queryKey: ['student', path, studentId, 'revisions', noteId],
    queryFn: ({ signal }) => api.get<Revision[]>(`${path}/students/${studentId}/notes/${noteId}/revisions`, { signal }),
  })
  if (before.isPending) return <Waiting />
  if (before.isError) return <ProblemNotice problem={before.error} onRetry={() => void before.refetch()} />
  return (
    <ol className="plain-list note-revisions" aria-label={t('note.before')}>
      {before.data.map(({ revision, body, writtenAt }) => (
        <li key={revision}>
          <p className="small soft">{format.moment(writtenAt)}</p>
          <blockquote>{body}</blockquote>
        </li>
      ))}
    </ol>
  )
}
