import { execFileSync } from 'node:child_process'
import { accessSync, chmodSync, chownSync, constants, mkdirSync, readFileSync, statSync } from 'node:fs'
import { EmbeddedError } from './embedded-error.ts'

/** The user that PostgreSQL runs as when we are root, because PostgreSQL refuses to be root. */
export interface Account {
  uid: number
  gid: number
}

/** As root: the owner of the database that is there, else `postgres`, else `nobody`. As anyone else: oneself. */
export function accountFor(cluster: string): Account | undefined {
  if (process.getuid?.() !== 0) return undefined
  const owner = statSync(cluster, { throwIfNoEntry: false })
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid }
  const users = readFileSync('/etc/passwd', 'utf8').split('\n')
  for (const name of ['postgres', 'nobody']) {
    const fields = users.find((line) => line.startsWith(`${name}:`))?.split(':')
    if (fields) return { uid: Number(fields[2]), gid: Number(fields[3]) }
  }
  throw new EmbeddedError(
    'PostgreSQL does not run as root, and this system has neither a user postgres nor nobody: run as a plain user.',
  )
}

/** Whether that user can reach a folder and write in it. Asked of the system, which knows every rule. */
export function mayWrite(account: Account | undefined, folder: string): boolean {
  if (account) return askAs(account, 'cd "$1" && test -w .', folder)
  try {
    accessSync(folder, constants.W_OK | constants.X_OK)
    return true
  } catch {
    return false
  }
}

export const mayRun = (account: Account | undefined, file: string) => !account || askAs(account, 'test -x "$1"', file)

/** Makes a folder that belongs to the account alone. */
export function ownFolder(folder: string, account: Account | undefined): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  if (!account) return
  chownSync(folder, account.uid, account.gid)
  chmodSync(folder, 0o700)
}

function askAs(account: Account, question: string, about: string): boolean {
  try {
    execFileSync('/bin/sh', ['-c', question, 'sh', about], { ...account, cwd: '/', stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}
