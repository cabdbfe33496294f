import { Type } from 'typebox'
import type { ExportedList } from '#platform/exports.ts'
import type { ImportProblem } from './contract.ts'
import { listProblems } from './desk/queries.ts'

type Severity = { severity?: ImportProblem['severity'] }

/** What is wrong with the files of one import, for whoever mends them. */
export const exportedProblems: ExportedList<Severity, ImportProblem> = {
  url: '/:community/imports/:id/problems',
  summary: 'Take what is wrong with the files of an import away as a file',
  fileName: { en: 'Problems', es: 'Problemas' },
  filters: { severity: Type.Optional(Type.Enum(['error', 'warning', 'note'])) },
  columns: [
    { key: 'severity', head: { en: 'Severity', es: 'Gravedad' }, value: (row) => row.severity },
    { key: 'file', head: { en: 'File', es: 'Archivo' }, value: (row) => row.file },
    { key: 'rowNumber', head: { en: 'Row', es: 'Fila' }, value: (row) => row.rowNumber },
    { key: 'columnName', head: { en: 'Column', es: 'Columna' }, value: (row) => row.columnName },
    { key: 'value', head: { en: 'Value', es: 'Valor' }, value: (row) => row.value },
    { key: 'rule', head: { en: 'Rule', es: 'Regla' }, value: (row) => row.rule },
    { key: 'message', head: { en: 'What is wrong', es: 'Qué está mal' }, value: (row) => row.message },
  ],
  pageSize: 2_000,
  statements: ({ severity = null as never }, limit, offset, { id }) => [listProblems(id!, severity, limit, offset)],
  rows: ([rows]) => rows as ImportProblem[],
}
