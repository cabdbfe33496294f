import { useState } from 'react'

export type Selection = {
  chosen: readonly string[]
  has: (id: string) => boolean
  /** Takes one in or out; with the shift key, all from the last one that was clicked. */
  toggle: (id: string, isRange: boolean) => void
  all: (isChosen: boolean) => void
}

/** The rows that stand chosen, of those that are shown. Whoever is shown no more is chosen no more. */
export function useSelection(shown: readonly string[]): Selection {
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set())
  const [last, setLast] = useState<string | null>(null)
  const toggle = (id: string, isRange: boolean) => {
    const isIn = !marked.has(id)
    const next = new Set(marked)
    for (const each of isRange ? between(shown, last, id) : [id]) {
      if (isIn) next.add(each)
      else next.delete(each)
    }
    setMarked(next)
    setLast(id)
  }
  return {
    chosen: shown.filter((id) => marked.has(id)),
    has: (id) => marked.has(id),
    toggle,
    all: (isChosen) => setMarked(new Set(isChosen ? shown : [])),
  }
}

/** From the one to the other as they are listed, both included; the second alone when the first is not there. */
export function between(shown: readonly string[], from: string | null, to: string): string[] {
  const ends = [from === null ? -1 : shown.indexOf(from), shown.indexOf(to)].sort((a, b) => a - b)
  return ends[0]! < 0 ? [to] : shown.slice(ends[0], ends[1]! + 1)
}
