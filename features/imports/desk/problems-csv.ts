import type { ImportProblem } from '../contract.ts'

const columns = ['severity', 'file', 'rowNumber', 'columnName', 'value', 'rule', 'message'] as const

// A spreadsheet takes a cell that begins like this for a formula.
const looksLikeFormula = /^[=+\-@\t\r]/
const cell = (value: string | number | null) => {
  const text = value === null ? '' : String(value)
  return `"${(looksLikeFormula.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`
}

/** The problems as a table for a spreadsheet (RFC 4180, with a byte order mark), safe against formulas. */
export const problemsCsv = (problems: readonly ImportProblem[]) =>
  `\uFEFF${[columns.join(','), ...problems.map((problem) => columns.map((column) => cell(problem[column])).join(','))].join('\r\n')}\r\n`
