import { api } from '#web/api.ts'
import { ProblemError } from '#web/problem.ts'
import type { NewSupport } from '../../support/contract.ts'

/**
 * Logs that are still on this device because no answer has come for them. They hold ids, a day and minutes, never a name, and belong to
 * the hat that wrote them: somebody else who uses the device neither sees nor sends them.
 */
export type Kept = NewSupport & { refusal?: { code: string; message: string } }
type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

const place = (hat: string) => `concentric.support.${hat}`

export function keptLogs(store: Store, hat: string): Kept[] {
  try {
    const known: unknown = JSON.parse(store.getItem(place(hat)) ?? '[]')
    return Array.isArray(known) ? (known as Kept[]) : []
  } catch {
    return []
  }
}

function write(store: Store, hat: string, logs: Kept[]) {
  if (logs.length === 0) store.removeItem(place(hat))
  else store.setItem(place(hat), JSON.stringify(logs))
}

/** Puts a log aside before it is sent, or replaces the one with its key. */
export const keepLog = (store: Store, hat: string, log: Kept) =>
  write(store, hat, [...keptLogs(store, hat).filter(({ key }) => key !== log.key), log])

export const dropLog = (store: Store, hat: string, key: string) =>
  write(
    store,
    hat,
    keptLogs(store, hat).filter((log) => log.key !== key),
  )

// An answer of the server that will not change by asking again. Whoever is signed out, too fast or has no server yet asks later.
const isFinal = (error: ProblemError) =>
  [400, 403, 404, 409, 422].includes(error.status) && error.code !== 'hat_changed'

/**
 * Sends what was put aside, oldest first. What the server has taken is dropped, what it refuses is marked with the reason and stays for the
 * person to read; at the first lost connection the rest waits. The key makes sure that a log whose answer was lost is written once.
 */
export async function sendKept(
  store: Store,
  hat: string,
  path: string,
  post: (path: string, log: NewSupport) => Promise<unknown> = api.post,
): Promise<{ sent: number }> {
  let sent = 0
  for (const { refusal, ...log } of keptLogs(store, hat)) {
    if (refusal) continue
    try {
      await post(`${path}/support`, log)
      dropLog(store, hat, log.key)
      sent++
    } catch (error) {
      if (!(error instanceof ProblemError) || !isFinal(error)) return { sent }
      keepLog(store, hat, { ...log, refusal: { code: error.code, message: error.message } })
    }
  }
  return { sent }
}
