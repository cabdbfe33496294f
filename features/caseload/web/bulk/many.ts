import type { NewBulkAct } from '../../bulk/contract.ts'

/** What each form for many students gets. */
export type Many = {
  students: readonly string[]
  waiting: boolean
  problem: unknown
  onAct: (wanted: NewBulkAct) => void
  onCancel: () => void
}
