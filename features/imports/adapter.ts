import type { Readable } from 'node:stream'
import type { CsvContext } from './csv/stage-file.ts'
import type { OwnCode } from './edfi/own-codes.ts'
import type { RecordKind } from './records.ts'

/** Where a record or a problem stands: the file's name, and the row of a CSV or the line of an XML element. */
export type Place = { file: string; row: number }

/**
 * Stages one record under its columns of records.ts; a column that is left out is unknown. `isDeleted` is for sources that say so
 * themselves. Waits while the database is busy, so memory stays flat as long as the caller awaits it.
 */
export type Emit = (
  kind: RecordKind,
  record: Record<string, string | null>,
  at: Place & { isDeleted?: boolean },
) => Promise<void>

/** What a sentence is filled with. `context` chooses between several sentences of a rule, `outcome` names what became of the row. */
export type SentenceParams = Record<string, string | number>

/**
 * Something wrong or worth knowing, in a sentence that says what to do. An error sets the row aside. The rule and its parameters say
 * the same to the pages, which have the words under imports.rule in every language.
 */
export type FoundProblem = {
  file: string
  row?: number | null
  column?: string | null
  value?: string | null
  rule: string
  severity: 'error' | 'warning' | 'note'
  message: string
  params?: SentenceParams
}
export type Report = (problem: FoundProblem) => Promise<void>

/** A file as it was kept: its name inside the set, its size, and its bytes as often as they are asked for. */
export type KeptFile = { name: string; bytes: number; open: () => Promise<Readable> }

export type ReadingContext = {
  emit: Emit
  report: Report
  /** Counts rows read, for the progress on the page. */
  progress: (rows: number) => void
  /** What the district itself says that codes mean. */
  ownCodes?: readonly OwnCode[]
}

/**
 * Reads the files of one standard. `recognizes` looks at a file's name and its first 4 KB; `read` gets all files that it recognized
 * at once, in any order, and answers with the kinds for which this set is the whole truth: only those may be withdrawn.
 */
export type Adapter = {
  format: 'oneroster' | 'edfi' | 'csv'
  recognizes: (name: string, head: string) => boolean
  read: (files: readonly KeptFile[], context: ReadingContext) => Promise<{ whole: RecordKind[] }>
}

/** An adapter of CSV files works inside the database: raw cells by COPY, records by SQL. `derive` names SQL files to run after entering. */
export type CsvAdapter = Omit<Adapter, 'read'> & {
  read: (files: readonly KeptFile[], context: CsvContext) => Promise<{ whole: RecordKind[]; derive: string[] }>
}
