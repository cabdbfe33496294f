import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { ImportDetail } from '../contract.ts'

const open = new Set(['needs_mapping', 'checked', 'needs_answer', 'failed'])

/** The way to the page on which the columns of these files are explained, or explained anew. */
export function NeedsMapping({ detail: { id, state, formats } }: { detail: ImportDetail }) {
  const { t } = useTranslation()
  const isWaiting = state === 'needs_mapping'
  if (!isWaiting && !(open.has(state) && formats.includes('mapped'))) return null
  return (
    <div className={isWaiting ? 'notice import-part' : 'import-part not-in-print'}>
      {isWaiting && <p>{t('mapping.waits')}</p>}
      <p>
        <Link to="/app/imports/$id/mapping" params={{ id }}>
          {t(isWaiting ? 'mapping.link' : 'mapping.again')}
        </Link>
      </p>
    </div>
  )
}
