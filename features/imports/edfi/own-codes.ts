import type { Category, Descriptors } from './descriptors.ts'
import { fold } from './meaning.ts'

/** A code and what a district says that it means; an empty meaning says that nothing is known. */
export type OwnCode = { category: Category; code: string; meaning: string }

/** The map of codes with what the district itself says laid over it. */
export function withOwnCodes(maps: Descriptors, own: readonly OwnCode[]): Descriptors {
  const merged: { -readonly [Each in Category]: Descriptors[Each] } = { ...maps }
  for (const { category, code, meaning } of own) {
    if (!Object.hasOwn(maps, category)) continue
    const others = Object.entries(merged[category].meanings).filter(([known]) => fold(known) !== fold(code))
    merged[category] = { ...merged[category], meanings: Object.fromEntries([...others, [code, meaning]]) }
  }
  return merged
}
