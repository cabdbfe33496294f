import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import './PeopleNav.css'

const places = [
  ['/app/people', 'peopleNav.waiting'],
  ['/app/people/invitations', 'peopleNav.invitations'],
  ['/app/people/staff', 'peopleNav.staff'],
] as const

/** The data steward's three pages about people. */
export function PeopleNav() {
  const { t } = useTranslation()
  return (
    <nav aria-label={t('room.people')}>
      <ul className="plain-list people-nav">
        {places.map(([to, words]) => (
          <li key={to}>
            <Link to={to} activeOptions={{ exact: true }} activeProps={{ 'aria-current': 'page' }}>
              {t(words)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
