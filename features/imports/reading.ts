import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import path from 'node:path'
import type { ImportDoor } from '#platform/import-door.ts'
import type { Adapter, CsvAdapter, KeptFile, ReadingContext } from './adapter.ts'
import { ownCsv } from './csv/adapter.ts'
import { encodingByHead } from './csv/encoding.ts'
import type { CsvContext } from './csv/stage-file.ts'
import { edFi } from './edfi/read.ts'
import { whyNotRead, type ContentKind } from './files/content-kind.ts'
import { refusals } from './files/refusals.ts'
import { isOtherTable } from './mapped/other-table.ts'
import { settleMapping, type Asked, type Settled } from './mapped/settle.ts'
import { stageMapped } from './mapped/stage.ts'
import { wholeKinds } from './mapped/mapping.ts'
import { sheetsOf } from './mapped/workbook.ts'
import { oneRoster } from './oneroster/adapter.ts'
import type { ImportRow } from './queries.ts'
import { snake, type Work } from './staging/names.ts'
import { openEmit } from './staging/emit.ts'
import { addWhole, createStaging } from './staging/queries.ts'

const csvAdapters: CsvAdapter[] = [oneRoster, ownCsv]
const streamAdapters: Adapter[] = [edFi]

/** What was read; or, of files whose columns nobody has explained, how they look and what is proposed. */
export type Read = { formats: string[]; derive: string[]; look?: Asked }

const headSize = 4096

async function headOf(file: string) {
  const handle = await open(file).catch(() => Promise.reject(refusals.gone()))
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(headSize), 0, headSize, 0)
    const head = buffer.subarray(0, bytesRead)
    return new TextDecoder(encodingByHead(head)).decode(head)
  } finally {
    await handle.close()
  }
}

type Found = KeptFile & { kind: ContentKind; head: string; path: string }
type Emitting = ReturnType<typeof openEmit>
type Progress = { add: (rows: number) => void }

const keptFiles = (folder: string, files: ImportRow['files']): Promise<Found[]> =>
  Promise.all(
    files.map(async ({ name, bytes, kind }) => {
      const file = path.join(folder, name)
      return {
        name,
        bytes,
        path: file,
        kind: kind as ContentKind,
        head: await headOf(file),
        open: async () => createReadStream(file),
      }
    }),
  )

/** Which adapter reads which file: the first that knows it. Tables that only have the names of a standard are left to a mapping. */
function share(found: readonly Found[]) {
  const shares = new Map<Adapter | CsvAdapter, Found[]>()
  const left: Found[] = []
  const isOther = isOtherTable(found)
  for (const file of found) {
    const isText = ['csv', 'xml', 'json'].includes(file.kind)
    const candidates = file.kind === 'csv' ? csvAdapters.filter(() => !isOther(file)) : streamAdapters
    const adapter = isText ? candidates.find((each) => each.recognizes(file.name, file.head)) : undefined
    if (adapter) shares.set(adapter, [...(shares.get(adapter) ?? []), file])
    else left.push(file)
  }
  return { shares, left }
}

const isXlsx = ({ kind, name }: Found) => kind === 'spreadsheet' && /\.xlsx$/i.test(name)

/** Tables that no standard describes: by themselves they wait for a mapping; beside files of a standard they are named and left. */
async function mapLeft({ shares, left }: ReturnType<typeof share>, mapping: ImportRow['mapping'], onRows: () => void) {
  const tables = left.filter((file) => file.kind === 'csv' || isXlsx(file))
  if (shares.size > 0 || tables.length === 0) return undefined
  const files: KeptFile[] = []
  for (const file of tables) files.push(...(isXlsx(file) ? await sheetsOf(file.path, file.name) : [file]))
  const settled = await settleMapping(files, mapping, onRows)
  return settled && { files, tables, settled }
}

async function tellLeft(left: readonly Found[], { report }: Emitting) {
  for (const { name, kind } of left) {
    const severity = ['csv', 'xml', 'json', 'other'].includes(kind) ? 'note' : 'error'
    await report({
      file: name,
      rule: 'not_read',
      severity,
      message: whyNotRead[kind],
      params: { context: kind === 'other' ? 'unknown' : kind },
    })
  }
}

async function readShares(shares: ReturnType<typeof share>['shares'], context: CsvContext & ReadingContext) {
  const read: Read = { formats: [], derive: [] }
  for (const [adapter, shared] of shares) {
    const { whole, ...more } = await adapter.read(shared, { ...context, needsEveryRow: shares.has(edFi) })
    await addWhole(context.client, context.work, whole.map(snake))
    read.formats.push(adapter.format)
    if ('derive' in more) read.derive.push(...(more.derive as string[]))
  }
  return read
}

async function readMapped(context: CsvContext, files: readonly KeptFile[], { mapping, look }: Settled): Promise<Read> {
  await stageMapped(context, files, mapping)
  await addWhole(context.client, context.work, wholeKinds(mapping).map(snake))
  return { formats: ['mapped'], derive: ['mapped/records.sql'], look }
}

/**
 * Reads all files of an import into staging. Two connections: one takes the bytes, the other what is found out on the way, which is
 * kept also when a damaged file ends the reading. Files that wait for a mapping are only looked at.
 */
export async function readIntoStaging(
  door: ImportDoor,
  work: Work,
  folder: string,
  { files, ownCodes, mapping }: Pick<ImportRow, 'files' | 'ownCodes' | 'mapping'>,
  progress: Progress,
): Promise<Read> {
  const shared = share(await keptFiles(folder, files))
  return door.staging((client) =>
    door.staging(async (second) => {
      await createStaging(client, work)
      const emitting = openEmit(second, work)
      const context = { client, work, report: emitting.report, emit: emitting.emit, progress: progress.add, ownCodes }
      try {
        const mapped = await mapLeft(shared, mapping, () => progress.add(1))
        const left = shared.left.filter((file) => !mapped?.tables.includes(file))
        await tellLeft(left, emitting)
        if (mapped)
          return 'mapping' in mapped.settled
            ? await readMapped(context, mapped.files, mapped.settled)
            : { formats: [], derive: [], look: mapped.settled.look }
        if (!shared.shares.size) throw refusals.unreadable()
        return await readShares(shared.shares, context)
      } finally {
        await emitting.finish()
      }
    }),
  )
}
