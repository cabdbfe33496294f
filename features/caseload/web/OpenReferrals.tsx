import { Link } from '@tanstack/react-router'
import { useContext } from 'react'
import { useTranslation } from 'react-i18next'
import { CommunityTimeZone, useFormat } from '#web/format.ts'
import { dayOf } from '#web/dates.ts'
import { EmptyPlace } from '#web/ui/EmptyPlace.tsx'
import type { Home } from '../contract.ts'
import { useStateWord } from './use-state-word.ts'

/** Referrals that wait for a family or for a partner, the longest waiting first. */
export function OpenReferrals({ referrals }: { referrals: Home['openReferrals'] }) {
  const { t } = useTranslation()
  const format = useFormat()
  const stateWord = useStateWord()
  const timeZone = useContext(CommunityTimeZone)
  return (
    <section className="card" aria-labelledby="open-referrals-title">
      <h2 id="open-referrals-title">{t('today.referrals', { count: format.number(referrals.length) })}</h2>
      {referrals.length === 0 ? (
        <EmptyPlace title={t('today.noReferrals')}>{t('today.noReferralsText')}</EmptyPlace>
      ) : (
        <ul className="plain-list open-referrals">
          {referrals.map(({ id, studentId, studentName, organizationName, state, changedAt }) => (
            <li key={id}>
              <Link to="/app/students/$id" params={{ id: studentId }}>
                {studentName ?? t('referrals.noName')}
              </Link>{' '}
              <span className="soft">→ {organizationName}</span>
              <br />
              <span className="small">
                {stateWord(state)} · {t('today.since', { day: format.day(dayOf(changedAt, timeZone), 'short') })}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
