import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Announcement } from '../ui/Announcement.tsx'
import { ConnectionBanner } from '../ui/ConnectionBanner.tsx'
import { HatChangedDialog } from '../ui/HatChangedDialog.tsx'
import { LanguageSwitch } from '../ui/LanguageSwitch.tsx'
import { Sign } from '../ui/Sign.tsx'
import { type Hat, HatMenu } from './HatMenu.tsx'
import { NavList, type Room } from './NavList.tsx'
import './StaffShell.css'

type Props = {
  community: string
  person: string
  hat: Hat
  otherHats: readonly Hat[]
  nav: readonly Room[]
  /** What works on every page: searching, shortcuts, notices. */
  tools?: ReactNode
  onChangeHat: (hat: Hat) => void
  onSignOut: () => void
  onRetry: () => void
  children: ReactNode
}

/** For staff, partners, stewards and the backbone: who I am here, where I can go, and the page. */
export function StaffShell({ community, nav, tools, onRetry, children, ...hats }: Props) {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  return (
    <div className="staff-shell">
      <a className="skip-link" href="#page">
        {t('shell.skip')}
      </a>
      <header className="staff-header not-in-print">
        <span className="staff-place">
          <Sign />
          <span>
            <strong>{t('shell.product')}</strong>
            <span className="staff-community">{community}</span>
          </span>
        </span>
        {tools}
        <LanguageSwitch />
        <HatMenu {...hats} />
      </header>
      <ConnectionBanner onRetry={onRetry} />
      <HatChangedDialog />
      <Announcement />
      <nav className="staff-nav not-in-print" aria-label={t('shell.navigation')}>
        <button type="button" className="button staff-menu-button" aria-expanded={open} onClick={() => setOpen(!open)}>
          {t('shell.menu')}
        </button>
        <NavList rooms={nav} open={open} onGo={() => setOpen(false)} />
      </nav>
      <main id="page" tabIndex={-1}>
        {children}
      </main>
    </div>
  )
}
