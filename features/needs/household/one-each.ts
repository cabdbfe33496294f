import type { Member } from './contract.ts'

/**
 * Each adult and child once, though siblings' pages name them too. Those written with the student come first and win. Two rows are one
 * person if the files say so, or, where neither is known to the files, if kind and name are the same.
 */
export function oneEach(members: readonly Member[]): Member[] {
  const seen = new Set<string>()
  return members.filter(({ kind, personId, name }) => {
    const key = personId ?? `${kind} ${name.trim().toLocaleLowerCase()}`
    return !seen.has(key) && seen.add(key)
  })
}
