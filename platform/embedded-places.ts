import { createHash } from 'node:crypto'
import { existsSync, lstatSync, mkdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { accountFor, mayWrite, ownFolder, type Account } from './embedded-account.ts'
import { EmbeddedError } from './embedded-error.ts'

/** Where the server keeps what is its own, and the user it runs as. */
export interface Places {
  folder: string
  cluster: string
  sockets: string
  passwordFile: string
  logFile: string
  account: Account | undefined
  movedTo?: string
}

const longestSocketPath = 107
const pointerIn = (root: string) => path.join(root, 'postgres-moved-to')
const clusterIn = (folder: string) => path.join(folder, 'data')
const isCluster = (folder: string) => existsSync(path.join(clusterIn(folder), 'PG_VERSION'))
const shortHash = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 12)

export function findPlaces(dataDir: string, notice: (text: string) => void): Places {
  const root = makeRoot(path.resolve(dataDir))
  const home = path.join(root, 'postgres')
  const folder = findFolder(root, home)
  const account = accountFor(clusterIn(folder))
  if (folder !== home) notice(`The database of ${root} is kept in ${folder}, where PostgreSQL can reach it.`)
  return {
    folder,
    account,
    cluster: clusterIn(folder),
    sockets: findSockets(folder, account, notice),
    passwordFile: path.join(folder, 'superuser.pw'),
    logFile: path.join(folder, 'postgres.log'),
    ...(folder !== home && { movedTo: folder }),
  }
}

/** Written once the database exists, so that a note without its database means a loss, which is told. */
export function rememberMove(dataDir: string, places: Places): void {
  const pointer = pointerIn(realpathSync(dataDir))
  if (places.movedTo && !existsSync(pointer)) writeFileSync(pointer, `${places.movedTo}\n`)
}

// Root's folder lets the unprivileged user through to its own part, and shows it nothing else.
function makeRoot(root: string): string {
  if (!existsSync(root)) mkdirSync(root, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 })
  return realpathSync(root)
}

function findFolder(root: string, home: string): string {
  if (existsSync(pointerIn(root))) return followPointer(root)
  if (isCluster(home)) return stillReachable(home)
  if (prepare(home)) return home
  if (process.getuid?.() !== 0)
    throw new EmbeddedError(`${home} cannot be written by the current user: set CONCENTRIC_DATA_DIR to another folder.`)
  rmSync(home, { recursive: true, force: true })
  const name = shortHash(root)
  const elsewhere = [`/var/lib/concentric/${name}`, `/var/tmp/concentric-${name}`].find(prepare)
  if (elsewhere) return elsewhere
  throw new EmbeddedError(
    `PostgreSQL does not run as root, and no other user can reach ${root}: set CONCENTRIC_DATA_DIR to a folder outside of private ones.`,
  )
}

function followPointer(root: string): string {
  const folder = readFileSync(pointerIn(root), 'utf8').trim()
  if (isCluster(folder)) return folder
  throw new EmbeddedError(
    `The database of ${root} was kept in ${folder}, and is not there. Put it back, or delete ${pointerIn(root)} to begin with an empty one.`,
  )
}

function stillReachable(home: string): string {
  if (mayWrite(accountFor(clusterIn(home)), home)) return home
  throw new EmbeddedError(
    `The database in ${home} belongs to a user that can no longer reach it: open the folders above it (chmod o+x).`,
  )
}

function prepare(folder: string): boolean {
  try {
    mkdirSync(path.dirname(folder), { recursive: true, mode: 0o711 })
    const account = accountFor(clusterIn(folder))
    if (!isOursOrMissing(folder, account)) return false
    ownFolder(folder, account)
    return mayWrite(account, folder)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOSPC' || error instanceof EmbeddedError) throw error
    return false
  }
}

function findSockets(folder: string, account: Account | undefined, notice: (text: string) => void): string {
  const near = path.join(folder, 's')
  const sockets =
    Buffer.byteLength(`${near}/.s.PGSQL.5432`) <= longestSocketPath ? near : `/tmp/concentric-${shortHash(folder)}`
  if (!isOursOrMissing(sockets, account))
    throw new EmbeddedError(`${sockets}, where the database is to be reached, belongs to someone else: remove it.`)
  ownFolder(sockets, account)
  if (sockets !== near) notice(`The database is reached through ${sockets}: the path of its own folder is too long.`)
  return sockets
}

// In a folder that everyone may write, someone else could have made ours first, or a link in its place.
function isOursOrMissing(folder: string, account: Account | undefined): boolean {
  const found = lstatSync(folder, { throwIfNoEntry: false })
  if (!found) return true
  return found.isDirectory() && [process.getuid?.(), account?.uid].includes(found.uid)
}
