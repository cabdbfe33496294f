import { useTranslation } from 'react-i18next'
import { useFormat } from '#web/format.ts'
import type { Viewer } from '../../access/contract.ts'
import { useElementWords } from '../../students/web/use-element-words.ts'
import { useWhyWords } from '../../access/web/use-why-words.ts'
import { useFamily } from './use-family.ts'

/** Everyone who may look today, each with the reason and what they may read. */
export function ViewerList({ viewers }: { viewers: readonly Viewer[] }) {
  const { t, i18n } = useTranslation()
  const { about } = useFamily()
  const words = useWhyWords(about)
  const roleWord = (role: string) => (i18n.exists(`role.${role}`) ? t(`role.${role}` as 'role.teacher') : role)
  return (
    <ul className="plain-list viewer-list">
      {viewers.map((viewer) => (
        <li key={viewer.personName + viewer.role + viewer.organizationName}>
          <p>
            <strong>{words.person(viewer)}</strong> ·{' '}
            {[roleWord(viewer.role), viewer.organizationName].filter(Boolean).join(', ')}
          </p>
          <p className="soft">
            {words.reason(viewer.why)} <Until day={viewer.untilOn} />
          </p>
          <Elements elements={viewer.elements} />
        </li>
      ))}
    </ul>
  )
}

function Until({ day }: { day: string | null }) {
  const { t } = useTranslation()
  const format = useFormat()
  return day === null ? null : t('viewers.until', { day: format.day(day) })
}

function Elements({ elements }: { elements: readonly string[] }) {
  const { t } = useTranslation()
  const words = useElementWords()
  return (
    <details>
      <summary>{t('viewers.whatTheySee')}</summary>
      <p>{words.list(elements)}</p>
    </details>
  )
}
