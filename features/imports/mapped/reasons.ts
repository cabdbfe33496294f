/** Why something is proposed, or why a column is not used: a key of the words, and what stands in its sentence. */
export type Reason = { about: string; code: ReasonCode; isSure: boolean; with: Record<string, string> }
export const reasonCodes = [
  'kind',
  'kindUnsure',
  'kindNone',
  'name',
  'nameLike',
  'values',
  'refersTo',
  'roleByFile',
  'roleByName',
  'days',
  'daysEitherWay',
  'daysMonthOnly',
  'valueUnknown',
  'bestMark',
  'below',
  'missing',
  'unusedEmpty',
  'unusedTotal',
  'unusedTaken',
  'unusedPart',
  'unused',
] as const
export type ReasonCode = (typeof reasonCodes)[number]

export const reason = (about: string, code: ReasonCode, isSure = true, words: Record<string, string> = {}): Reason => ({
  about,
  code,
  isSure,
  with: words,
})
