import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ActionButton } from '../ui/ActionButton.tsx'
import { Announcement } from '../ui/Announcement.tsx'
import { ConnectionBanner } from '../ui/ConnectionBanner.tsx'
import { HatChangedDialog } from '../ui/HatChangedDialog.tsx'
import { LanguageSwitch } from '../ui/LanguageSwitch.tsx'
import { Sign } from '../ui/Sign.tsx'
import './OpenShell.css'

type Props = {
  /** Who is signed in, as they call themselves; absent before signing in. */
  person?: string | undefined
  /** The few places to go to, as a list of links. */
  nav?: ReactNode
  /** What is seldom needed, at the end of the page. */
  foot?: ReactNode
  onSignOut?: (() => void) | undefined
  onRetry: () => void
  children: ReactNode
}

/** For families, students and everyone before signing in: plain and large, one column. */
export function OpenShell({ person, nav, foot, onSignOut, onRetry, children }: Props) {
  const { t } = useTranslation()
  return (
    <div className="open-shell">
      <a className="skip-link" href="#page">
        {t('shell.skip')}
      </a>
      <header className="not-in-print">
        <a className="open-home" href="/">
          <Sign size={40} />
          <strong>{t('shell.product')}</strong>
        </a>
        {person && <span className="soft">{person}</span>}
        <LanguageSwitch />
        {onSignOut && <ActionButton onClick={onSignOut}>{t('shell.signOut')}</ActionButton>}
      </header>
      <ConnectionBanner onRetry={onRetry} />
      <HatChangedDialog />
      {nav && (
        <nav className="not-in-print" aria-label={t('shell.navigation')}>
          {nav}
        </nav>
      )}
      <main id="page" tabIndex={-1}>
        {children}
      </main>
      {foot && <footer className="not-in-print">{foot}</footer>}
      <Announcement />
    </div>
  )
}
