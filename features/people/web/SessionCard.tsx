import { useTranslation } from 'react-i18next'
import { useFormat } from '#web/format.ts'
import { ActionButton } from '#web/ui/ActionButton.tsx'
import type { SessionRow } from '../contract.ts'
import { browserOf } from './browser-name.ts'
import './SessionCard.css'

export function SessionCard({ session, onEnd }: { session: SessionRow; onEnd: () => void }) {
  const { t, i18n } = useTranslation()
  const format = useFormat()
  const { browser, system } = browserOf(session.userAgent)
  const device = browser && system ? t('sessions.device', { browser, system }) : (browser ?? t('sessions.unknown'))
  const how = i18n.exists(`sessions.how.${session.how}`) ? t(`sessions.how.${session.how}` as 'sessions.how.demo') : ''
  return (
    <article className="card session-card">
      <div>
        <strong>{device}</strong> {session.isCurrent && <span className="session-here">{t('sessions.thisOne')}</span>}
        <p className="small soft">
          {[t('sessions.since', { when: format.moment(session.createdAt) }), how].filter(Boolean).join(', ')}
          <br />
          {t('sessions.lastSeen', { when: format.moment(session.lastSeenAt) })}
        </p>
      </div>
      <ActionButton aria-label={t('sessions.endOne', { device })} onClick={onEnd}>
        {session.isCurrent ? t('shell.signOut') : t('sessions.end')}
      </ActionButton>
    </article>
  )
}
