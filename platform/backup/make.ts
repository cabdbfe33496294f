import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { PassThrough, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import yazl from 'yazl'
import { contentsName, entryOf, type Contents, type TableContents } from './contents.ts'
import { copyOut, listTables, plainText, type Table } from './tables.ts'

type Report = (table: TableContents, place: number, of: number) => void

/**
 * Writes everything that the database keeps into one zip, as of one moment, while people go on working. The file appears under its
 * name only when it is whole, readable by its owner alone. Returns what stands in it. Memory stays flat.
 */
export async function makeBackup(ownerUrl: string, file: string, report: Report = () => {}): Promise<Contents> {
  const unfinished = `${file}.unfinished`
  try {
    const contents = await inSnapshot(ownerUrl, (client) => writeZip(client, unfinished, report))
    await rename(unfinished, file)
    return contents
  } catch (error) {
    await rm(unfinished, { force: true })
    throw error
  }
}

/** The tables of the database as a backup would describe them, without writing one. */
export const describeTables = (ownerUrl: string): Promise<TableContents[]> => inSnapshot(ownerUrl, readTables)

/** The same within a transaction of the caller's. */
export async function readTables(client: pg.Client): Promise<TableContents[]> {
  const found: TableContents[] = []
  for (const table of await listTables(client)) {
    const sink = new PassThrough().resume()
    found.push(await copyTable(client, table, sink))
  }
  return found
}

async function inSnapshot<T>(ownerUrl: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    await client.query('begin isolation level repeatable read read only')
    await client.query(plainText)
    const result = await work(client)
    await client.query('commit')
    return result
  } finally {
    await client.end()
  }
}

async function writeZip(client: pg.Client, file: string, report: Report): Promise<Contents> {
  const zip = new yazl.ZipFile()
  const written = pipeline(zip.outputStream, createWriteStream(file, { mode: 0o600 }))
  const failed = failure(written)
  failed.catch(() => {})
  const tables = await listTables(client)
  const found: TableContents[] = []
  for (const [i, table] of tables.entries()) {
    const entry = new PassThrough()
    zip.addReadStream(entry, entryOf(table.name))
    found.push(await Promise.race([copyTable(client, table, entry), failed]))
    report(found.at(-1)!, i + 1, tables.length)
  }
  const contents = { ...(await whereFrom(client)), tables: found }
  zip.addBuffer(Buffer.from(JSON.stringify(contents, null, 1)), contentsName)
  zip.end()
  await written
  return contents
}

// A full disk ends the writing, not the copying: whoever waits for the copy must hear of it.
async function failure(written: Promise<void>): Promise<never> {
  await written
  throw new Error('The file ended before the backup did.')
}

async function copyTable(client: pg.Client, table: Table, to: NodeJS.WritableStream): Promise<TableContents> {
  const hash = createHash('sha256')
  const copy = client.query(copyTo(copyOut(table)))
  const hashing = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk)
      done(null, chunk)
    },
  })
  await pipeline(copy, hashing, to)
  return { name: table.name, rows: copy.rowCount, sha256: hash.digest('hex') }
}

async function whereFrom(client: pg.Client): Promise<Omit<Contents, 'tables'>> {
  const { rows: migrations } = await client.query<{ file: string; digest: string }>(
    `select file, digest from public.migration where file like 'db/migrations/%' order by file collate "C"`,
  )
  const { rows } = await client.query('select current_setting($1) as server, now() as at', ['server_version'])
  return { format: 1, madeAt: new Date(rows[0].at).toISOString(), server: rows[0].server, migrations }
}
