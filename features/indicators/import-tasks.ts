import type { Tasks } from '#platform/jobs.ts'
import { Problem } from '#platform/problems.ts'
import {
  applyImport,
  checkImport,
  discardImport,
  undoImport,
  type AfterApply,
  type ImporterOptions,
} from '../imports/importer.ts'
import { recomputeIndicators } from './recompute.ts'

/** Flags follow the facts in the transaction that changes them. */
export const refreshFlags: AfterApply = (tx, { communityId, districtId, importId }) =>
  recomputeIndicators(tx, { communityId, districtId, importId })

/** An import says itself why it stopped; only a fault that may pass is worth another try. */
async function settled(work: Promise<unknown>) {
  try {
    await work
  } catch (error) {
    if (!(error instanceof Problem) || error.status === 503) throw error
  }
}

/** What the background worker does with imports. */
export const importTasks = (options: ImporterOptions): Tasks => ({
  check_import: (id) => settled(checkImport(id, options)),
  apply_import: (id) => settled(applyImport(id, { ...options, afterApply: refreshFlags })),
  discard_import: (id) => settled(discardImport(id, options)),
  undo_import: (id) => settled(undoImport(id, { ...options, afterApply: refreshFlags })),
})
