import { useTranslation } from 'react-i18next'
import { useFormat } from '../format.ts'

/** On every printed sheet: when it was printed, and for whose eyes. */
export function PrintFooter({ forWhom, printedAt = new Date() }: { forWhom: string; printedAt?: Date }) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <div className="print-footer" aria-hidden="true">
      <span>{t('print.confidential', { forWhom })}</span>
      <span>{t('print.printedAt', { moment: format.moment(printedAt) })}</span>
    </div>
  )
}
