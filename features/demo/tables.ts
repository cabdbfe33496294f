import { parse } from 'csv-parse/sync'
import type { DemoFile } from './csv.ts'

export type TableRow = Record<string, string>

/** The files read back with another CSV reader, for checks that do not trust the writer. */
export const tablesOf = (files: readonly DemoFile[]): Record<string, TableRow[]> =>
  Object.fromEntries(
    files.map((file) => [file.name.replace('.csv', ''), parse(file.text, { columns: true }) as TableRow[]]),
  )
