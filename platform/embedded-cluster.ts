import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chownSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import type { Binaries } from './embedded-binaries.ts'
import { EmbeddedError } from './embedded-error.ts'
import type { Places } from './embedded-places.ts'

const minute = 60_000
const throwawayMark = (places: Places) => path.join(places.folder, 'throwaway')

/** Nothing of ours reaches PostgreSQL's programs through the environment, so PGDATA and the like change nothing. */
export const environment = () => ({ PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' })

export const isMade = (places: Places) => existsSync(path.join(places.cluster, 'PG_VERSION'))

/** Makes the database's files, whole or not at all. */
export async function makeCluster(binaries: Binaries, places: Places, fast: boolean): Promise<void> {
  const unfinished = `${places.cluster}.new`
  rmSync(unfinished, { recursive: true, force: true })
  makePassword(places)
  if (fast) writeFileSync(throwawayMark(places), '')
  const options = { ...places.account, env: environment(), cwd: places.folder, timeout: minute }
  try {
    await promisify(execFile)(binaries.initdb, ['-D', unfinished, ...initArguments(places, fast)], options)
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true })
    throw failure(error as Error & { stderr?: string; killed?: boolean }, binaries)
  }
  renameSync(unfinished, places.cluster)
}

/** `fast` gives up safety for speed, so it is refused for a database that was not made to be thrown away. */
export function checkThrowaway(places: Places, fast: boolean): void {
  if (!fast || existsSync(throwawayMark(places))) return
  throw new EmbeddedError(
    `The database in ${places.folder} is to be kept, and "fast" could lose it: use a folder of its own for tests.`,
  )
}

export const readPassword = (places: Places) => readFileSync(places.passwordFile, 'utf8').trim()

function initArguments(places: Places, fast: boolean): string[] {
  const options = ['--username=postgres', '--encoding=UTF8', '--data-checksums', `--pwfile=${places.passwordFile}`]
  const login = ['--auth-local=scram-sha-256', '--auth-host=scram-sha-256']
  return [...options, ...login, ...localeArguments(), ...(fast ? ['--no-sync'] : [])]
}

// macOS has no locale C.UTF-8 of its own; PostgreSQL 17 and newer bring the same order of letters with them.
const localeArguments = () =>
  process.platform === 'darwin'
    ? ['--locale=en_US.UTF-8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
    : ['--locale=C.UTF-8']

function makePassword(places: Places): void {
  if (existsSync(places.passwordFile)) return
  writeFileSync(places.passwordFile, `${randomBytes(24).toString('base64url')}\n`, { mode: 0o600 })
  if (places.account) chownSync(places.passwordFile, places.account.uid, places.account.gid)
}

function failure(error: Error & { stderr?: string; killed?: boolean; code?: unknown }, binaries: Binaries): Error {
  if (error.killed)
    return new EmbeddedError('Making the database took more than a minute: the machine is too busy. Start again.')
  if (error.code === 'ENOENT') return cannotRun(binaries)
  return new Error(error.stderr?.trim() || error.message, { cause: error })
}

/** The file is there and the system says it is not: its loader is missing, as on Alpine Linux. */
export const cannotRun = (binaries: Binaries) =>
  new EmbeddedError(
    `${binaries.postgres} cannot run on this system, which perhaps has no glibc: set DATABASE_URL to a PostgreSQL 15 or newer of your own.`,
  )
