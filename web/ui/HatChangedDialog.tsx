import { useTranslation } from 'react-i18next'
import { hatChanged } from '../hat.ts'
import { ConfirmDialog } from './ConfirmDialog.tsx'

/** Another tab of this browser changed the hat. Nothing was saved; the only way on is to open the page anew. */
export function HatChangedDialog() {
  const { t } = useTranslation()
  return (
    <ConfirmDialog
      open={hatChanged.use()}
      title={t('hat.changedTitle')}
      confirm={t('hat.openAnew')}
      onConfirm={() => window.location.assign('/')}
    >
      <p>{t('hat.changedText')}</p>
    </ConfirmDialog>
  )
}
