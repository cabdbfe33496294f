import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ActionButton } from '#web/ui/ActionButton.tsx'
import './TokensPage.css'

/** The one time that a token is shown. */
export function MadeTokenCard({ token, onDone }: { token: string; onDone: () => void }) {
  const { t } = useTranslation()
  const [isCopied, setCopied] = useState(false)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const copy = () => void navigator.clipboard.writeText(token).then(() => setCopied(true))
  return (
    <section className="card token-made">
      <h2 ref={heading} tabIndex={-1}>
        {t('tokens.madeTitle')}
      </h2>
      <p>{t('tokens.madeText')}</p>
      <p>
        <code className="token-secret">{token}</code>
      </p>
      <div className="form-actions">
        <ActionButton kind="main" onClick={copy}>
          {t('tokens.copy')}
        </ActionButton>
        <ActionButton onClick={onDone}>{t('tokens.kept')}</ActionButton>
      </div>
      <p role="status">{isCopied && t('tokens.copied')}</p>
    </section>
  )
}
