import { useTranslation } from 'react-i18next'
import { connection, slowWrites } from '../connection.ts'
import { ActionButton } from './ActionButton.tsx'
import './Notice.css'

/** Calm, and gone as soon as a request gets through. */
export function ConnectionBanner({ onRetry }: { onRetry: () => void }) {
  const { t } = useTranslation()
  const lost = connection.use() === 'lost'
  const isSlow = slowWrites.use() > 0
  return (
    <div role="status" className="not-in-print">
      {lost && (
        <div className="notice notice-banner">
          <p>{t('problem.noConnection')}</p>
          <ActionButton onClick={onRetry}>{t('action.tryAgain')}</ActionButton>
        </div>
      )}
      {!lost && isSlow && (
        <div className="notice notice-banner">
          <p>{t('problem.takesLong')}</p>
        </div>
      )}
    </div>
  )
}
