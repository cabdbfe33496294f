import { store } from '../store.ts'

/** What was just done, in a sentence: shown for a moment and read aloud, wherever on the page it happened. */
export const announcement = store<string | null>(null)

export function announce(sentence: string): void {
  announcement.set(null)
  queueMicrotask(() => announcement.set(sentence))
}
