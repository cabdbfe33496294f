import { useTranslation } from 'react-i18next'
import { useFormat } from '#web/format.ts'
import { ActionButton } from '#web/ui/ActionButton.tsx'
import type { TokenRow } from '../contract.ts'
import { useScopeWords } from './use-scope-words.ts'
import './TokensPage.css'

export function TokenCard({ token, onEnd }: { token: TokenRow; onEnd: () => void }) {
  const { t, i18n } = useTranslation()
  const format = useFormat()
  const words = useScopeWords()
  const { name, role, place, isSystem, mayWrite, elements, areas } = token
  const roleWord = i18n.exists(`role.${role}`) ? t(`role.${role}` as 'role.teacher') : role
  const isOver = new Date(token.expiresAt) <= new Date()
  return (
    <article className="card token-card">
      <div>
        <h2>{name}</h2>
        <p className="small soft">
          {[isSystem && t('tokens.ofSystem'), roleWord, place].filter(Boolean).join(' · ')}
          <br />
          {t('tokens.made', { when: format.moment(token.createdAt) })}
          <br />
          {t(isOver ? 'tokens.over' : 'tokens.until', { when: format.moment(token.expiresAt) })}
          <br />
          {token.lastUsedAt ? t('tokens.lastUsed', { when: format.moment(token.lastUsedAt) }) : t('tokens.neverUsed')}
        </p>
        <details>
          <summary>{t(mayWrite ? 'tokens.scopeWrites' : 'tokens.scopeReads')}</summary>
          <p>{t('tokens.elementsAre', { list: words.list(elements.map(words.element)) || t('tokens.nothing') })}</p>
          <p>{t('tokens.areasAre', { list: words.list(areas.map(words.area)) })}</p>
        </details>
      </div>
      <ActionButton aria-label={t('tokens.endOne', { name })} onClick={onEnd}>
        {t('tokens.end')}
      </ActionButton>
    </article>
  )
}
