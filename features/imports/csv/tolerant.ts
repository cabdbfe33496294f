import { once } from 'node:events'
import { Transform, type Writable } from 'node:stream'
import { TextDecoder } from 'node:util'
import { parse, type CsvError } from 'csv-parse'
import type { KeptFile, Report } from '../adapter.ts'
import { csvLine } from '../staging/queries.ts'
import type { Encoding } from './encoding.ts'
import type { Header } from './header.ts'

export type Reading = { file: KeptFile; header: Header; encoding: Encoding; delimiter: string; report: Report }
type Outcome = { rows: number; broken: number }

const largestRecord = 1_000_000

export function decode(encoding: Encoding) {
  const decoder = new TextDecoder(encoding)
  return new Transform({
    transform: (chunk: Buffer, _encoding, done) => done(null, decoder.decode(chunk, { stream: true })),
    flush: (done) => done(null, decoder.decode()),
  })
}

const sentences: Record<string, string> = {
  CSV_QUOTE_NOT_CLOSED:
    'A quotation mark opens here and is never closed, so the file was not read from this row on. Close it and send the file again.',
  CSV_MAX_RECORD_SIZE:
    'A quotation mark opens here and is not closed for a very long way, so these lines were not read. Close it and send the file again.',
}
const contexts: Record<string, string> = { CSV_QUOTE_NOT_CLOSED: 'open', CSV_MAX_RECORD_SIZE: 'long' }
const strayQuote =
  'There is a quotation mark where none can be, so this row was not read. Put the value in quotation marks and double those inside it.'
const cellCount = (has: number, wants: number) =>
  `This row has ${has} cells where the header has ${wants}, so it was not read. A comma inside a value needs quotation marks around the value.`

/** Reads what COPY refuses, row by row: each bad row is named, and the rest goes on. Secrets never get past this point. */
export async function copyTolerantly(reading: Reading, target: Writable): Promise<Outcome> {
  const { file, header, report } = reading
  const outcome = { rows: 0, broken: 0 }
  const skipped: CsvError[] = []
  const parser = parse({
    bom: true,
    delimiter: reading.delimiter,
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    max_record_size: largestRecord,
    on_skip: (error) => void (error && skipped.push(error)),
  })
  const source = await file.open()
  source.on('error', (error) => parser.destroy(error))
  source.pipe(decode(reading.encoding)).pipe(parser)
  let refused = 0
  const tellSkipped = async () => {
    for (const error of skipped.splice(0)) {
      refused++
      outcome.broken++
      await report({
        file: file.name,
        row: Number(error.lines) || null,
        rule: 'broken_row',
        severity: 'error',
        message: sentences[error.code] ?? strayQuote,
        params: contexts[error.code] ? { context: contexts[error.code]! } : {},
      })
    }
  }
  for await (const { record, info } of parser as AsyncIterable<{
    record: string[]
    info: { records: number; empty_lines: number }
  }>) {
    await tellSkipped()
    const row = info.records + info.empty_lines + refused
    if (row === 1 || (outcome.rows === 0 && info.records === 1)) continue
    const extra = record.slice(header.cells.length).some((value) => value !== '')
    if (record.length < header.cells.length || extra) {
      outcome.broken++
      await report({
        file: file.name,
        row,
        rule: 'cell_count',
        severity: 'error',
        message: cellCount(record.length, header.cells.length),
        params: { has: record.length, wants: header.cells.length },
      })
      continue
    }
    outcome.rows++
    const wanted = record.filter((_, i) => header.cells[i])
    if (!target.write(csvLine([String(row), ...wanted]))) await once(target, 'drain')
  }
  await tellSkipped()
  return outcome
}
