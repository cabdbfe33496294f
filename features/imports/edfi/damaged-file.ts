import { Problem } from '#platform/problems.ts'
import type { SentenceParams } from '../adapter.ts'

/** A file that cannot be read to its end, so that nothing of the import may be applied. */
export class DamagedFile extends Problem {
  readonly file: string
  readonly rule: string
  readonly line: number | null
  readonly params: SentenceParams
  constructor(file: string, rule: string, line: number | null, sentence: string, params: SentenceParams = {}) {
    super(400, rule, `${file}${line ? `, line ${line}` : ''}: ${sentence}`)
    this.file = file
    this.rule = rule
    this.line = line
    this.params = { ...params, file, line: line ?? '' }
  }
}
