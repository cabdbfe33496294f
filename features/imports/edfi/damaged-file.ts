import { Problem } from '#platform/problems.ts'

/** A file that cannot be read to its end, so that nothing of the import may be applied. */
export class DamagedFile extends Problem {
  readonly file: string
  readonly rule: string
  readonly line: number | null
  constructor(file: string, rule: string, line: number | null, sentence: string) {
    super(400, rule, `${file}${line ? `, line ${line}` : ''}: ${sentence}`)
    this.file = file
    this.rule = rule
    this.line = line
  }
}
