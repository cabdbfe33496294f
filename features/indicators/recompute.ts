import type { Tx } from '#platform/database.ts'
import { withSetsExpected } from './planning.ts'
import { shippedPresets } from './presets.ts'
import { readRules } from './preset-rules.ts'
import {
  areFiguresCurrent,
  findChosenPreset,
  insertPresets,
  noteFiguresCurrent,
  storeAttendance,
  storeBehavior,
  storeCourses,
  storeFlags,
  type Asked,
} from './queries.ts'

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

type Steps = { importId: string | null; presetId: string; onStep: Recomputation['onStep'] }

async function store(tx: Tx, asked: Asked, { importId, presetId, onStep }: Steps) {
  const steps = [storeAttendance, storeBehavior, storeCourses] as const
  for (const [done, step] of steps.entries()) {
    await tx(step(asked, importId))
    await onStep?.(done + 1)
  }
  await tx(storeFlags(asked, importId, presetId))
  await onStep?.(4)
}

/** Up to so many students PostgreSQL looks them up one by one; more are a set. */
const fewStudents = 200

/**
 * Brings summaries and flags of a district's students up to date with the stored facts, by the district's preset. Runs inside
 * an entered import. Rows that stay the same are not written; flags that no longer hold are deleted.
 */
export async function recomputeIndicators(tx: Tx, recomputation: Recomputation): Promise<void> {
  const { communityId, districtId, importId, asOf = null, studentIds = null, onStep } = recomputation
  await ensurePresets(tx, communityId, districtId)
  const [preset] = await tx(findChosenPreset(communityId, districtId))
  const asked = { communityId, districtId, asOf, rules: readRules(preset!.rules), studentIds }
  const steps = { importId, presetId: preset!.id, onStep }
  if (studentIds && studentIds.length <= fewStudents) await store(tx, asked, steps)
  else await withSetsExpected(tx, () => store(tx, asked, steps))
  if (!studentIds) await tx(noteFiguresCurrent(asked, preset!.id))
}

/**
 * The same after an import that changed the facts of these students alone, and comes to the same: everyone is looked at when the figures are
 * of another day or by other rules, or when records were joined or split or the year was turned since.
 */
export async function recomputeChanged(tx: Tx, recomputation: Recomputation & { studentIds: string[] }): Promise<void> {
  const { studentIds, ...whole } = recomputation
  const { communityId, districtId } = whole
  await ensurePresets(tx, communityId, districtId)
  const [preset] = await tx(findChosenPreset(communityId, districtId))
  const [current] = await tx(areFiguresCurrent(communityId, districtId, preset!.id))
  if (!current?.areCurrent) return recomputeIndicators(tx, whole)
  if (studentIds.length > 0) await recomputeIndicators(tx, recomputation)
}
