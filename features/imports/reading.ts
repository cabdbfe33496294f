import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import path from 'node:path'
import type { ImportDoor } from '#platform/import-door.ts'
import type { Adapter, CsvAdapter, KeptFile, ReadingContext } from './adapter.ts'
import { ownCsv } from './csv/adapter.ts'
import type { CsvContext } from './csv/stage-file.ts'
import { edFi } from './edfi/read.ts'
import { whyNotRead, type ContentKind } from './files/content-kind.ts'
import { refusals } from './files/refusals.ts'
import { oneRoster } from './oneroster/adapter.ts'
import type { ImportRow } from './queries.ts'
import { snake, type Work } from './staging/names.ts'
import { openEmit } from './staging/emit.ts'
import { addWhole, createStaging } from './staging/queries.ts'

const csvAdapters: CsvAdapter[] = [oneRoster, ownCsv]
const streamAdapters: Adapter[] = [edFi]

export type Read = { formats: string[]; derive: string[] }

const headSize = 4096

async function headOf(file: string) {
  const handle = await open(file).catch(() => Promise.reject(refusals.gone()))
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(headSize), 0, headSize, 0)
    return buffer.subarray(0, bytesRead).toString('utf8')
  } finally {
    await handle.close()
  }
}

type Found = KeptFile & { kind: ContentKind; head: string }
type Emitting = ReturnType<typeof openEmit>
type Progress = { add: (rows: number) => void }

const keptFiles = (folder: string, files: ImportRow['files']): Promise<Found[]> =>
  Promise.all(
    files.map(async ({ name, bytes, kind }) => {
      const file = path.join(folder, name)
      return {
        name,
        bytes,
        kind: kind as ContentKind,
        head: await headOf(file),
        open: async () => createReadStream(file),
      }
    }),
  )

/** Which adapter reads which file: the first that knows it. */
function share(found: readonly Found[]) {
  const shares = new Map<Adapter | CsvAdapter, Found[]>()
  const left: Found[] = []
  for (const file of found) {
    const isText = ['csv', 'xml', 'json'].includes(file.kind)
    const candidates = file.kind === 'csv' ? csvAdapters : streamAdapters
    const adapter = isText ? candidates.find((each) => each.recognizes(file.name, file.head)) : undefined
    if (adapter) shares.set(adapter, [...(shares.get(adapter) ?? []), file])
    else left.push(file)
  }
  return { shares, left }
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
    const { whole, ...more } = await adapter.read(shared, context)
    await addWhole(context.client, context.work, whole.map(snake))
    read.formats.push(adapter.format)
    if ('derive' in more) read.derive.push(...(more.derive as string[]))
  }
  return read
}

/**
 * Reads all files of an import into staging. Two connections: one takes the bytes, the other what is found out on the way, which is
 * kept also when a damaged file ends the reading.
 */
export async function readIntoStaging(
  door: ImportDoor,
  work: Work,
  folder: string,
  { files, ownCodes }: Pick<ImportRow, 'files' | 'ownCodes'>,
  progress: Progress,
): Promise<Read> {
  const found = await keptFiles(folder, files)
  const { shares, left } = share(found)
  return door.staging((client) =>
    door.staging(async (second) => {
      await createStaging(client, work)
      const emitting = openEmit(second, work)
      const { report, emit } = emitting
      try {
        await tellLeft(left, emitting)
        if (!shares.size) throw refusals.unreadable()
        return await readShares(shares, { client, work, report, emit, progress: progress.add, ownCodes })
      } finally {
        await emitting.finish()
      }
    }),
  )
}
