import { readFileSync } from 'node:fs'
import type { Fault } from './mapping.ts'
import type { Reason } from './reasons.ts'

type Sentences = {
  reason: Record<string, string>
  fault: Record<string, string>
  kind: Record<string, string>
  field: Record<string, string>
}
let known: Sentences | undefined
/** The sentences of the page, in English, for the command line. */
const sentences = (): Sentences =>
  (known ??= JSON.parse(readFileSync(new URL('../../../web/words/en.json', import.meta.url), 'utf8')).mapping)

const fill = (sentence: string, words: Record<string, string>) =>
  sentence.replace(/\{\{(\w+)\}\}/g, (_, name: string) => words[name] ?? '')

export function sentenceOfReason({ code, with: words }: Reason): string {
  const { reason, kind, field } = sentences()
  const named = { ...words, kind: kind[words.kind ?? ''] ?? '', field: field[words.field ?? ''] ?? words.field ?? '' }
  return fill(reason[code] ?? code, named)
}

export const sentenceOfFault = ({ file, about, code }: Fault): string =>
  `${file}: ${about}: ${sentences().fault[code] ?? code}`
