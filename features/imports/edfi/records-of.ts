import type { KeptFile } from '../adapter.ts'
import { jsonRecordsOf } from './json-records.ts'
import { recordsOf as xmlRecordsOf, type Piece } from './records-of-file.ts'

export const isJson = (name: string): boolean => /\.(json|jsonl|ndjson)$/i.test(name)

/** The records of a file, whichever way it writes them. */
export const recordsOf = (file: KeptFile, wanted: ReadonlySet<string>): AsyncGenerator<Piece> =>
  isJson(file.name) ? jsonRecordsOf(file, wanted) : xmlRecordsOf(file, wanted)
