import { useTranslation } from 'react-i18next'
import { useFormat } from '../format.ts'
import { ActionButton } from './ActionButton.tsx'
import './Pager.css'

type Props = { page: number; size: number; total: number; onGo: (page: number) => void }

/** "1–50 of 412", and the ways back and on. */
export function Pager({ page, size, total, onGo }: Props) {
  const { t } = useTranslation()
  const format = useFormat()
  const from = Math.min((page - 1) * size + 1, total)
  const to = Math.min(page * size, total)
  return (
    <div className="pager">
      <span role="status">
        {t('pager.range', { from: format.number(from), to: format.number(to), total: format.number(total) })}
      </span>
      {total > size && (
        <span className="pager-ways not-in-print">
          <ActionButton disabledReason={page <= 1 ? t('pager.first') : undefined} onClick={() => onGo(page - 1)}>
            {t('pager.previous')}
          </ActionButton>
          <ActionButton disabledReason={to >= total ? t('pager.last') : undefined} onClick={() => onGo(page + 1)}>
            {t('pager.next')}
          </ActionButton>
        </span>
      )}
    </div>
  )
}
