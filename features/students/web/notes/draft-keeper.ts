import { ConnectionLost, ProblemError } from '#web/problem.ts'
import type { Copies } from '#web/draft-copies.ts'
import type { Draft } from '../../notes/contract.ts'

export type Text = { body: string; details: Record<string, string> }
export type Standing =
  | { kind: 'none' }
  | { kind: 'found'; at: string | null }
  | { kind: 'saved'; at: number }
  | { kind: 'here' }
  | { kind: 'other'; other: Draft }

type Server = {
  find: () => Promise<Draft | null>
  save: (text: Text, version: number) => Promise<number>
  drop: () => Promise<unknown>
}

const pauseMs = 1_000
const again = 5_000

/**
 * Keeps a text safe while it is written: on the server after each pause, in the browser while the server cannot be reached. A newer
 * text of another window is never overwritten: both are shown, and the writer chooses.
 */
export function keepDraft(server: Server, copies: Copies, onFound: (text: Text) => void) {
  let standing: Standing = { kind: 'none' }
  let text: Text | null = null
  let kept = ''
  let version: number | null = null
  let isClosed = false
  let timer: ReturnType<typeof setTimeout> | undefined
  let work = Promise.resolve()
  const listeners = new Set<() => void>()

  const say = (next: Standing) => {
    standing = next
    for (const listener of listeners) listener()
  }
  const isNew = () => text !== null && JSON.stringify(text) !== kept && (text.body.trim() !== '' || (version ?? 0) > 0)
  const wait = (ms: number) => {
    timer ??= setTimeout(() => {
      timer = undefined
      void flush()
    }, ms)
  }

  async function start() {
    const copy = parse(copies.find())
    const found = await server.find().catch(() => null)
    version = found?.version ?? 0
    const known = copy ?? found
    if (!known || isClosed) return
    if (text !== null && text.body.trim() !== '' && found) return say({ kind: 'other', other: found })
    kept = copy ? '' : JSON.stringify({ body: known.body, details: known.details })
    onFound({ body: known.body, details: known.details })
    say({ kind: 'found', at: copy ? null : found!.savedAt })
  }

  async function save() {
    if (isClosed || version === null || standing.kind === 'other' || !isNew()) return
    const sent = text!
    try {
      if (sent.body.trim() === '') version = (await server.drop(), 0)
      else version = await server.save(sent, version)
      kept = JSON.stringify(sent)
      copies.forget()
      say(version === 0 ? { kind: 'none' } : { kind: 'saved', at: Date.now() })
    } catch (error) {
      await cannot(error, sent)
    }
  }

  async function cannot(error: unknown, sent: Text) {
    if (error instanceof ConnectionLost) {
      copies.keep(JSON.stringify(sent))
      say({ kind: 'here' })
      wait(again)
    } else if (error instanceof ProblemError && error.code === 'draft_changed') {
      const other = await server.find().catch(() => null)
      version = other?.version ?? 0
      if (other) say({ kind: 'other', other })
      else wait(pauseMs)
    }
  }

  const flush = () => (work = work.then(save))

  return {
    start,
    flush,
    subscribe: (listener: () => void) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    standing: () => standing,
    changed: (next: Text) => {
      text = next
      if (isNew()) wait(pauseMs)
    },
    /** The page may be about to vanish. */
    keepHere: () => {
      if (!isClosed && isNew()) copies.keep(JSON.stringify(text))
    },
    choose: (which: 'mine' | 'other') => {
      if (standing.kind !== 'other') return
      const { body, details } = standing.other
      kept = JSON.stringify({ body, details })
      if (which === 'other') onFound({ body, details })
      say({ kind: 'none' })
      if (which === 'mine') wait(0)
    },
    /** Before sending: nothing more is kept, and what was under way has ended. */
    close: async () => {
      isClosed = true
      clearTimeout(timer)
      timer = undefined
      await work
    },
    reopen: () => {
      isClosed = false
      kept = ''
      wait(pauseMs)
    },
    forget: () => copies.forget(),
    drop: async () => {
      copies.forget()
      await server.drop().catch(() => {})
      version = 0
      kept = ''
      say({ kind: 'none' })
    },
  }
}
export type DraftKeeper = ReturnType<typeof keepDraft>

function parse(copy: string | null): Text | null {
  try {
    const { body, details } = JSON.parse(copy ?? 'null') as Text
    return typeof body === 'string' ? { body, details: details ?? {} } : null
  } catch {
    return null
  }
}
