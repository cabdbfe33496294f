import { useTranslation } from 'react-i18next'
import { shortcutsOn, switchShortcuts } from '../shortcuts.ts'

/** Single keys can be switched off, for this browser (WCAG 2.1.4). */
export function ShortcutSwitch() {
  const { t } = useTranslation()
  return (
    <>
      <label className="choice">
        <input type="checkbox" checked={shortcutsOn.use()} onChange={({ target }) => switchShortcuts(target.checked)} />
        <span>{t('shortcuts.on')}</span>
      </label>
      <p className="small soft">{t('shortcuts.text')}</p>
    </>
  )
}
