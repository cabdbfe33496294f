import type { FoundProblem } from '../adapter.ts'

type Note = Omit<FoundProblem, 'file'>

const records = (count: number) => (count === 1 ? '1 record' : `${count} records`)

/** What is told once for a file with a count, rather than row by row. */
export class Tally {
  private readonly counts = new Map<string, { name: string; rule: string; sentence: string; count: number }>()

  private add(name: string, rule: string, sentence: string) {
    const key = `${name} ${rule}`
    const known = this.counts.get(key) ?? { name, rule, sentence, count: 0 }
    this.counts.set(key, { ...known, count: known.count + 1 })
  }

  notRead(name: string) {
    this.add(name, 'not_read', 'not read')
  }

  leftOut(name: string, rule: string, sentence: string) {
    this.add(name, rule, sentence)
  }

  notes(): Note[] {
    return [...this.counts.values()].map(({ name, rule, sentence, count }) => {
      const message = `${name}: ${records(count)} ${sentence}.`
      return {
        row: null,
        column: null,
        value: name,
        rule,
        severity: 'note',
        message,
        params: { name, count, context: 'records' },
      }
    })
  }
}
