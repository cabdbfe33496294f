import { createHash } from 'node:crypto'
import { Transform, Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import yauzl from 'yauzl'
import { Problem } from '../problems.ts'
import { contentsName, differences, entryOf, type Contents, type TableContents } from './contents.ts'

/** An open backup: what it says of itself, and the bytes of each table. */
export type Backup = {
  contents: Contents
  /** Sends the table's bytes and says what came: PostgreSQL's rows are counted by line ends, one a row. */
  send: (table: string, to: NodeJS.WritableStream) => Promise<TableContents>
  close: () => void
}

const unreadable = (file: string, why: string) =>
  new Problem(400, 'backup_unreadable', `${file} is no backup that can be read: ${why}. Take another one.`)

/** Opens the file, or says in a sentence what is wrong with it. */
export async function openBackup(file: string): Promise<Backup> {
  const zip = await openZip(file)
  try {
    const entries = await listEntries(zip)
    const named = entries.get(contentsName)
    if (!named) throw unreadable(file, 'it does not say what it holds')
    const contents = JSON.parse(await textOf(zip, named)) as Contents
    if (contents.format !== 1) throw unreadable(file, 'a newer program made it')
    const send = async (table: string, to: NodeJS.WritableStream) => {
      const entry = entries.get(entryOf(table))
      if (!entry) throw unreadable(file, `${table} is missing in it`)
      return sendCounted(await streamOf(zip, entry), table, to)
    }
    return { contents, send, close: () => zip.close() }
  } catch (error) {
    zip.close()
    if (error instanceof Problem) throw error
    throw unreadable(file, 'it is damaged')
  }
}

/** Reads the whole file and compares every table with what the backup says of it. Returns the sentences of what is wrong. */
export async function verifyBackup(file: string): Promise<string[]> {
  try {
    const backup = await openBackup(file)
    try {
      const found: TableContents[] = []
      for (const { name } of backup.contents.tables) found.push(await backup.send(name, nowhere()))
      return differences(backup.contents.tables, found)
    } finally {
      backup.close()
    }
  } catch (error) {
    return [error instanceof Problem ? error.message : unreadable(file, 'it is damaged').message]
  }
}

const nowhere = () => new Writable({ write: (_chunk, _encoding, done) => done() })

const openZip = (file: string) =>
  new Promise<yauzl.ZipFile>((resolve, reject) =>
    yauzl.open(file, { autoClose: false, lazyEntries: true }, (error, zip) =>
      error ? reject(unreadable(file, 'it is missing, cut short or no zip')) : resolve(zip),
    ),
  )

const listEntries = (zip: yauzl.ZipFile) =>
  new Promise<Map<string, yauzl.Entry>>((resolve, reject) => {
    const entries = new Map<string, yauzl.Entry>()
    zip.on('entry', (entry: yauzl.Entry) => {
      entries.set(entry.fileName, entry)
      zip.readEntry()
    })
    zip.on('end', () => resolve(entries))
    zip.on('error', reject)
    zip.readEntry()
  })

const streamOf = (zip: yauzl.ZipFile, entry: yauzl.Entry) =>
  new Promise<NodeJS.ReadableStream>((resolve, reject) =>
    zip.openReadStream(entry, (error, stream) => (error ? reject(error) : resolve(stream))),
  )

async function textOf(zip: yauzl.ZipFile, entry: yauzl.Entry) {
  const chunks: Buffer[] = []
  for await (const chunk of await streamOf(zip, entry)) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('utf8')
}

async function sendCounted(from: NodeJS.ReadableStream, name: string, to: NodeJS.WritableStream) {
  const hash = createHash('sha256')
  let rows = 0
  const counting = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk)
      for (const byte of chunk) if (byte === 10) rows++
      done(null, chunk)
    },
  })
  await pipeline(from, counting, to)
  return { name, rows, sha256: hash.digest('hex') }
}
