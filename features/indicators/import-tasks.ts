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
import { linkCorrections } from '../students/corrections/queries.ts'
import { watchFolders } from '../imports/watched/watch.ts'
import { followChoice } from './choice-job.ts'
import { recomputeChanged, recomputeIndicators } from './recompute.ts'

/** Flags follow the facts in the transaction that changes them, and so do the questions that were asked about facts. */
export const refreshFlags: AfterApply = async (tx, { communityId, districtId, importId, students }) => {
  await tx(linkCorrections(importId))
  const about = { communityId, districtId, importId }
  if (students) await recomputeChanged(tx, { ...about, studentIds: students })
  else await recomputeIndicators(tx, about)
}

/** An import says itself why it stopped; only a fault that may pass is worth another try. */
async function settled(work: Promise<unknown>) {
  try {
    await work
  } catch (error) {
    if (!(error instanceof Problem) || error.status === 503) throw error
  }
}

/** What the background worker does with imports. */
export function importTasks({ watchDir, ...options }: ImporterOptions & { watchDir?: string | undefined }): Tasks {
  const alone = (id: string, work: () => Promise<unknown>) => settled(options.door.alone(id, work))
  const refreshing = { ...options, afterApply: refreshFlags }
  return {
    check_import: (id) => alone(id, () => checkImport(id, options)),
    apply_import: (id) => alone(id, () => applyImport(id, refreshing)),
    discard_import: (id) => alone(id, () => discardImport(id, options)),
    watch_folders: () => settled(watchDir ? watchFolders({ ...refreshing, watchDir }) : Promise.resolve()),
    recompute_flags: (id) =>
      alone(id, () =>
        options.door.importing(id, (tx, { communityId, districtId }) =>
          recomputeIndicators(tx, { communityId, districtId, importId: id }),
        ),
      ),
    undo_import: (id) => alone(id, () => undoImport(id, refreshing)),
    follow_choice: (id) => followChoice(options.door, id),
  }
}
