import { useTranslation } from 'react-i18next'
import { useFormat } from '#web/format.ts'
import { type Column, DataTable } from '#web/ui/table/DataTable.tsx'
import type { ImportProblem } from '../contract.ts'
import { problemSentence } from './problem-sentence.ts'

type NumberedProblem = ImportProblem & { key: number }

export function ProblemTable({ problems }: { problems: readonly ImportProblem[] }) {
  const { t } = useTranslation()
  const columns = useColumns()
  return (
    <DataTable
      caption={t('imports.problemsCaption')}
      rows={problems.map((problem, key) => ({ ...problem, key }))}
      columns={columns}
      rowKey={({ key }) => `${key}`}
      empty={<p className="soft">{t('imports.noneOfThese')}</p>}
    />
  )
}

function useColumns(): Column<NumberedProblem>[] {
  const { t, i18n } = useTranslation()
  const format = useFormat()
  const severityWord = (severity: string) =>
    i18n.exists(`severity.${severity}`) ? t(`severity.${severity}` as 'severity.error') : severity
  return [
    { key: 'message', label: t('imports.problem.message'), value: (problem) => problemSentence(i18n, problem) },
    { key: 'severity', label: t('imports.severity'), value: ({ severity }) => severityWord(severity) },
    { key: 'file', label: t('imports.problem.file'), value: ({ file }) => file },
    {
      key: 'row',
      label: t('imports.problem.row'),
      value: ({ rowNumber }) => rowNumber,
      show: ({ rowNumber }) => (rowNumber === null ? '' : format.number(rowNumber)),
      numeric: true,
    },
    { key: 'column', label: t('imports.problem.column'), value: ({ columnName }) => columnName },
    { key: 'value', label: t('imports.problem.value'), value: ({ value }) => value },
    { key: 'rule', label: t('imports.problem.rule'), value: ({ rule }) => rule, hiddenAtFirst: true },
  ]
}
