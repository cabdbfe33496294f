import type { ImportDoor } from '#platform/import-door.ts'
import { lockCommunity } from '../imports/queries.ts'
import { tellChoice } from './desk/queries.ts'
import { recomputeIndicators } from './recompute.ts'

/**
 * The flags of a district follow the preset that it chose: all of them in one transaction, so that nobody sees two rules side by
 * side. How far it is stands in the choice's own row, told over another connection. The figures keep the import they came from.
 */
export async function followChoice(door: ImportDoor, importId: string): Promise<void> {
  const tell = (state: string, steps: number) => door.importing(importId, (tx) => tx(tellChoice(state, steps)))
  await tell('working', 0)
  try {
    await door.importing(importId, async (tx, { communityId, districtId }) => {
      await tx(lockCommunity(communityId))
      const onStep = async (step: number) => void (await tell('working', step))
      await recomputeIndicators(tx, { communityId, districtId, importId: null, onStep })
    })
  } catch (error) {
    await tell('failed', 0)
    throw error
  }
  await tell('done', stepsOfChoice)
}

/** Attendance, behavior, courses, flags. */
export const stepsOfChoice = 4
