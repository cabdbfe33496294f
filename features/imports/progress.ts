import type { ImportDoor } from '#platform/import-door.ts'
import { setProgress } from './queries.ts'

const everyMs = 400

/** Counts rows and writes the count down now and then, in short transactions of its own, so that a page can show it. */
export function openProgress(door: ImportDoor, importId: string) {
  let done = 0
  let writtenAt = 0
  let writing: Promise<unknown> = Promise.resolve()
  const write = (count: number) => {
    if (Date.now() - writtenAt < everyMs) return
    writtenAt = Date.now()
    // Only for show: an import does not fail because its bar did not move.
    writing = writing.then(() => door.importing(importId, (tx) => tx(setProgress(importId, count)))).catch(() => {})
  }
  return {
    add: (rows: number) => write((done += rows)),
    set: (rows: number) => write((done = rows)),
    finish: () => writing,
  }
}
