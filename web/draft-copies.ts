const prefix = 'concentric draft '

/** What was being written stays in this browser only while the server cannot be reached; signing out forgets it. */
export type Copies = {
  find: () => string | null
  keep: (text: string) => void
  forget: () => void
}

/** `isClosed`: what nobody else may ever read stays in this tab alone and goes with it. */
export function copiesOf(name: string, isClosed: boolean): Copies {
  const store = isClosed ? sessionStorage : localStorage
  return {
    find: () => quietly(() => store.getItem(prefix + name)),
    keep: (text) => quietly(() => store.setItem(prefix + name, text)),
    forget: () => quietly(() => store.removeItem(prefix + name)),
  }
}

export function forgetAllCopies(): void {
  for (const store of [localStorage, sessionStorage])
    quietly(() => {
      for (const key of Object.keys(store)) if (key.startsWith(prefix)) store.removeItem(key)
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
