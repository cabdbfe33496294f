import { TextDecoder } from 'node:util'
import { parse as parseAll } from 'csv-parse/sync'
import { parse } from 'csv-parse'
import type { KeptFile } from '../adapter.ts'
import { encodingByHead, encodingByLetters, type Encoding } from '../csv/encoding.ts'
import { isSecret } from '../csv/file-spec.ts'
import { headOf, isUtf8 } from '../csv/stage-file.ts'
import { decode } from '../csv/tolerant.ts'
import { headerRowOf, namesOf } from './header-row.ts'

export type Row = { row: number; cells: string[] }
/** A file as a table: unique headers, with the columns of secrets already left out of the headers and of every row. */
export type Table = {
  headers: string[]
  secrets: string[]
  /** The row of the file that holds the headers, counted from 1. */
  headerRow: number
  encoding: Encoding
  rows: () => AsyncGenerator<Row>
  /** Rows with more or fewer cells than the header, and those that could not be read, by the time `rows` has ended. */
  odd: { row: number; cells: number }[]
}

const delimiters = [',', ';', '\t', '|']
const options = { bom: true, relax_quotes: true, relax_column_count: true, skip_empty_lines: false } as const
const lookedAt = 30

const widths = (text: string, delimiter: string) => {
  try {
    return (parseAll(text, { ...options, delimiter, to: lookedAt }) as string[][]).map((row) => row.length)
  } catch {
    return []
  }
}

/** The sign between cells is the one that makes the widest rows of one width. */
export function delimiterOf(text: string): string {
  const weight = (delimiter: string) => {
    const all = widths(text, delimiter).filter((width) => width > 1)
    const most = Math.max(0, ...all)
    return most * all.filter((width) => width === most).length
  }
  return delimiters.map((each) => ({ each, of: weight(each) })).sort((a, b) => b.of - a.of)[0]!.each
}

async function encodingOf(file: KeptFile, head: Buffer) {
  const encoding = encodingByHead(head)
  return encoding === 'utf-8' && !(await isUtf8(file)) ? encodingByLetters(await headOf(file, 4_000_000)) : encoding
}

async function* records(file: KeptFile, encoding: Encoding, delimiter: string): AsyncGenerator<Row> {
  const parser = parse({ ...options, delimiter, info: true, skip_records_with_error: true, max_record_size: 1_000_000 })
  const source = await file.open()
  source.on('error', (error) => parser.destroy(error))
  source.pipe(decode(encoding)).pipe(parser)
  let row = 0
  for await (const { record } of parser as AsyncIterable<{ record: string[] }>) yield { row: ++row, cells: record }
}

const isBlank = (cells: readonly string[]) => cells.every((cell) => cell.trim() === '')

/** Opens a CSV file of whatever encoding and delimiter, with its headers wherever they stand. Nothing when it is no table. */
export async function openTable(file: KeptFile): Promise<Table | undefined> {
  const head = await headOf(file, 262_144)
  const encoding = await encodingOf(file, head)
  const text = new TextDecoder(encoding).decode(head)
  const delimiter = delimiterOf(text)
  const sample = parseAll(text, { ...options, delimiter, to: lookedAt, skip_records_with_error: true }) as string[][]
  const at = headerRowOf(sample)
  if (at === undefined) return undefined
  const names = namesOf(sample[at]!)
  const kept = names.flatMap((name, i) => (isSecret(name) ? [] : [i]))
  const odd: Table['odd'] = []
  async function* rows() {
    for await (const { row, cells } of records(file, encoding, delimiter)) {
      if (row <= at! + 1 || isBlank(cells)) continue
      const isOdd = cells.length < names.length || !isBlank(cells.slice(names.length))
      if (isOdd) odd.push({ row, cells: cells.length })
      else yield { row, cells: kept.map((i) => cells[i]!.trim()) }
    }
  }
  return {
    headers: kept.map((i) => names[i]!),
    secrets: names.filter(isSecret),
    headerRow: at + 1,
    encoding,
    rows,
    odd,
  }
}
