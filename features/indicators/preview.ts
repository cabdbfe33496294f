import type { Tx } from '#platform/database.ts'
import type { Preview } from './contract.ts'
import { withSetsExpected } from './planning.ts'
import { shippedPresets } from './presets.ts'
import { readRules, type PresetRules } from './preset-rules.ts'
import { findChosenPreset, previewRows } from './queries.ts'

type Wish = { communityId: string; districtId: string; rules: PresetRules; asOf?: string }

/**
 * How many students of which schools rules would flag, beside what the present choice comes to on the same facts. For whoever has
 * entered, from what that person may see; nothing is stored.
 */
export async function previewRules(tx: Tx, { communityId, districtId, rules, asOf }: Wish): Promise<Preview> {
  const [chosen] = await tx(findChosenPreset(communityId, districtId))
  const asked = { communityId, districtId, asOf: asOf ?? null, studentIds: null }
  return withSetsExpected(tx, async () => ({
    proposed: await tx(previewRows({ ...asked, rules })),
    present: await tx(previewRows({ ...asked, rules: chosen ? readRules(chosen.rules) : shippedPresets[0]!.rules })),
  }))
}
