import { useTranslation } from 'react-i18next'
import { ActionButton } from '#web/ui/ActionButton.tsx'
import '#web/ui/Notice.css'

/** The same for every address, whether somebody has it or not. */
export function MailedNotice({ onAgain }: { onAgain: () => void }) {
  const { t } = useTranslation()
  return (
    <div className="notice" role="status">
      <p>
        <strong>{t('signIn.mailedTitle')}</strong> {t('signIn.mailed')}
      </p>
      <ActionButton onClick={onAgain}>{t('signIn.otherAddress')}</ActionButton>
    </div>
  )
}
