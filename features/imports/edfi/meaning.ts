import type { Category, Descriptor, Descriptors } from './descriptors.ts'

/** `uri://ed-fi.org/SexDescriptor#Female` is Female, whoever's namespace it is; older files write the code alone. */
export const codeOf = (descriptor: string) =>
  /^\w+:\S*?#/.test(descriptor) ? descriptor.slice(descriptor.indexOf('#') + 1) : descriptor

export const fold = (code: string) => code.trim().replace(/\s+/g, ' ').toLowerCase()

const folded = new WeakMap<Descriptor, Map<string, string>>()
const meaningsOf = (descriptor: Descriptor) => {
  const known = folded.get(descriptor)
  if (known) return known
  const meanings = new Map(Object.entries(descriptor.meanings).map(([code, meaning]) => [fold(code), meaning]))
  folded.set(descriptor, meanings)
  return meanings
}

const languageOf = (code: string) => (/^[a-z]{3}$/.test(code) ? Intl.getCanonicalLocales(code)[0] : undefined)

/** What a descriptor means here: '' where the map says that nothing is known, undefined where the map does not have it. */
export const meaningOf = (maps: Descriptors, category: Category, descriptor: string) => {
  const code = fold(codeOf(descriptor))
  const meaning = meaningsOf(maps[category]).get(code)
  return meaning === undefined && category === 'language' ? languageOf(code) : meaning
}
