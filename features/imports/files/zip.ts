import type { Readable } from 'node:stream'
import { Transform } from 'node:stream'
import yauzl from 'yauzl'
import { Problem } from '#platform/problems.ts'
import type { Upload } from './keep.ts'
import { limits } from './limits.ts'
import { refusals } from './refusals.ts'

const open = (file: string) =>
  new Promise<yauzl.ZipFile>((resolve, reject) =>
    yauzl.open(file, { lazyEntries: true, autoClose: true, validateEntrySizes: true }, (error, zip) =>
      error ? reject(error) : resolve(zip),
    ),
  )

const openEntry = (zip: yauzl.ZipFile, entry: yauzl.Entry) =>
  new Promise<Readable>((resolve, reject) =>
    zip.openReadStream(entry, (error, stream) => (error ? reject(error) : resolve(stream))),
  )

/** Ends the reading once an entry has grown past what its weight in the zip allows, whatever its directory claims. */
function watchRatio(zipName: string, weight: number) {
  let bytes = 0
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length
      const isBomb = bytes > limits.ratioCountsFrom && bytes > weight * limits.ratio
      done(isBomb ? refusals.zipBomb(zipName) : null, chunk)
    },
  })
}

function entryUpload(zip: yauzl.ZipFile, zipName: string, entry: yauzl.Entry): Upload {
  const openWatched = async () => {
    const source = await openEntry(zip, entry)
    const watched = watchRatio(zipName, entry.compressedSize)
    source.on('error', (error) => watched.destroy(error))
    return source.pipe(watched)
  }
  return { name: entry.fileName, open: openWatched }
}

function refuseEntry(zipName: string, entry: yauzl.Entry, count: number) {
  if (count > limits.files) return refusals.tooMany()
  if (entry.generalPurposeBitFlag & 1) return refusals.encryptedZip(zipName)
  const isBomb =
    entry.uncompressedSize > limits.ratioCountsFrom && entry.uncompressedSize > entry.compressedSize * limits.ratio
  return isBomb ? refusals.zipBomb(zipName) : undefined
}

/** Hands over the files of a zip one after the other. Folders inside it do not matter. */
export async function unpack(file: string, zipName: string, keep: (inside: Upload) => Promise<unknown>) {
  const damaged = (error: unknown) =>
    error instanceof Problem || ['ENOSPC', 'EDQUOT'].includes((error as { code?: string }).code ?? '')
      ? error
      : refusals.damagedZip(zipName)
  const zip = await open(file).catch((error) => Promise.reject(damaged(error)))
  let count = 0
  await new Promise<void>((resolve, reject) => {
    zip.on('error', reject).on('end', () => (count ? resolve() : reject(refusals.emptyZip(zipName))))
    zip.on('entry', (entry: yauzl.Entry) => {
      const refused = refuseEntry(zipName, entry, ++count)
      if (refused) return reject(refused)
      if (entry.fileName.endsWith('/')) return zip.readEntry()
      keep(entryUpload(zip, zipName, entry)).then(() => zip.readEntry(), reject)
    })
    zip.readEntry()
  }).catch((error) => {
    zip.close()
    throw damaged(error)
  })
}
