import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'

const places = [
  ['/family', 'family.nav.child'],
  ['/family/permissions', 'family.nav.permissions'],
  ['/family/viewers', 'family.nav.viewers'],
  ['/family/help', 'family.nav.help'],
] as const

/** A family's few places. A student of 18 reads of their own record. */
export function FamilyNav({ isSelf }: { isSelf: boolean }) {
  const { t } = useTranslation()
  return (
    <ul className="plain-list">
      {places.map(([to, words]) => (
        <li key={to}>
          <Link to={to} activeOptions={{ exact: true }} activeProps={{ 'aria-current': 'page' }}>
            {t(words, { context: isSelf ? 'self' : undefined })}
          </Link>
        </li>
      ))}
    </ul>
  )
}
