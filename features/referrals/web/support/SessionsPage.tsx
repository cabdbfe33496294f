import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#web/format.ts'
import { usePageTitle } from '#web/page/use-page-title.ts'
import { useCommunity } from '#web/staff/use-community.ts'
import { ActionButton } from '#web/ui/ActionButton.tsx'
import { EmptyPlace } from '#web/ui/EmptyPlace.tsx'
import { ProblemNotice } from '#web/ui/ProblemNotice.tsx'
import { Waiting } from '#web/ui/Waiting.tsx'
import type { Participant } from '../../contract.ts'
import type { Session } from '../../support/contract.ts'
import { participantsQuery } from '../referral-queries.ts'
import { AttendanceForm } from './AttendanceForm.tsx'
import { sessionsQuery } from './session-queries.ts'
import './Support.css'

/** The sessions of the last weeks, and who was there. */
export function SessionsPage() {
  const { t } = useTranslation()
  const { path } = useCommunity()
  const participants = useQuery(participantsQuery(path))
  const sessions = useQuery(sessionsQuery(path))
  const [open, setOpen] = useState<{ serviceId: string; session: Session | null } | null>(null)
  usePageTitle(t('serviceSessions.title'))
  if (participants.isPending || sessions.isPending) return <Waiting />
  if (participants.isError)
    return <ProblemNotice problem={participants.error} onRetry={() => void participants.refetch()} />
  if (sessions.isError) return <ProblemNotice problem={sessions.error} onRetry={() => void sessions.refetch()} />
  const served = participants.data.filter(({ stage }) => stage !== 'waitlisted')
  return (
    <div className="support-page">
      <h1>{t('serviceSessions.title')}</h1>
      {served.length === 0 && (
        <EmptyPlace
          title={t('partner.noParticipants')}
          first={<Link to="/app/referrals">{t('partner.toReferrals')}</Link>}
        >
          {t('partner.noParticipantsText')}
        </EmptyPlace>
      )}
      {open ? (
        <AttendanceForm
          key={open.session?.id ?? open.serviceId}
          serviceId={open.serviceId}
          session={open.session}
          participants={served.filter(({ serviceId }) => serviceId === open.serviceId)}
          onDone={() => setOpen(null)}
        />
      ) : (
        <NewSession participants={served} onOpen={(serviceId) => setOpen({ serviceId, session: null })} />
      )}
      <SessionList sessions={sessions.data} onOpen={(session) => setOpen({ serviceId: session.serviceId, session })} />
    </div>
  )
}

type NewProps = { participants: readonly Participant[]; onOpen: (serviceId: string) => void }

function NewSession({ participants, onOpen }: NewProps) {
  const { t } = useTranslation()
  const services = [...new Map(participants.map(({ serviceId, serviceName }) => [serviceId, serviceName])).entries()]
  return (
    <div className="form-actions">
      {services.map(([id, name]) => (
        <ActionButton key={id} kind="main" onClick={() => onOpen(id)}>
          {t('serviceSessions.take', { service: name })}
        </ActionButton>
      ))}
    </div>
  )
}

function SessionList({ sessions, onOpen }: { sessions: readonly Session[]; onOpen: (session: Session) => void }) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <section aria-labelledby="past-sessions">
      <h2 id="past-sessions">{t('serviceSessions.past')}</h2>
      {sessions.length === 0 && <p className="soft">{t('serviceSessions.none')}</p>}
      <ul className="plain-list">
        {sessions.map((session) => {
          const { id, on, serviceName, minutes, rows } = session
          const there = rows.filter(({ attendance }) => attendance === 'present').length
          const about = `${format.day(on, 'short')} · ${serviceName}`
          return (
            <li key={id}>
              <p>
                {about} · {t('support.present', { minutes })} ·{' '}
                {t('serviceSessions.there', { there, all: rows.length })}
              </p>
              <ActionButton onClick={() => onOpen(session)} aria-label={t('serviceSessions.changeOne', { about })}>
                {t('serviceSessions.change')}
              </ActionButton>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
