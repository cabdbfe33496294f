import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { RestrictedOpening } from '#features/students/notes/contract.ts'
import { api } from '#web/api.ts'
import { useFormat } from '#web/format.ts'
import { useCommunity } from '#web/staff/use-community.ts'
import { ProblemNotice } from '#web/ui/ProblemNotice.tsx'
import { Waiting } from '#web/ui/Waiting.tsx'

/** For the data steward: who opened restricted notes, and the reason each gave. What the notes say is not here. */
export function OpenedNotes() {
  const { t } = useTranslation()
  const format = useFormat()
  const { path } = useCommunity()
  const opened = useQuery({
    queryKey: ['restricted-openings', path],
    queryFn: ({ signal }) => api.get<RestrictedOpening[]>(`${path}/restricted-openings`, { signal }),
  })
  return (
    <section className="card" aria-labelledby="opened-title">
      <h2 id="opened-title">{t('opened.title')}</h2>
      {opened.isPending && <Waiting />}
      {opened.isError && <ProblemNotice problem={opened.error} onRetry={() => void opened.refetch()} />}
      {opened.data?.length === 0 && <p className="soft">{t('opened.none')}</p>}
      <ul className="plain-list due-items">
        {opened.data?.map(({ id, openedAt, personName, authorName, studentName, reason }) => (
          <li key={id}>
            <p>
              {t('opened.line', { person: personName, author: authorName, student: studentName ?? t('due.student') })}
            </p>
            <p className="small soft">{t('opened.reason', { moment: format.moment(openedAt), reason })}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}
