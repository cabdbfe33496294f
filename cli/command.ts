import type { Settings } from '#platform/settings.ts'

export type Options = {
  community?: string | undefined
  name?: string | undefined
  'time-zone'?: string | undefined
  school?: string | undefined
  preset?: string | undefined
  'as-of'?: string | undefined
  to?: string | undefined
  'keep-years'?: string | undefined
  since?: string | undefined
  account?: string | undefined
  reason?: string | undefined
  destroyed?: string | undefined
  apply?: boolean | undefined
  mapping?: string | undefined
  'propose-mapping'?: boolean | undefined
  answer?: string[] | undefined
  json?: boolean | undefined
  dev?: boolean | undefined
}
export type Call = { settings: Settings; options: Options; words: string[] }
export type Command = (call: Call) => Promise<number>

/** The words of a command were off: exit code 2. */
export class UsageError extends Error {}

export const say = (sentence: string) => process.stderr.write(`${sentence}\n`)
export const print = (text: string) => process.stdout.write(`${text}\n`)

/** Waits until the process is told to stop. */
export const stopSignal = () =>
  new Promise<void>((resolve) => {
    process.once('SIGINT', () => resolve())
    process.once('SIGTERM', () => resolve())
  })

export function required(value: string | undefined, name: string): string {
  if (!value) throw new UsageError(`Please add ${name}. "concentric --help" shows how.`)
  return value
}
