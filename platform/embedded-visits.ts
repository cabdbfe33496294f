import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { ownFolder, type Account } from './embedded-account.ts'
import { identityOf, isSameProcess } from './embedded-process.ts'

let visits = 0

/** Notes that this process uses the server; the answer is the note, to be given to `leave`. */
export function enter(folder: string, account: Account | undefined): string {
  const attached = path.join(folder, 'attached')
  ownFolder(attached, account)
  const note = path.join(attached, `${process.pid}-${++visits}`)
  writeFileSync(note, identityOf(process.pid))
  return note
}

export const leave = (note: string) => rmSync(note, { force: true })

/** Whether anyone still uses the server. Notes of processes that died are cleared away. */
export function isVisited(folder: string): boolean {
  const attached = path.join(folder, 'attached')
  let found = false
  for (const name of list(attached)) {
    const note = path.join(attached, name)
    if (isSameProcess(readFileSync(note, 'utf8'))) found = true
    else leave(note)
  }
  return found
}

function list(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}
