import type pg from 'pg'
import type { Emit, FoundProblem, Report } from '../adapter.ts'
import { recordColumns, type RecordKind } from '../records.ts'
import { copyLines, csvLine, makeRecords } from './queries.ts'
import { snake, type Work } from './names.ts'

const batchRows = 4000
const problemColumns = ['file', 'row_number', 'column_name', 'value', 'rule', 'severity', 'message', 'params']

type Batch = { columns: string[]; lines: string[]; kind?: RecordKind }

/** Collects records and problems and copies them into staging batch by batch, so that memory stays flat. */
export function openEmit(client: pg.PoolClient, work: Work) {
  const waiting = new Map<string, Batch>()

  const flush = async (table: string) => {
    const batch = waiting.get(table)
    if (!batch?.lines.length) return
    waiting.set(table, { ...batch, lines: [] })
    if (batch.kind) await makeRecords(client, work, [batch.kind])
    await copyLines(client, work, table, batch.columns, batch.lines)
  }
  const add = async (table: string, begin: () => Omit<Batch, 'lines'>, values: (string | null | undefined)[]) => {
    let batch = waiting.get(table)
    if (!batch) waiting.set(table, (batch = { ...begin(), lines: [] }))
    batch.lines.push(csvLine(values))
    if (batch.lines.length >= batchRows) await flush(table)
  }

  const emit: Emit = (kind: RecordKind, record, at) => {
    const names = recordColumns[kind] as readonly string[]
    const stray = Object.keys(record).find((name) => !names.includes(name))
    if (stray) throw new Error(`A record of kind ${kind} has no column ${stray}.`)
    return add(snake(kind), () => ({ columns: ['file', 'row_number', 'is_deleted', ...names.map(snake)], kind }), [
      at.file,
      String(at.row),
      at.isDeleted ? 't' : 'f',
      ...names.map((name) => record[name]?.trim()),
    ])
  }
  const report: Report = (problem: FoundProblem) =>
    add('problem', () => ({ columns: problemColumns }), [
      problem.file,
      problem.row == null ? null : String(problem.row),
      problem.column,
      problem.value?.slice(0, 200),
      problem.rule,
      problem.severity,
      problem.message,
      JSON.stringify(problem.params ?? {}),
    ])
  const finish = async () => {
    for (const table of waiting.keys()) await flush(table)
  }
  return { emit, report, finish }
}
