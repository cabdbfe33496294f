import { readFileSync, realpathSync, writeFileSync, openSync, readSync, closeSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import pg from 'pg'
import { readPassword } from './embedded-cluster.ts'
import type { Places } from './embedded-places.ts'
import { readPostmaster } from './embedded-postmaster.ts'
import { commandOf, isAlive } from './embedded-process.ts'

/** What the file `postmaster.pid` names: nothing that runs, our server, our server that does not answer, a stranger. */
export type Found = 'nothing' | 'ours' | 'silent' | 'stranger'

const identity = readFileSync(new URL('./embedded-identity.sql', import.meta.url), 'utf8')
const minute = 60_000

/** Pids are used again, so a pid in a file proves nothing: only a login to our database does. */
export async function recognize(places: Places): Promise<Found> {
  const deadline = Date.now() + minute
  for (;;) {
    const named = readPostmaster(places.cluster)
    if (!named || !isAlive(named.pid)) return 'nothing'
    const command = commandOf(named.pid)
    if (command && !command.includes(`-D ${places.cluster} `)) return 'stranger'
    if (named.status === 'ready') return (await answersAsOurs(places)) ? 'ours' : command ? 'silent' : 'stranger'
    if (Date.now() > deadline) return command ? 'silent' : 'stranger'
    await delay(20)
  }
}

/**
 * Lets a server start beside a stranger that has the pid of a former one. PostgreSQL takes the pid of its own parent
 * for a stale one and still makes sure that nothing uses the database's memory; deleting the file would skip that.
 */
export function disownStranger(places: Places): void {
  const file = path.join(places.cluster, 'postmaster.pid')
  const [, ...rest] = readFileSync(file, 'utf8').split('\n')
  writeFileSync(file, [String(process.pid), ...rest].join('\n'))
}

async function answersAsOurs(places: Places): Promise<boolean> {
  const client = new pg.Client({
    host: places.sockets,
    port: 5432,
    user: 'postgres',
    password: readPassword(places),
    database: 'postgres',
    connectionTimeoutMillis: 10_000,
  })
  client.on('error', () => {})
  try {
    await client.connect()
    const { rows } = await client.query<{ system: string; folder: string }>(identity)
    return rows[0]?.system === systemOf(places.cluster) && realpathSync(rows[0].folder) === realpathSync(places.cluster)
  } catch {
    return false
  } finally {
    await client.end().catch(() => {})
  }
}

// The first eight bytes of PostgreSQL's control file name the database since the day it was made.
function systemOf(cluster: string): string {
  const file = openSync(path.join(cluster, 'global', 'pg_control'), 'r')
  const bytes = Buffer.alloc(8)
  readSync(file, bytes)
  closeSync(file)
  return bytes.readBigUInt64LE().toString()
}
