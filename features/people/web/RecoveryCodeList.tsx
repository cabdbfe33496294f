import { useTranslation } from 'react-i18next'
import { ActionButton } from '#web/ui/ActionButton.tsx'

/** Shown this once: the server keeps only their hashes. */
export function RecoveryCodeList({ codes, onDone }: { codes: readonly string[]; onDone: () => void }) {
  const { t } = useTranslation()
  return (
    <div className="notice" role="status">
      <p>
        <strong>{t('codeApp.codesTitle')}</strong> {t('codeApp.codesText')}
      </p>
      <ul className="recovery-codes">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className="form-actions not-in-print">
        <ActionButton onClick={() => window.print()}>{t('codeApp.print')}</ActionButton>
        <ActionButton kind="main" onClick={onDone}>
          {t('codeApp.kept')}
        </ActionButton>
      </div>
    </div>
  )
}
