import type { Marks, Saved } from '../../review/contract.ts'

export type Written = { strengths: string; marks: Marks }
export type Standing = { kind: 'untouched' | 'waiting' | 'saved' } | { kind: 'problem'; problem: unknown }
type Send = (text: Written & { revision: number; isDone: boolean }) => Promise<Saved>

const pauseMs = 800

/**
 * Saves a review by itself after each pause, one request after another, each with the revision that the last one gave. Whatever goes
 * wrong, the text stays in the form and the next save tries again.
 */
export function keepReview(send: Send, revision: number, tell: (standing: Standing) => void) {
  let latest: Written | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let underway: Promise<boolean> = Promise.resolve(true)
  const push = (isDone: boolean) => {
    clearTimeout(timer)
    underway = underway.then(async () => {
      const text = latest
      if (!text) return true
      try {
        revision = (await send({ ...text, revision, isDone })).revision
        if (latest === text) latest = undefined
        tell({ kind: latest ? 'waiting' : 'saved' })
        return true
      } catch (problem) {
        tell({ kind: 'problem', problem })
        return false
      }
    })
    return underway
  }
  return {
    changed: (text: Written) => {
      latest = text
      tell({ kind: 'waiting' })
      clearTimeout(timer)
      timer = setTimeout(() => void push(false), pauseMs)
    },
    /** What another window has saved was shown: the next save goes on top of it. */
    adopt: (seen: number) => {
      revision = Math.max(revision, seen)
    },
    /** What waits is sent at once. */
    flush: () => push(false),
    /** Sends the whole as finished; answers whether it is. */
    finish: (text: Written) => {
      latest = text
      return push(true)
    },
  }
}
