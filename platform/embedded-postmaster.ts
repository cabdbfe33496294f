import { spawn, type ChildProcess } from 'node:child_process'
import { chownSync, closeSync, copyFileSync, existsSync, openSync, readFileSync, statSync, truncateSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import type { Binaries } from './embedded-binaries.ts'
import { cannotRun, environment } from './embedded-cluster.ts'
import { EmbeddedError } from './embedded-error.ts'
import type { Places } from './embedded-places.ts'
import { isAlive } from './embedded-process.ts'

export interface Postmaster {
  pid: number
  status: string
}

const minute = 60_000
const fullLog = 10_000_000
const oftenEnough = 10

export function readPostmaster(cluster: string): Postmaster | undefined {
  try {
    const lines = readFileSync(path.join(cluster, 'postmaster.pid'), 'utf8').split('\n')
    const pid = Number(lines[0])
    return pid > 0 ? { pid, status: lines[7]?.trim() ?? '' } : undefined
  } catch {
    return undefined
  }
}

/** Starts the server, apart from our terminal so that Ctrl-C reaches us and not it, and waits until it is ready. */
export async function startPostmaster(binaries: Binaries, places: Places, settings: Record<string, string>) {
  const deadline = Date.now() + minute
  for (let isSecond = false; ;) {
    const before = statSync(places.logFile, { throwIfNoEntry: false })?.size ?? 0
    const child = launch(binaries, places, settings)
    const outcome = await becomesReady(child, places, deadline)
    if (outcome === 'ready') return
    if (outcome === 'cannot run') throw cannotRun(binaries)
    if (outcome === 'late') throw tooLate(places)
    const said = readFileSync(places.logFile).subarray(before).toString('utf8')
    const startsTheNextTime: boolean = !isSecond && leftover.test(said)
    if (!(isStillEnding(said, places) || startsTheNextTime) || Date.now() > deadline) throw new Error(said.slice(-4000))
    isSecond ||= startsTheNextTime
    await delay(100)
  }
}

// A server whose parent is killed while a session makes an unlogged table leaves an empty file of it, and stumbles over that file when it
// has repaired itself. By then it has written what tells it to take the file away, so that its next start succeeds.
const leftover = /FATAL: {2}could not create file "base\/[^"]+": File exists/

/** The processes of a server that was killed still let go of its memory, or its own is dead and not yet taken off the list. */
function isStillEnding(said: string, places: Places) {
  if (/pre-existing shared memory block/.test(said)) return true
  const named = readPostmaster(places.cluster)
  return /lock file "postmaster.pid" already exists/.test(said) && named !== undefined && !isAlive(named.pid)
}

/** Ends the server in the orderly way, by force only after a minute, and waits until it is gone. */
export async function stopPostmaster(pid: number): Promise<void> {
  for (const signal of ['SIGINT', 'SIGQUIT'] as const) {
    if (isAlive(pid)) process.kill(pid, signal)
    const deadline = Date.now() + minute
    while (isAlive(pid) && Date.now() < deadline) await delay(oftenEnough)
    if (!isAlive(pid)) return
  }
  throw new EmbeddedError(`The database (process ${pid}) does not stop: look what holds it, and end it by hand.`)
}

/** Keeps the log and the one before it. The server appends, so its file can be emptied while it writes. */
export function rotateLog(places: Places): void {
  if ((statSync(places.logFile, { throwIfNoEntry: false })?.size ?? 0) < fullLog) return
  copyFileSync(places.logFile, `${places.logFile}.1`)
  truncateSync(places.logFile)
}

function launch(binaries: Binaries, places: Places, settings: Record<string, string>): ChildProcess {
  const isNew = !existsSync(places.logFile)
  const log = openSync(places.logFile, 'a', 0o600)
  if (isNew && places.account) chownSync(places.logFile, places.account.uid, places.account.gid)
  const switches = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const child = spawn(binaries.postgres, ['-D', places.cluster, ...switches], {
    ...places.account,
    env: environment(),
    cwd: places.folder,
    detached: true,
    stdio: ['ignore', log, log],
  })
  child.unref()
  closeSync(log)
  return child
}

async function becomesReady(child: ChildProcess, places: Places, deadline: number) {
  let failed: 'exited' | 'cannot run' | undefined
  child.on('error', () => (failed = 'cannot run'))
  child.on('exit', () => (failed ??= 'exited'))
  while (Date.now() < deadline) {
    const found = readPostmaster(places.cluster)
    if (found && found.pid === child.pid && found.status === 'ready') return 'ready'
    if (failed) return failed
    await delay(oftenEnough)
  }
  return 'late'
}

const tooLate = (places: Places) =>
  new EmbeddedError(
    `The database is still starting after a minute, perhaps because it repairs itself after a crash (${places.logFile} tells). Start again in a while.`,
  )
