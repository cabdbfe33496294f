import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#web/format.ts'
import { type Column, DataTable } from '#web/ui/table/DataTable.tsx'
import type { ImportSummary } from '../contract.ts'
import { useImportState } from './use-import-state.ts'

export function ImportList({ imports }: { imports: readonly ImportSummary[] }) {
  const { t } = useTranslation()
  const columns = useColumns()
  return (
    <DataTable
      caption={t('imports.before')}
      rows={imports}
      columns={columns}
      rowKey={({ id }) => id}
      firstSort={{ key: 'created', descending: true }}
      empty={null}
    />
  )
}

function useColumns(): Column<ImportSummary>[] {
  const { t } = useTranslation()
  const format = useFormat()
  const stateWord = useImportState()
  return [
    {
      key: 'source',
      label: t('imports.source'),
      value: ({ sourceName }) => sourceName,
      show: ({ id, sourceName, createdAt }) => (
        <Link
          to="/app/imports/$id"
          params={{ id }}
          aria-label={`${sourceName ?? t('imports.files')}, ${format.moment(createdAt)}`}
        >
          {sourceName ?? t('imports.files')}
        </Link>
      ),
    },
    { key: 'state', label: t('imports.state'), value: ({ state }) => stateWord(state) },
    {
      key: 'created',
      label: t('imports.created'),
      value: ({ createdAt }) => createdAt,
      show: ({ createdAt }) => format.moment(createdAt),
    },
    { key: 'by', label: t('imports.by'), value: ({ createdBy }) => createdBy },
    { key: 'formats', label: t('imports.formats'), value: ({ formats }) => formats.join(', '), hiddenAtFirst: true },
  ]
}
