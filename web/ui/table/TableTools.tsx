import { useTranslation } from 'react-i18next'
import { ActionButton } from '../ActionButton.tsx'
import type { Column } from './DataTable.tsx'
import { download } from './download.ts'
import { toCsv } from './rows.ts'
import type { useTable } from './use-table.ts'

type Props<Row> = {
  table: ReturnType<typeof useTable<Row>>
  all: readonly Column<Row>[]
  caption: string
  exportName: string | undefined
}

export function TableTools<Row>({ table, all, caption, exportName }: Props<Row>) {
  const { t } = useTranslation()
  return (
    <div className="table-tools not-in-print">
      <label className="table-filter">
        <span>{t('table.filter')}</span>
        <input type="search" value={table.typed} onChange={({ target }) => table.setTyped(target.value)} />
      </label>
      <label className="table-sort-on-phone">
        <span>{t('table.sortBy')}</span>
        <select
          value={table.sort?.key ?? ''}
          onChange={({ target }) => table.setSort({ key: target.value, descending: false })}
        >
          {table.sort === null && <option value="">{t('table.asListed')}</option>}
          {table.columns.map(({ key, label }) => (
            <option key={key} value={key}>
              {label}
            </option>
          ))}
        </select>
      </label>
      <details className="table-columns">
        <summary className="button button-plain">{t('table.columns')}</summary>
        <fieldset>
          <legend className="only-read-aloud">{t('table.columnsOf', { caption })}</legend>
          {all.slice(1).map(({ key, label }) => (
            <label key={key}>
              <input type="checkbox" checked={!table.hidden.has(key)} onChange={() => table.toggleColumn(key)} />{' '}
              {label}
            </label>
          ))}
        </fieldset>
      </details>
      {exportName && (
        <ActionButton onClick={() => download(`${exportName}.csv`, toCsv(table.found, table.columns))}>
          {t('table.export')}
        </ActionButton>
      )}
    </div>
  )
}
