import { mkdirSync } from 'node:fs'
import path from 'node:path'
import pino from 'pino'

export type Log = { write: (line: object) => void; close: () => Promise<void> }

/**
 * The server's log, a line of JSON for each request: when, method, route with its placeholders, status, milliseconds; for a fault its
 * kind and place. Never an address with its ids or search words, a body, a name or a message of the database, which could hold one.
 * `to` is a file, "stdout", or "off".
 */
export function openLog(to: string): Log {
  if (to === 'off') return { write: () => {}, close: async () => {} }
  if (to !== 'stdout') mkdirSync(path.dirname(to), { recursive: true, mode: 0o700 })
  const destination = pino.destination({ dest: to === 'stdout' ? 1 : to, sync: false, mode: 0o600 })
  const logger = pino({ base: null, timestamp: pino.stdTimeFunctions.isoTime }, destination)
  return {
    write: (line) => ('fault' in line ? logger.error(line) : logger.info(line)),
    close: () => new Promise((resolve) => destination.flush(() => resolve())),
  }
}
