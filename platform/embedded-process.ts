import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** True while a process runs. A zombie, which a container without an init leaves behind, counts as gone. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false
  }
  return statusFields(pid)?.[0] !== 'Z'
}

/** When a process was born, as the system tells it: pids are used again, a pid with its birth is not. */
export function birthOf(pid: number): string {
  if (process.platform === 'linux') return statusFields(pid)?.[19] ?? ''
  return ask('ps', ['-o', 'lstart=', '-p', String(pid)])
}

/** The command line of a process, or nothing where the system hides it. */
export function commandOf(pid: number): string {
  if (process.platform !== 'linux') return ask('ps', ['-ww', '-o', 'command=', '-p', String(pid)])
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
  } catch {
    return ''
  }
}

export const identityOf = (pid: number) => `${pid} ${birthOf(pid)}`

/** True while the very process that `identityOf` named still runs. */
export function isSameProcess(identity: string): boolean {
  const pid = Number(identity.split(' ', 1)[0])
  return Number.isInteger(pid) && pid > 0 && isAlive(pid) && identityOf(pid) === identity
}

// The second field of /proc/PID/stat is a name in parentheses that may hold spaces, so reading starts after it.
function statusFields(pid: number): string[] | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  } catch {
    return undefined
  }
}

function ask(command: string, args: string[]): string {
  try {
    return execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()
  } catch {
    return ''
  }
}
