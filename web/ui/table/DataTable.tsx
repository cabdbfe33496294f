import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../format.ts'
import { ActionButton } from '../ActionButton.tsx'
import { moveBetweenRows } from './move-between-rows.ts'
import type { Readable, Sort } from './rows.ts'
import { TableHead } from './TableHead.tsx'
import { TableTools } from './TableTools.tsx'
import { useTable } from './use-table.ts'
import './DataTable.css'

export type Column<Row> = Readable<Row> & {
  /** What stands in the cell, when it is more than the value. */
  show?: (row: Row) => ReactNode
  numeric?: boolean
  hiddenAtFirst?: boolean
}

type Props<Row> = {
  caption: string
  rows: readonly Row[]
  columns: readonly Column<Row>[]
  rowKey: (row: Row) => string
  firstSort?: Sort
  /** The name of the exported file, without its ending; absent when this table may not be exported. */
  exportName?: string
  empty: ReactNode
}

/** A table people work in: filter, sort, choose columns, export what is shown; cards on a phone. The first column names the row. */
export function DataTable<Row>({ caption, rows, columns, rowKey, firstSort, exportName, empty }: Props<Row>) {
  const { t } = useTranslation()
  const format = useFormat()
  const table = useTable(rows, columns, firstSort ?? null)
  if (rows.length === 0) return empty
  return (
    <div className="data-table">
      <TableTools table={table} all={columns} caption={caption} exportName={exportName} />
      <p className="small soft" role="status">
        {t('table.count', {
          shown: format.number(table.found.length),
          count: rows.length,
          all: format.number(rows.length),
        })}
      </p>
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/no-noninteractive-tabindex -- a region that scrolls must be reachable by keyboard */}
      <div className="data-table-scroll" role="region" aria-label={caption} tabIndex={0} onKeyDown={moveBetweenRows}>
        <table role="table">
          <caption className="only-read-aloud">{caption}</caption>
          <TableHead columns={table.columns} sort={table.sort} sortBy={table.sortBy} />
          {/* eslint-disable-next-line jsx-a11y/no-redundant-roles -- as cards the parts are blocks, and a browser then forgets what they are */}
          <tbody role="rowgroup">
            {table.shown.map((row) => (
              <tr key={rowKey(row)} role="row">
                {table.columns.map((column, index) => (
                  <DataCell key={column.key} column={column} row={row} isName={index === 0} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {table.shown.length < table.found.length && (
        <ActionButton onClick={table.showMore}>{t('table.more')}</ActionButton>
      )}
    </div>
  )
}

function DataCell<Row>({ column, row, isName }: { column: Column<Row>; row: Row; isName: boolean }) {
  const format = useFormat()
  const value = column.value(row)
  const content = column.show?.(row) ?? (typeof value === 'number' ? format.number(value, 1) : value)
  const className = column.numeric ? 'numeric' : undefined
  if (isName)
    return (
      <th role="rowheader" scope="row" className={className}>
        {content}
      </th>
    )
  return (
    // eslint-disable-next-line jsx-a11y/no-interactive-element-to-noninteractive-role -- as for the body of the table
    <td role="cell" className={className}>
      <span className="cell-label" aria-hidden="true">
        {column.label}
      </span>
      <span className="cell-content">{content}</span>
    </td>
  )
}
