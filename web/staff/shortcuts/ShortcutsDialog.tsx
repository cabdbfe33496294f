import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import { ConfirmDialog } from '#web/ui/ConfirmDialog.tsx'
import { ShortcutSwitch } from '#web/ui/ShortcutSwitch.tsx'
import { keysOf, type ShortcutName } from './keys.ts'
import './Shortcuts.css'

/** Every shortcut with its keys, and the switch for those who want none. */
export function ShortcutsDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useTranslation()
  return (
    <ConfirmDialog
      open={open}
      title={t('shortcuts.title')}
      confirm={t('shortcuts.close')}
      onConfirm={onClose}
      onEscape={onClose}
    >
      <dl className="shortcut-list">
        {(Object.keys(keysOf) as ShortcutName[]).map((name) => (
          <Fragment key={name}>
            <dt>
              {keysOf[name].map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{t(`shortcuts.key.${name}`)}</dd>
          </Fragment>
        ))}
      </dl>
      <ShortcutSwitch />
    </ConfirmDialog>
  )
}
