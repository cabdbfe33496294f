export type ShortcutName = 'help' | 'search' | 'today' | 'students' | 'next' | 'previous' | 'note'

/** The keys of each shortcut, one after the other. */
export const keysOf: Record<ShortcutName, readonly string[]> = {
  help: ['?'],
  search: ['/'],
  today: ['g', 't'],
  students: ['g', 's'],
  next: ['j'],
  previous: ['k'],
  note: ['n'],
}

const same = (one: readonly string[], other: readonly string[]) => one.join(' ') === other.join(' ')
const names = Object.keys(keysOf) as ShortcutName[]

/** What the keys pressed so far mean: a shortcut, the beginning of one, or nothing. */
export function meaningOf(keys: readonly string[]): ShortcutName | 'begun' | null {
  const found = names.find((name) => same(keysOf[name], keys))
  if (found) return found
  return names.some((name) => same(keysOf[name].slice(0, keys.length), keys)) ? 'begun' : null
}
