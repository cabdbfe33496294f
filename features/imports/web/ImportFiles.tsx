import { useTranslation } from 'react-i18next'
import { useFormat } from '#web/format.ts'
import type { ImportDetail } from '../contract.ts'

export function ImportFiles({ files }: Pick<ImportDetail, 'files'>) {
  const { t } = useTranslation()
  const format = useFormat()
  if (files.length === 0) return null
  return (
    <details className="import-part">
      <summary>{t('imports.filesCount', { count: files.length })}</summary>
      <ul>
        {files.map(({ name, kind, rowCount }) => (
          <li key={name}>
            {name}{' '}
            <span className="soft">
              · {kind}
              {rowCount !== null && ` · ${t('imports.rows', { count: rowCount, number: format.number(rowCount) })}`}
            </span>
          </li>
        ))}
      </ul>
    </details>
  )
}
