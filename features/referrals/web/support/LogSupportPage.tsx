import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#web/format.ts'
import { usePageTitle } from '#web/page/use-page-title.ts'
import { useCommunity } from '#web/staff/use-community.ts'
import { announce } from '#web/ui/announcement.ts'
import { EmptyPlace } from '#web/ui/EmptyPlace.tsx'
import { ProblemNotice } from '#web/ui/ProblemNotice.tsx'
import { Waiting } from '#web/ui/Waiting.tsx'
import type { Participant } from '../../contract.ts'
import { participantsQuery } from '../referral-queries.ts'
import { KeptLogs } from './KeptLogs.tsx'
import { LogPanel } from './LogPanel.tsx'
import { useOutbox } from './use-outbox.ts'
import './Support.css'

/** One tap on the student, one on what was given. It works without a connection, too. */
export function LogSupportPage() {
  const { t } = useTranslation()
  const { path } = useCommunity()
  const participants = useQuery(participantsQuery(path))
  const outbox = useOutbox()
  const [chosen, setChosen] = useState<string | null>(null)
  usePageTitle(t('support.title'))
  if (participants.isPending) return <Waiting />
  if (participants.isError && !participants.data)
    return <ProblemNotice problem={participants.error} onRetry={() => void participants.refetch()} />
  const served = participants.data.filter(({ stage }) => stage !== 'waitlisted')
  return (
    <div className="support-page">
      <h1>{t('support.title')}</h1>
      <KeptLogs kept={outbox.kept} participants={served} onSend={() => void outbox.send()} onDrop={outbox.drop} />
      {served.length === 0 && (
        <EmptyPlace
          title={t('partner.noParticipants')}
          first={<Link to="/app/referrals">{t('partner.toReferrals')}</Link>}
        >
          {t('partner.noParticipantsText')}
        </EmptyPlace>
      )}
      <ul className="plain-list support-list">
        {served.map((participant) => (
          <li key={participant.participationId}>
            <OneParticipant
              participant={participant}
              isOpen={chosen === participant.participationId}
              onOpen={(isOpen) => setChosen(isOpen ? participant.participationId : null)}
              onLog={async (log) => {
                const done = await outbox.log(log)
                announce(t(done === 'sent' ? 'support.saved' : 'support.keptHere'))
                setChosen(null)
              }}
            />
          </li>
        ))}
      </ul>
    </div>
  )
}

type Props = {
  participant: Participant
  isOpen: boolean
  onOpen: (isOpen: boolean) => void
  onLog: React.ComponentProps<typeof LogPanel>['onLog']
}

function OneParticipant({ participant, isOpen, onOpen, onLog }: Props) {
  const { t } = useTranslation()
  const format = useFormat()
  const { studentName, serviceName, sessions, promisedSessions, lastOn } = participant
  const count = promisedSessions
    ? t('support.ofPromised', { done: sessions, promised: promisedSessions })
    : t('support.times', { count: sessions })
  return (
    <>
      <button type="button" className="support-student" aria-expanded={isOpen} onClick={() => onOpen(!isOpen)}>
        <strong>{studentName ?? t('partner.nameNotShared')}</strong>
        <span className="small soft">
          {[serviceName, count, lastOn && t('support.last', { day: format.day(lastOn, 'short') })]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </button>
      {isOpen && <LogPanel participant={participant} onLog={onLog} />}
    </>
  )
}
