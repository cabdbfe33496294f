import { connection, slowWrites } from './connection.ts'
import { ConnectionLost, NoAnswer, SavingUnknown } from './problem.ts'

export type Answered = { status: number; ok: boolean; body: unknown }

/** After this time without an answer a page says so. */
export const longestReadMs = 30_000
/** What is being saved is never cut off: after this time the page only says that it takes long. */
export const longWriteMs = 10_000
const ofProxies = [502, 503, 504]

/** Sends a request and reads its answer to the end. Without one it throws ConnectionLost, or more exactly NoAnswer or SavingUnknown. */
export const reach = (url: string, init: RequestInit): Promise<Answered> =>
  init.method === 'GET' ? read(url, init) : write(url, init)

async function read(url: string, init: RequestInit): Promise<Answered> {
  const limit = new AbortController()
  let isLate = false
  const giveUp = () => limit.abort()
  if (init.signal?.aborted) giveUp()
  init.signal?.addEventListener('abort', giveUp)
  const timer = setTimeout(() => {
    isLate = true
    giveUp()
  }, longestReadMs)
  try {
    return await exchange(url, { ...init, signal: limit.signal })
  } catch (error) {
    throw tell(error, init, () => (isLate ? new NoAnswer(error) : new ConnectionLost(error)))
  } finally {
    clearTimeout(timer)
    init.signal?.removeEventListener('abort', giveUp)
  }
}

async function write(url: string, init: RequestInit): Promise<Answered> {
  const neverLeft = globalThis.navigator?.onLine === false
  let isSlow = false
  const timer = setTimeout(() => {
    isSlow = true
    slowWrites.set(slowWrites.get() + 1)
  }, longWriteMs)
  try {
    return await exchange(url, init)
  } catch (error) {
    throw tell(error, init, () => (neverLeft ? new ConnectionLost(error) : new SavingUnknown(error)))
  } finally {
    clearTimeout(timer)
    if (isSlow) slowWrites.set(slowWrites.get() - 1)
  }
}

async function exchange(url: string, init: RequestInit): Promise<Answered> {
  const response = await fetch(url, init)
  const isJson = /[/+]json/.test(response.headers.get('content-type') ?? '')
  const text = isJson ? await response.text() : ''
  // A proxy before the server says in its own words that it did not reach it.
  if (!isJson && ofProxies.includes(response.status)) throw new Error(`${response.status}`)
  connection.set('there')
  return { status: response.status, ok: response.ok, body: isJson ? (JSON.parse(text) as unknown) : undefined }
}

function tell(error: unknown, init: RequestInit, lost: () => ConnectionLost): unknown {
  // Who asked does not want the answer any more; or it came, and is none that a page can read.
  if (init.signal?.aborted || error instanceof SyntaxError) return error
  connection.set('lost')
  return lost()
}

/** Whether the server answers at all. */
export async function findsServer(): Promise<boolean> {
  const limit = new AbortController()
  const timer = setTimeout(() => limit.abort(), longestReadMs)
  const isThere = await fetch(window.location.pathname, { cache: 'no-store', signal: limit.signal }).then(
    ({ status }) => !ofProxies.includes(status),
    () => false,
  )
  clearTimeout(timer)
  connection.set(isThere ? 'there' : 'lost')
  return isThere
}
