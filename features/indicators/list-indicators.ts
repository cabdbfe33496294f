import type { Tx } from '#platform/database.ts'
import { problems } from '#platform/problems.ts'
import { withSetsExpected } from './planning.ts'
import { defaultPresetName, shippedPresets } from './presets.ts'
import { readRules, type Indicator, type Level, type PresetRules } from './preset-rules.ts'
import { findChosenPreset, findPresetByName, listRows } from './queries.ts'
import { reasonOf, type ReasonLocale } from './reason.ts'

export type Wish = {
  communityId: string
  districtId: string
  /** Only rows of the school with this id in its source. */
  school?: string
  /** A preset by name instead of the district's choice. */
  preset?: string
  /** A day, YYYY-MM-DD; without it today, or the end of the last school year that had begun. */
  asOf?: string
  locale?: ReasonLocale
}

/** A student in a school. Days are of that school; flags are of the student over all schools of the district. */
export type IndicatorRow = {
  externalId: string
  schoolId: string
  daysEnrolled: number
  daysMissed: number
  /** Four decimals; null when there was no enrolled day, which is not a rate of zero. */
  attendanceRate: number | null
  flags: { indicator: Indicator; level: Level; reason: string }[]
}

/** The indicators as they are by a preset on a day, for whoever has entered; only what that person may see, and nothing is stored. */
export async function listIndicators(tx: Tx, wish: Wish): Promise<IndicatorRow[]> {
  const { communityId, districtId, school = null, asOf = null, locale = 'en' } = wish
  if (asOf !== null && !isDay(asOf)) throw problems.invalid(`${asOf} is not a day. Write it as YYYY-MM-DD.`)
  const rules = await findRules(tx, wish)
  const asked = { communityId, districtId, asOf, rules, studentIds: null }
  const rows = await withSetsExpected(tx, () => tx(listRows(asked, school)))
  return rows.map(({ today, flags, ...row }) => ({
    ...row,
    flags: flags.map(({ indicator, level, facts }) => ({
      indicator,
      level,
      reason: reasonOf(facts, locale, today),
    })),
  }))
}

async function findRules(tx: Tx, { communityId, districtId, preset }: Wish): Promise<PresetRules> {
  const [stored] = await tx(
    preset === undefined
      ? findChosenPreset(communityId, districtId)
      : findPresetByName(communityId, districtId, preset),
  )
  if (stored) return readRules(stored.rules)
  const shipped = shippedPresets.find(({ name }) => name === (preset ?? defaultPresetName))
  if (shipped) return shipped.rules
  const known = shippedPresets.map(({ name }) => name).join(', ')
  throw problems.invalid(`There is no preset named ${preset}. The presets that every district has: ${known}.`)
}

function isDay(text: string) {
  const moment = new Date(`${text}T00:00:00Z`)
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(text)
}
