import { createRequire } from 'node:module'
import type { RRule as Rule } from 'rrule'

// The package has a CommonJS and an ESM build with different exports, and what runs the tests takes another one than Node.
const { RRule } = createRequire(import.meta.url)('rrule') as typeof import('rrule')

const starts = new Date(Date.UTC(2000, 0, 3))

/** A rule of RFC 5545, or nothing where it is none. It names no first day and no time: those are the schedule's own. */
export function readRule(rule: string): Rule | undefined {
  if (!/(^|;)FREQ=/.test(rule) || /[\r\n:]/.test(rule)) return undefined
  try {
    return new RRule({ ...RRule.parseString(rule), dtstart: starts })
  } catch {
    return undefined
  }
}
