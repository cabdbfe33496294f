import { useTranslation } from 'react-i18next'
import { useFormat } from '#web/format.ts'
import { EmptyPlace } from '#web/ui/EmptyPlace.tsx'
import type { ImportDetail, TableCounts } from '../contract.ts'

const kinds = ['added', 'changed', 'unchanged', 'withdrawn', 'setAside'] as const

/** What would change, or has changed, table by table. */
export function ImportCounts({ detail }: { detail: ImportDetail }) {
  const { t } = useTranslation()
  const tables = Object.entries(detail.counts)
  const isDone = detail.state === 'applied' || detail.state === 'undone'
  if (detail.state === 'failed') return null
  return (
    <section className="import-part" aria-labelledby="counts-title">
      <h2 id="counts-title">{t(isDone ? 'imports.whatChanged' : 'imports.whatWouldChange')}</h2>
      {tables.length === 0 ? (
        <EmptyPlace title={t('imports.noCounts')} />
      ) : (
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls must be reachable by keyboard
        <div className="import-counts" role="region" aria-labelledby="counts-title" tabIndex={0}>
          <table>
            <caption className="only-read-aloud">{t('imports.whatWouldChange')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('imports.table')}</th>
                {kinds.map((kind) => (
                  <th key={kind} scope="col" className="numeric">
                    {t(`imports.count.${kind}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {tables.map(([table, counts]) => (
                <CountRow key={table} table={table} counts={counts} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}

function CountRow({ table, counts }: { table: string; counts: TableCounts }) {
  const { t, i18n } = useTranslation()
  const format = useFormat()
  const name = i18n.exists(`importTable.${table}`) ? t(`importTable.${table}` as 'importTable.student') : table
  return (
    <tr>
      <th scope="row">{name}</th>
      {kinds.map((kind) => (
        <td key={kind} className="numeric">
          {counts[kind] === 0 ? <span className="soft">0</span> : format.number(counts[kind])}
        </td>
      ))}
    </tr>
  )
}
