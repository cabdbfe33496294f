import { once } from 'node:events'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { TextDecoder } from 'node:util'
import type pg from 'pg'
import { parse } from 'csv-parse/sync'
import type { KeptFile, Report } from '../adapter.ts'
import type { OwnCode } from '../edfi/own-codes.ts'
import { createRawTable, openCsvCopy } from '../staging/queries.ts'
import type { Work } from '../staging/names.ts'
import { encodingByHead, encodingByLetters, encodingNames, type Encoding } from './encoding.ts'
import type { FileSpec } from './file-spec.ts'
import { matchHeader, type Header } from './header.ts'
import type { PresentRows } from './present-rows.ts'
import { Stray, watchQuotes } from './quote-watch.ts'
import { copyTolerantly } from './tolerant.ts'

export type CsvContext = {
  client: pg.PoolClient
  work: Work
  report: Report
  progress: (rows: number) => void
  ownCodes?: readonly OwnCode[]
  /** Also rows that say nothing but "present" must be there one by one, because other files of the set are laid over them. */
  needsEveryRow?: boolean
}
/** What became of a file: how many rows stand in its raw table, and how many could not be read at all. */
export type Staged = { rows: number; broken: number; isReadable: boolean; present?: PresentRows | undefined }
/** What stands between the bytes of a file and COPY, taking some rows out. */
type Sieve = (header: Header) => PresentRows

/** The first bytes of a file. */
export async function headOf(file: KeptFile, size: number) {
  const chunks: Buffer[] = []
  let length = 0
  const stream = await file.open()
  for await (const chunk of stream) {
    chunks.push(chunk as Buffer)
    if ((length += (chunk as Buffer).length) >= size) break
  }
  stream.destroy()
  return Buffer.concat(chunks).subarray(0, size)
}

type Look = { head: Buffer; encoding: Encoding; text: string; delimiter: string; names: string[]; isPlain: boolean }

function look(head: Buffer): Look {
  const encoding = encodingByHead(head)
  const text = new TextDecoder(encoding).decode(head)
  const firstLine = text.split(/[\r\n]/, 1)[0]!
  const delimiter = [',', ';', '\t'].find((each) => firstLine.includes(each)) ?? ','
  const isCarriageReturn = text.includes('\r') && !text.includes('\n')
  let names: string[]
  try {
    const [record] = parse(text.slice(0, 60_000), {
      to: 1,
      delimiter,
      relax_quotes: true,
      relax_column_count: true,
      bom: true,
    }) as string[][]
    names = record ?? []
  } catch {
    names = firstLine.split(delimiter)
  }
  return {
    head,
    encoding,
    text,
    delimiter,
    names,
    isPlain: encoding === 'utf-8' && delimiter === ',' && !isCarriageReturn,
  }
}

function dropBom() {
  let isFirst = true
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      const hasBom = isFirst && chunk[0] === 0xef && chunk[1] === 0xbb && chunk[2] === 0xbf
      isFirst = false
      done(null, hasBom ? chunk.subarray(3) : chunk)
    },
  })
}

const structureErrors = new Set(['22P04', '22021', '22P05', '22000'])
const isAboutStructure = (error: unknown) =>
  error instanceof Stray || structureErrors.has((error as { code?: string }).code ?? '')

/** The bytes as they are, into COPY. False when their structure is not one that COPY understands without a doubt. */
async function copyBytes(context: CsvContext, spec: FileSpec, file: KeptFile, header: Header, sieve?: Sieve) {
  const columns = header.cells.map((cell, i) => cell ?? `unread_${i}`)
  const present = sieve?.(header)
  const named = present ? ['row_number', ...columns] : columns
  const target = openCsvCopy(context.client, context.work, spec.table, named, !present)
  let seen = 0
  const watch = watchQuotes((lines) => context.progress((seen += lines) && lines))
  const through = [dropBom(), watch.stream, ...(present ? [present.stream] : [])]
  try {
    await pipeline([await file.open(), ...through, target])
  } catch (error) {
    if (!isAboutStructure(error)) throw error
    context.progress(-seen)
    return false
  }
  const rows = (target.rowCount ?? 0) + (present?.taken() ?? 0)
  if (rows === watch.rowsExpected()) return { rows, present }
  context.progress(-seen)
  return false
}

async function copyRows(
  context: CsvContext,
  spec: FileSpec,
  file: KeptFile,
  header: Header,
  seen: Look,
): Promise<Staged> {
  let { encoding } = seen
  if (encoding === 'utf-8' && !(await isUtf8(file))) encoding = encodingByLetters(await headOf(file, 4_000_000))
  if (encoding !== 'utf-8')
    await context.report({
      file: file.name,
      rule: 'encoding',
      severity: 'note',
      message: `This file is not in UTF-8 but in what looks like ${encodingNames[encoding]}, and was read so. Please check a name with an accent.`,
      params: { encoding: encodingNames[encoding] },
    })
  const columns = ['row_number', ...header.cells.filter((cell) => cell !== null)]
  const target = openCsvCopy(context.client, context.work, spec.table, columns, false)
  const finished = once(target, 'finish')
  finished.catch(() => {})
  try {
    const outcome = await copyTolerantly(
      { file, header, encoding, delimiter: seen.delimiter, report: context.report },
      target,
    )
    target.end()
    await finished
    context.progress(outcome.rows + outcome.broken)
    return { ...outcome, isReadable: true }
  } catch (error) {
    target.destroy(error as Error)
    throw error
  }
}

export async function isUtf8(file: KeptFile) {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  try {
    for await (const chunk of await file.open()) decoder.decode(chunk as Buffer, { stream: true })
    decoder.decode()
    return true
  } catch {
    return false
  }
}

/** Brings one CSV file into its raw table, cell by cell as text. What is wrong with its structure is reported, the rest is there. */
export async function stageCsvFile(
  context: CsvContext,
  spec: FileSpec,
  file: KeptFile,
  sieve?: Sieve,
): Promise<Staged> {
  const seen = look(await headOf(file, 65_536))
  const { header, problems } = matchHeader({ ...spec, file: file.name }, seen.names)
  const extra = header.cells.flatMap((cell, i) => (cell === null ? [`unread_${i}`] : []))
  await createRawTable(context.client, context.work, spec.table, [
    ...spec.columns.map((column) => column.name),
    ...extra,
  ])
  if (!seen.text.trim()) {
    await context.report({
      file: file.name,
      rule: 'empty_file',
      severity: 'error',
      message: 'This file is empty. Nothing was read from it, and nothing is withdrawn because of it.',
    })
    return { rows: 0, broken: 0, isReadable: false }
  }
  for (const problem of problems) await context.report(problem)
  if (!header.isReadable) return { rows: 0, broken: 0, isReadable: false }
  const copied = seen.isPlain && !header.hasSecret ? await copyBytes(context, spec, file, header, sieve) : false
  if (copied) return { ...copied, broken: 0, isReadable: true }
  await createRawTable(
    context.client,
    context.work,
    spec.table,
    spec.columns.map((column) => column.name),
  )
  return copyRows(context, spec, file, header, seen)
}
