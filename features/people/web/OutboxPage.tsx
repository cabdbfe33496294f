import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '#web/api.ts'
import { useFormat } from '#web/format.ts'
import { usePageTitle } from '#web/page/use-page-title.ts'
import { ProblemError } from '#web/problem.ts'
import { EmptyPlace } from '#web/ui/EmptyPlace.tsx'
import { ProblemNotice } from '#web/ui/ProblemNotice.tsx'
import { Waiting } from '#web/ui/Waiting.tsx'
import type { WaitingMail } from '../contract.ts'
import './OutboxPage.css'

/** What would have been mailed, while no mail server is set up and the town is an invented one. */
export function OutboxPage() {
  const { t } = useTranslation()
  const format = useFormat()
  const mails = useQuery({
    queryKey: ['outbox'],
    queryFn: ({ signal }) => api.get<WaitingMail[]>('/outbox', { signal }),
    refetchInterval: 5000,
  })
  usePageTitle(t('outbox.title'))
  const isElsewhere = mails.error instanceof ProblemError && mails.error.status === 404
  return (
    <>
      <h1>{t('outbox.title')}</h1>
      <p>{t(isElsewhere ? 'outbox.elsewhere' : 'outbox.text')}</p>
      {mails.isPending && <Waiting />}
      {mails.isError && !isElsewhere && <ProblemNotice problem={mails.error} onRetry={() => void mails.refetch()} />}
      {mails.data?.length === 0 && <EmptyPlace title={t('outbox.none')}>{t('outbox.noneText')}</EmptyPlace>}
      {mails.data?.map(({ id, recipient, subject, body, queuedAt }) => (
        <article key={id} className="card outbox-mail">
          <h2>{subject}</h2>
          <p className="small soft">{t('outbox.to', { recipient, when: format.moment(queuedAt) })}</p>
          <p className="outbox-body">{linked(body)}</p>
        </article>
      ))}
    </>
  )
}

/** The addresses in a mail as links of this site. */
const linked = (body: string) =>
  body.split(/(https?:\/\/\S+)/).map((part, i) =>
    /^https?:/.test(part) && URL.canParse(part) ? (
      <a key={i} href={new URL(part).pathname + new URL(part).hash}>
        {part}
      </a>
    ) : (
      part
    ),
  )
