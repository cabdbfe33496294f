export type Found = {
  /** Whether the source's owner lets its files apply themselves. */
  appliesItself: boolean
  state: string
  errors: number
  questions: number
}
export type WaitsFor = 'steward' | 'errors' | 'questions'

/**
 * Whether the checked files of a watched folder are applied without anybody looking: only if the source says so, every row could be
 * read, and nothing is asked. That too many rows would be withdrawn is a question. Otherwise answers with what they wait for.
 */
export function waitsFor({ appliesItself, state, errors, questions }: Found): WaitsFor | null {
  if (state !== 'checked' || questions > 0) return 'questions'
  if (errors > 0) return 'errors'
  return appliesItself ? null : 'steward'
}
