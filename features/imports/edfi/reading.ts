import type { RecordKind } from '../records.ts'
import type { Known } from './known.ts'
import type { Row } from './row.ts'

/** What a reader of one kind of element works with. Staged records are passed on only when the row has no error. */
export type Reading = {
  row: Row
  known: Known
  stage: (kind: RecordKind, record: Record<string, string | null>) => void
  /** Leaves the record out for a reason that is told once with its count, not row by row. */
  leaveOut: (rule: string, sentence: string) => void
}
export type Reader = (reading: Reading) => void
