import { queryOptions, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '#web/api.ts'
import { useFormat } from '#web/format.ts'
import { ProblemNotice } from '#web/ui/ProblemNotice.tsx'
import { Waiting } from '#web/ui/Waiting.tsx'
import type { Delivered, Support, SupportEntry } from '../../support/contract.ts'

export const supportQuery = (path: string, id: string) =>
  queryOptions({
    queryKey: ['support', path, id],
    staleTime: 0,
    queryFn: ({ signal }) => api.get<Support>(`${path}/students/${id}/support`, { signal }),
  })

/** What was promised to one student and what was given, service by service, and the last times. */
export function DeliveredPart({ path, student, title }: { path: string; student: string; title: string }) {
  const { t } = useTranslation()
  const support = useQuery(supportQuery(path, student))
  if (support.isPending) return <Waiting />
  if (support.isError) return <ProblemNotice problem={support.error} onRetry={() => void support.refetch()} />
  if (support.data.services.length === 0) return null
  return (
    <section className="card" id="support" tabIndex={-1} aria-labelledby="support-title">
      <h2 id="support-title">{title}</h2>
      <ul className="plain-list">
        {support.data.services.map((service) => (
          <li key={service.participationId}>
            <ServiceLine service={service} />
          </li>
        ))}
      </ul>
      {support.data.entries.length > 0 && (
        <details>
          <summary>{t('support.entries', { count: support.data.entries.length })}</summary>
          <ul className="plain-list">
            {support.data.entries.map((entry) => (
              <li key={entry.id}>
                <EntryLine entry={entry} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}

function ServiceLine({ service }: { service: Delivered }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { serviceName, organizationName, sessions, minutes, missed, lastOn, promisedSessions, promisedMinutes } =
    service
  const facts = [
    t('support.given', { count: sessions, minutes: format.number(minutes) }),
    promisedSessions && promisedMinutes
      ? t('support.promised', { count: promisedSessions, minutes: format.number(promisedMinutes) })
      : t('support.nothingPromised'),
    missed > 0 && t('support.missed', { count: missed }),
    lastOn && t('support.last', { day: format.day(lastOn, 'short') }),
  ]
  return (
    <>
      <strong>{serviceName}</strong> <span className="soft">· {organizationName}</span>
      <br />
      <span className="small">{facts.filter(Boolean).join(' · ')}</span>
    </>
  )
}

function EntryLine({ entry }: { entry: SupportEntry }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { on, serviceName, attendance, minutes, isInSchoolTime, isInError } = entry
  const words = [
    format.day(on, 'short'),
    serviceName,
    attendance === 'present' ? t('support.present', { minutes }) : t(`support.${attendance}`),
    isInSchoolTime && t('support.duringSchool'),
    isInError && t('support.inError'),
  ]
  return <span className="small">{words.filter(Boolean).join(' · ')}</span>
}
