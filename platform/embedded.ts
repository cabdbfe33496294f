import { existsSync } from 'node:fs'
import { findBinaries } from './embedded-binaries.ts'
import { checkThrowaway, isMade, makeCluster, readPassword } from './embedded-cluster.ts'
import { EmbeddedError, explain } from './embedded-error.ts'
import { withLock } from './embedded-lock.ts'
import { findPlaces, rememberMove, type Places } from './embedded-places.ts'
import { readPostmaster, rotateLog, startPostmaster, stopPostmaster } from './embedded-postmaster.ts'
import { disownStranger, recognize } from './embedded-recognition.ts'
import { enter, isVisited, leave } from './embedded-visits.ts'

export { EmbeddedError } from './embedded-error.ts'

export interface EmbeddedOptions {
  /** Created when missing; the database is in its folder `postgres`, or where `movedTo` says. */
  dataDir: string
  /** PostgreSQL's programs, such as /usr/lib/postgresql/15/bin; without it the npm package's. */
  binDir?: string
  /** Server settings over our own. A server that already runs keeps those it was started with. */
  settings?: Record<string, string>
  /** For databases that are thrown away after a test: a crash of the machine may lose all of it. */
  fast?: boolean
  /** Told where things are, when they are not where one would look. */
  onNotice?: (text: string) => void
}

export interface EmbeddedServer {
  /** For `pg` and libpq, over a Unix socket. Without a user, the superuser. */
  url(database?: string, user?: string, password?: string): string
  superuserUrl(database?: string): string
  /** True when the server already ran: another process of ours started it, or died without stopping it. */
  adopted: boolean
  movedTo?: string
  logFile: string
  /** Leaves the server; the last one out stops it. */
  close(): Promise<void>
}

// Statements and values of children's records stay out of the log: errors reach the one who caused them instead.
const ownSettings = {
  listen_addresses: '',
  port: '5432',
  unix_socket_permissions: '0700',
  password_encryption: 'scram-sha-256',
  logging_collector: 'off',
  log_error_verbosity: 'terse',
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  shared_buffers: '128MB',
  max_wal_size: '2GB',
}
const fastSettings = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }

/** Starts the embedded PostgreSQL of a data folder, or joins it when it runs. Throws `EmbeddedError` only. */
export async function openEmbedded(options: EmbeddedOptions): Promise<EmbeddedServer> {
  try {
    const places = findPlaces(options.dataDir, options.onNotice ?? (() => {}))
    return await withLock(places.folder, async () => {
      const adopted = await ensureRunning(places, options)
      rememberMove(options.dataDir, places)
      return server(places, adopted, enter(places.folder, places.account))
    })
  } catch (error) {
    throw explain(error, options.dataDir)
  }
}

async function ensureRunning(places: Places, options: EmbeddedOptions): Promise<boolean> {
  const { fast = false, settings } = options
  if (isMade(places)) checkThrowaway(places, fast)
  else await makeCluster(findBinaries(options.binDir, places), places, fast)
  rotateLog(places)
  const found = await recognize(places)
  if (found === 'ours') return true
  if (found === 'silent') await stopSilent(places)
  if (found === 'stranger') disownStranger(places)
  await startPostmaster(findBinaries(options.binDir, places), places, {
    ...ownSettings,
    unix_socket_directories: places.sockets,
    ...(fast && fastSettings),
    ...settings,
  })
  if ((await recognize(places)) !== 'ours') throw notLetIn(places)
  return false
}

async function stopSilent(places: Places): Promise<void> {
  const pid = readPostmaster(places.cluster)?.pid
  if (isVisited(places.folder))
    throw new EmbeddedError(
      `The database (process ${pid}) runs and does not answer, and others still use it: end them, then start again.`,
    )
  if (pid) await stopPostmaster(pid)
}

function server(places: Places, adopted: boolean, note: string): EmbeddedServer {
  const own = readPassword(places)
  const url = (database = 'postgres', user = 'postgres', password = own) =>
    `postgres://${encodeURIComponent(user)}:${encodeURIComponent(password)}@localhost/${encodeURIComponent(database)}` +
    `?host=${encodeURIComponent(places.sockets)}&port=5432`
  let closing: Promise<void> | undefined
  return {
    url,
    superuserUrl: (database) => url(database),
    adopted,
    ...(places.movedTo && { movedTo: places.movedTo }),
    logFile: places.logFile,
    close: () => (closing ??= leaveServer(places, note)),
  }
}

async function leaveServer(places: Places, note: string): Promise<void> {
  if (!existsSync(places.folder)) return
  await withLock(places.folder, async () => {
    leave(note)
    if (isVisited(places.folder)) return
    const found = await recognize(places)
    const pid = readPostmaster(places.cluster)?.pid
    if (pid && (found === 'ours' || found === 'silent')) await stopPostmaster(pid)
  })
}

const notLetIn = (places: Places) =>
  new EmbeddedError(
    `The database in ${places.folder} started and does not accept the password in ${places.passwordFile}: put the right one there.`,
  )
