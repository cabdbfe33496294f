import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, Outlet } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CommunityTimeZone } from '../format.ts'
import { signOut } from '../hat-actions.ts'
import { useArrivalFocus } from '../page/use-arrival-focus.ts'
import { sessionQuery } from '../session.ts'
import { FamilyNav } from './FamilyNav.tsx'
import { isFamily, mayBeSignedIn } from './home.ts'
import { OpenShell } from './OpenShell.tsx'

const signOutHere = () => void signOut()

export function OpenRoot() {
  const client = useQueryClient()
  const [asked] = useState(mayBeSignedIn)
  const { data: session } = useQuery({ ...sessionQuery, enabled: asked })
  const hat = session?.hat ?? null
  useArrivalFocus()
  return (
    <CommunityTimeZone value={session?.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone}>
      <OpenShell
        person={(hat ?? session?.hats[0])?.personName}
        nav={hat && isFamily(hat) && <FamilyNav isSelf={hat.kind === 'self'} />}
        foot={hat && isFamily(hat) && <FamilyFoot hatCount={session?.hats.length ?? 0} />}
        onSignOut={session && signOutHere}
        onRetry={() => void client.invalidateQueries()}
      >
        <Outlet />
      </OpenShell>
    </CommunityTimeZone>
  )
}

function FamilyFoot({ hatCount }: { hatCount: number }) {
  const { t } = useTranslation()
  return (
    <ul className="plain-list">
      <li>
        <Link to="/account">{t('account.title')}</Link>
      </li>
      <li>
        <Link to="/family/sessions">{t('sessions.title')}</Link>
      </li>
      {hatCount > 1 && (
        <li>
          <Link to="/hats">{t('hats.title')}</Link>
        </li>
      )}
    </ul>
  )
}
