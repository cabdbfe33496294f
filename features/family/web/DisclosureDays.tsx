import { useContext } from 'react'
import { useTranslation } from 'react-i18next'
import { dayOf } from '#web/dates.ts'
import { CommunityTimeZone, useFormat } from '#web/format.ts'
import type { Disclosure } from '../../access/contract.ts'
import { openingsByDay, type Opening } from './openings-by-day.ts'
import { useElementWords } from '../../students/web/use-element-words.ts'
import { useWhyWords } from '../../access/web/use-why-words.ts'
import { useFamily } from './use-family.ts'

/** Who looked from outside the school, day by day, the latest first. */
export function DisclosureDays({ disclosures }: { disclosures: readonly Disclosure[] }) {
  const format = useFormat()
  const timeZone = useContext(CommunityTimeZone)
  const days = openingsByDay(disclosures, (moment) => dayOf(moment, timeZone))
  return days.map(({ day, openings }) => (
    <section key={day} className="card" aria-label={format.day(day, 'full')}>
      <h3>{format.day(day, 'full')}</h3>
      <ul className="plain-list viewer-list">
        {openings.map((opening) => (
          <li key={opening.personName + opening.organizationName + opening.why.kind + opening.why.agreement}>
            <OpeningWords {...opening} />
          </li>
        ))}
      </ul>
    </section>
  ))
}

function OpeningWords({ personName, organizationName, elements, why, times }: Opening) {
  const { t } = useTranslation()
  const words = useElementWords()
  const { about } = useFamily()
  const { reason } = useWhyWords(about)
  return (
    <>
      <p>
        <strong>{personName}</strong>, {organizationName}
      </p>
      <p>{t('viewers.opened', { what: words.list(elements) })}</p>
      <p className="small soft">
        {t('viewers.times', { count: times })} {reason(why)}
      </p>
    </>
  )
}
