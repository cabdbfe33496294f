import { createHash, randomUUID } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { contentKind, type ContentKind } from './content-kind.ts'
import { limits } from './limits.ts'
import { asRefusal, refusals } from './refusals.ts'
import { unpack } from './zip.ts'

/** A file as it is sent: its name, and its bytes once. */
export type Upload = { name: string; open: () => Promise<Readable> }
export type Kept = { name: string; kind: ContentKind; sha256: string; bytes: number; lines: number }
type Keeping = { folder: string; kept: Map<string, Kept>; total: number }

/** Every file that a path means: itself, or all that is in the folder. Hidden files are left alone. */
export async function uploadsAt(paths: readonly string[]): Promise<Upload[]> {
  const found = await Promise.all(
    paths.map(async (each) => {
      if (!(await stat(each)).isDirectory()) return [each]
      const inside = await readdir(each, { recursive: true, withFileTypes: true })
      return inside.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name))
    }),
  )
  return found.flat().map((file) => ({ name: path.basename(file), open: async () => createReadStream(file) }))
}

const isHidden = (name: string) => /(^|\/)(\.(?!\.?\/)|__MACOSX)/.test(name)
const baseName = (name: string) => path.posix.basename(name.replaceAll('\\', '/')).slice(-limits.nameLength)

function measure(keeping: Keeping) {
  const hash = createHash('sha256')
  const seen = { bytes: 0, lines: 0, head: Buffer.alloc(0) }
  const through = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk)
      seen.bytes += chunk.length
      keeping.total += chunk.length
      if (seen.head.length < 4096) seen.head = Buffer.concat([seen.head, chunk.subarray(0, 4096)])
      for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) seen.lines++
      done(keeping.total > limits.totalBytes ? refusals.tooLarge() : null, chunk)
    },
  })
  return { through, seen, digest: () => hash.digest('hex') }
}

async function keepOne(keeping: Keeping, upload: Upload, isInZip: boolean) {
  const name = baseName(upload.name)
  if (isHidden(upload.name)) return
  const file = path.join(keeping.folder, `new-${randomUUID()}`)
  const { through, seen, digest } = measure(keeping)
  await pipeline(await upload.open(), through, createWriteStream(file, { mode: 0o600 }))
  const kind = contentKind(name, seen.head)
  if (kind === 'zip') {
    if (isInZip) throw refusals.zipInZip(name)
    await unpack(file, name, (inside) => keepOne(keeping, inside, true))
    return rm(file)
  }
  return settle(keeping, file, { name, kind, sha256: digest(), bytes: seen.bytes, lines: seen.lines })
}

async function settle(keeping: Keeping, file: string, found: Kept) {
  const before = keeping.kept.get(found.name)
  if (before?.sha256 === found.sha256) return rm(file)
  // Two tables of one name cannot both be the truth; interchange files of two schools, or a README in each folder, can.
  if (before && found.kind === 'csv') throw refusals.twice(found.name)
  if (keeping.kept.size >= limits.files) throw refusals.tooMany()
  const kept = before ? { ...found, name: freeName(keeping, found.name) } : found
  keeping.kept.set(kept.name, kept)
  await rename(file, path.join(keeping.folder, kept.name))
}

function freeName(keeping: Keeping, name: string) {
  const { name: stem, ext } = path.posix.parse(name)
  for (let number = 2; ; number++) {
    const free = `${stem} (${number})${ext}`
    if (!keeping.kept.has(free)) return free
  }
}

/** Puts the files, unpacked, into a folder of their own; leaves nothing behind when one of them is refused. */
export async function keepFiles(
  dataDir: string,
  uploads: Iterable<Upload> | AsyncIterable<Upload>,
): Promise<{ folder: string; files: Kept[] }> {
  const folder = path.join(dataDir, 'imports', `incoming-${randomUUID()}`)
  const keeping: Keeping = { folder, kept: new Map(), total: 0 }
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    for await (const upload of uploads) await keepOne(keeping, upload, false)
    if (!keeping.kept.size) throw refusals.nothing()
    return { folder, files: [...keeping.kept.values()].sort((a, b) => a.name.localeCompare(b.name)) }
  } catch (error) {
    await rm(folder, { recursive: true, force: true })
    throw asRefusal(error)
  }
}

export const keptFolder = (dataDir: string, importId: string) => path.join(dataDir, 'imports', importId)

/** The hash of a kept file as it is on the disk now. */
export async function hashOf(file: string) {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer)
  return hash.digest('hex')
}
