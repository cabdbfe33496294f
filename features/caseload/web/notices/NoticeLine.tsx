import { Link } from '@tanstack/react-router'
import { useContext } from 'react'
import { useTranslation } from 'react-i18next'
import { dayOf } from '#web/dates.ts'
import { CommunityTimeZone, useFormat } from '#web/format.ts'
import { useHat } from '#web/use-hat.ts'
import type { Notice } from '../../notices/contract.ts'
import { useStateWord } from '../use-state-word.ts'

const pageOf = {
  import: '/app/imports',
  overdue: '/app/imports/sources',
  invitation: '/app/people/invitations',
} as const

/** One notice in a sentence, with the way to what it is about. */
export function NoticeLine({ notice }: { notice: Notice }) {
  const { t } = useTranslation()
  const format = useFormat()
  const timeZone = useContext(CommunityTimeZone)
  const { kind, at, isNew } = notice
  return (
    <>
      <p>
        {isNew && <strong className="notice-mark">{t('notices.isNew')}</strong>} <Target notice={notice} />{' '}
        <Sentence notice={notice} />
      </p>
      <p className="small soft">
        {kind === 'reminder' || kind === 'overdue' ? format.day(dayOf(at, timeZone), 'short') : format.moment(at)}
      </p>
    </>
  )
}

function Target({ notice }: { notice: Notice }) {
  const { t } = useTranslation()
  const { role } = useHat()
  const { kind, studentId, studentName } = notice
  if (kind === 'import' || kind === 'overdue' || kind === 'invitation')
    return <Link to={pageOf[kind]}>{t(`notices.page.${kind}`)}</Link>
  const name = studentName ?? t('due.student')
  if (studentId === null || role === 'partner_worker') return <strong>{name}</strong>
  return (
    <Link to="/app/students/$id" params={{ id: studentId }}>
      {name}
    </Link>
  )
}

function Sentence({ notice: { kind, about, detail } }: { notice: Notice }) {
  const { t } = useTranslation()
  const stateWord = useStateWord()
  if (kind === 'flag')
    return t('notices.flag', {
      what: t(`students.flags.${about as 'attendance'}`),
      level: t(`flag.${(detail ?? 'caution') as 'caution'}`),
    })
  if (kind === 'referral') return t('notices.referral', { about, state: stateWord(detail ?? '') })
  if (kind === 'word')
    return t('notices.word', { about, answer: t(`referralLoop.gotHelp.${(detail ?? 'yes') as 'yes'}`) })
  if (kind === 'import') return t(`notices.import.${(detail ?? 'applied') as 'applied'}`, { about })
  if (kind === 'correction')
    return t('notices.correction', {
      what: t(`correction.fact.${about as 'name'}`),
      answer: t(`correction.answer.${(detail ?? 'corrected') as 'corrected'}`),
    })
  return t(`notices.${kind}`, { about })
}
