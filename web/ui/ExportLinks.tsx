import { useTranslation } from 'react-i18next'
import { address } from '../api.ts'
import './ExportLinks.css'

type Props = {
  /** Of the list, such as `/riverbend/students`. */
  list: string
  search?: Record<string, string | number | undefined>
}

/** What is shown, as a file: the same filters and the same order. */
export function ExportLinks({ list, search = {} }: Props) {
  const { t, i18n } = useTranslation()
  const to = (format: 'csv' | 'xlsx') => address(`${list}/export`, { ...search, format, locale: i18n.language })
  return (
    <p className="export-links small not-in-print">
      {t('export.takeAway')}{' '}
      <a href={to('xlsx')} download>
        {t('export.xlsx')}
      </a>
      <a href={to('csv')} download>
        {t('export.csv')}
      </a>
    </p>
  )
}
