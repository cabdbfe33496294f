import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#web/format.ts'
import { ProblemNotice } from '#web/ui/ProblemNotice.tsx'
import { Waiting } from '#web/ui/Waiting.tsx'
import type { ReferralEvent } from '../contract.ts'
import { eventsQuery } from './referral-queries.ts'
import './ReferralCard.css'

/** Who did what with a referral, when, and why: read when somebody asks for it. */
export function ReferralTimeline({ path, id, about }: { path: string; id: string; about: string }) {
  const { t } = useTranslation()
  const [isOpen, setOpen] = useState(false)
  return (
    <details className="not-in-print" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary aria-label={t('referralLoop.timelineOf', { about })}>{t('referralLoop.timeline')}</summary>
      {isOpen && <Events path={path} id={id} />}
    </details>
  )
}

function Events({ path, id }: { path: string; id: string }) {
  const events = useQuery(eventsQuery(path, id))
  if (events.isPending) return <Waiting />
  if (events.isError) return <ProblemNotice problem={events.error} onRetry={() => void events.refetch()} />
  return (
    <ol className="referral-timeline">
      {events.data.map((event) => (
        <li key={event.id}>
          <EventLine event={event} />
        </li>
      ))}
    </ol>
  )
}

function EventLine({ event: { at, state, side, personName, reason } }: { event: ReferralEvent }) {
  const { t, i18n } = useTranslation()
  const format = useFormat()
  const isWord = state === 'word'
  const [gotHelp, ...said] = reason.split(': ')
  const what = isWord
    ? t(`referralLoop.gotHelp.${gotHelp as 'yes'}`)
    : t(`referralState.${state}` as 'referralState.sent')
  const coded = `declineReason.${reason}`
  const why = isWord ? said.join(': ') : i18n.exists(coded) ? t(coded as 'declineReason.other') : reason
  return (
    <>
      <strong>{what}</strong> {why && <q>{why}</q>}
      <br />
      <span className="small soft">
        {[personName, t(`referralLoop.side.${side}`), format.moment(at)].filter(Boolean).join(' · ')}
      </span>
    </>
  )
}
