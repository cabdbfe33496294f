import { useTranslation } from 'react-i18next'
import { connection } from '../connection.ts'
import { ActionButton } from './ActionButton.tsx'
import './Notice.css'

/** Calm, and gone as soon as a request gets through. */
export function ConnectionBanner({ onRetry }: { onRetry: () => void }) {
  const { t } = useTranslation()
  const lost = connection.use() === 'lost'
  return (
    <div role="status" className="not-in-print">
      {lost && (
        <div className="notice notice-banner">
          <p>{t('problem.noConnection')}</p>
          <ActionButton onClick={onRetry}>{t('action.tryAgain')}</ActionButton>
        </div>
      )}
    </div>
  )
}
