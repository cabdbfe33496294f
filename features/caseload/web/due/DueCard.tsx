import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { api } from '#web/api.ts'
import { useFormat } from '#web/format.ts'
import { useCommunity } from '#web/staff/use-community.ts'
import { EmptyPlace } from '#web/ui/EmptyPlace.tsx'
import { ProblemNotice } from '#web/ui/ProblemNotice.tsx'
import { Waiting } from '#web/ui/Waiting.tsx'
import { useHat } from '#web/use-hat.ts'
import type { Due, DueItem } from '../../due/contract.ts'
import type { Scope } from '../home-query.ts'
import { ReminderButtons } from './ReminderButtons.tsx'
import './Due.css'

const oldDataDays = 7

/** What is due this week: own reminders first, then referrals without an answer and what ends soon. A page that is about nothing else has the title itself. */
export function DueCard({ scope, isPage = false }: { scope: Scope; isPage?: boolean }) {
  const { t } = useTranslation()
  const { path } = useCommunity()
  const due = useQuery({
    queryKey: ['due', path, scope],
    queryFn: ({ signal }) => api.get<Due>(`${path}/due`, { search: { scope }, signal }),
  })
  return (
    <section className="card" aria-label={t('due.title')}>
      {!isPage && <h2>{t('due.title')}</h2>}
      {due.isPending && <Waiting />}
      {due.isError && <ProblemNotice problem={due.error} onRetry={() => void due.refetch()} />}
      {due.data && <DueList {...due.data} />}
    </section>
  )
}

function DueList({ items, today, dataAgeDays, proposals }: Due) {
  const { t } = useTranslation()
  const isOld = dataAgeDays !== null && dataAgeDays > oldDataDays
  if (items.length === 0 && !isOld && !proposals)
    return <EmptyPlace title={t('due.nothing')}>{t('due.nothingText')}</EmptyPlace>
  return (
    <ul className="plain-list due-items">
      {isOld && (
        <li>
          <Link to="/app/imports">{t('due.oldData', { count: dataAgeDays })}</Link>
        </li>
      )}
      {proposals !== null && proposals > 0 && (
        <li>
          <Link to="/app/people">{t('due.proposals', { count: proposals })}</Link>
        </li>
      )}
      {items.map((item) => (
        <li key={`${item.kind} ${item.id}`}>
          <Item item={item} />
          {item.kind === 'reminder' && <ReminderButtons item={item} today={today} />}
        </li>
      ))}
    </ul>
  )
}

function Item({ item }: { item: DueItem }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { role } = useHat()
  const { kind, studentId, studentName, about, days } = item
  const when = { day: format.day(item.on, 'short'), count: Math.abs(days), about }
  const name = studentName ?? (studentId && kind !== 'agreement' ? t('due.student') : null)
  const words = {
    reminder:
      days < 0 ? t('due.reminderPast', when) : days === 0 ? t('due.reminderToday', when) : t('due.reminder', when),
    referral: t('due.referral', when),
    consent: t('due.consent', when),
    agreement: t('due.agreement', when),
  }
  return (
    <p>
      {name &&
        (studentId && role !== 'partner_worker' ? (
          <Link to="/app/students/$id" params={{ id: studentId }}>
            {name}
          </Link>
        ) : (
          <strong>{name}</strong>
        ))}{' '}
      <span className={days < 0 && kind === 'reminder' ? 'due-past' : undefined}>{words[kind]}</span>
    </p>
  )
}
