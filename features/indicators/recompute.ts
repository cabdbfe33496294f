import type { Tx } from '#platform/database.ts'
import { withSetsExpected } from './planning.ts'
import { shippedPresets } from './presets.ts'
import { readRules } from './preset-rules.ts'
import { findChosenPreset, insertPresets, storeAttendance, storeBehavior, storeCourses, storeFlags } from './queries.ts'

export type Recomputation = {
  communityId: string
  districtId: string
  importId: string | null
  /** The day as of which; without it the community's today, or the end of the last school year that had begun. */
  asOf?: string
  /** Only these students; without it, every student of the district. */
  studentIds?: string[]
  /** Told after attendance, behavior, courses and flags: 1 to 4. */
  onStep?: (step: number) => Promise<void>
}

/** Gives a district the shipped presets that it does not have yet. Its own copies stay as they are. */
export const ensurePresets = (tx: Tx, communityId: string, districtId: string) =>
  tx(insertPresets(communityId, districtId, shippedPresets))

/**
 * Brings summaries and flags of a district's students up to date with the stored facts, by the district's preset. Runs inside
 * an entered import. Rows that stay the same are not written; flags that no longer hold are deleted.
 */
export async function recomputeIndicators(tx: Tx, recomputation: Recomputation): Promise<void> {
  const { communityId, districtId, importId, asOf = null, studentIds = null, onStep } = recomputation
  await ensurePresets(tx, communityId, districtId)
  const [preset] = await tx(findChosenPreset(communityId, districtId))
  const asked = { communityId, districtId, asOf, rules: readRules(preset!.rules), studentIds }
  await withSetsExpected(tx, async () => {
    await tx(storeAttendance(asked, importId))
    await onStep?.(1)
    await tx(storeBehavior(asked, importId))
    await onStep?.(2)
    await tx(storeCourses(asked, importId))
    await onStep?.(3)
    await tx(storeFlags(asked, importId, preset!.id))
    await onStep?.(4)
  })
}
