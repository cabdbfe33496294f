const prefix = 'concentric draft '

/** What was being written stays in this browser only while the server cannot be reached; signing out forgets it. */
export type Copies = {
  find: () => string | null
  keep: (text: string) => void
  forget: () => void
}

/** `isClosed`: what nobody else may ever read stays in this tab alone and goes with it. */
export function copiesOf(hat: string, about: string, isClosed: boolean): Copies {
  const name = `${hat} ${about}`
  const store = isClosed ? sessionStorage : localStorage
  return {
    find: () => quietly(() => store.getItem(prefix + name)),
    keep: (text) => quietly(() => store.setItem(prefix + name, text)),
    forget: () => quietly(() => store.removeItem(prefix + name)),
  }
}

export const forgetAllCopies = (): void => forgetCopiesOfOthers([])

/** Somebody else sat here before and did not sign out: what they were writing is not for whoever is signed in now. */
export function forgetCopiesOfOthers(ownHats: readonly string[]): void {
  const isOwn = (key: string) => ownHats.some((hat) => key.startsWith(`${prefix}${hat} `))
  for (const store of ['localStorage', 'sessionStorage'] as const)
    quietly(() => {
      for (const key of Object.keys(globalThis[store]))
        if (key.startsWith(prefix) && !isOwn(key)) globalThis[store].removeItem(key)
    })
}

/** A browser may forbid or have used up its storage; writing goes on without. */
function quietly<Value>(work: () => Value): Value | null {
  try {
    return work()
  } catch {
    return null
  }
}
