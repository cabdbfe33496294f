import pg from 'pg'
import type { Statement } from './database.ts'

/** Runs statements as the database's owner, past every policy. */
export type OwnerTx = <Row>(statement: Statement<Row>) => Promise<Row[]>

/**
 * The administrator's way in, for the command line on the machine itself: making a community, inviting its first steward, loading
 * the demo. It never serves a request. One transaction, all or nothing.
 */
export async function unsafeAsOwner<T>(ownerUrl: string, work: (tx: OwnerTx) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    await client.query('begin')
    const result = await work(async ({ text, values }) => (await client.query(text, values)).rows)
    await client.query('commit')
    return result
  } catch (error) {
    await client.query('rollback').catch(() => {})
    throw error
  } finally {
    await client.end()
  }
}
