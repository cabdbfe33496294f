import pg from 'pg'
import type { Tx } from './database.ts'
import { problems } from './problems.ts'

/** Whom the importer works for, as the database says it. */
export type EnteredImport = { communityId: string; districtId: string; today: string }

const txOf =
  (client: pg.PoolClient): Tx =>
  async <Row>({ text, values }: { text: string; values: unknown[] }) =>
    (await client.query(text, values)).rows as Row[]

/** Files are read for as long as they take; only people's requests have a limit. */
export function openImportDoor(url: string, options: { connections?: number } = {}) {
  const pool = new pg.Pool({ connectionString: url, max: options.connections ?? 4, connectionTimeoutMillis: 10_000 })
  pool.on('error', () => {})
  // A connection that is lost while it is in use says so on its own, besides failing its query; unheard, that would end the process.
  pool.on('connect', (client) => void client.on('error', () => {}))
  const connect = () => pool.connect().catch(() => Promise.reject(problems.databaseDown()))

  /** Runs `work` in one transaction that entered the import's community; throws unless the database says that it committed. */
  async function importing<T>(
    importId: string,
    work: (tx: Tx, entered: EnteredImport, client: pg.PoolClient) => Promise<T>,
  ): Promise<T> {
    const client = await connect()
    let broken: Error | undefined
    try {
      await client.query('begin')
      const { rows } = await client.query('select access.enter_import($1) as entered', [importId])
      const result = await work(txOf(client), rows[0].entered, client)
      const ended = await client.query('commit')
      if (ended.command !== 'COMMIT') throw problems.unexpected()
      return result
    } catch (error) {
      await client.query('rollback').catch((e: Error) => (broken = e))
      throw error
    } finally {
      if (!broken) await client.query('reset all').catch((e: Error) => (broken = e))
      client.release(broken)
    }
  }

  /** A connection for filling tables of the schema staging, which hold no policy; nothing else is reachable without entering. */
  async function staging<T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
    const client = await connect()
    let broken: Error | undefined
    try {
      return await work(client)
    } catch (error) {
      // A COPY that was broken off leaves the connection in the middle of it.
      broken = error as Error
      throw error
    } finally {
      client.release(broken)
    }
  }

  /** Statements outside of any community: nothing is in reach but the importer's own functions. */
  const reading = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => staging((client) => work(txOf(client)))

  /** Runs `work` while no other process works on the same import: a second one waits until the first is through. */
  async function alone<T>(importId: string, work: () => Promise<T>): Promise<T> {
    const client = await connect()
    try {
      await client.query('select pg_advisory_lock(hashtextextended($1, 0))', [`import at work ${importId}`])
      return await work()
    } finally {
      // The lock ends with its connection, also when the process is killed.
      client.release(true)
    }
  }

  return { importing, reading, staging, alone, close: () => pool.end() }
}
export type ImportDoor = ReturnType<typeof openImportDoor>
