import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useFamily } from './use-family.ts'

/** Says on the first page that somebody waits for the family's answer. */
export function AskedNotice() {
  const { t } = useTranslation()
  const { child } = useFamily()
  if (child.requests.length === 0) return null
  return (
    <div className="notice not-in-print">
      <p>
        <strong>{t('family.asked', { count: child.requests.length })}</strong> {t('family.askedText')}
      </p>
      <Link to="/family/permissions" className="button button-main">
        {t('family.readAndDecide')}
      </Link>
    </div>
  )
}
