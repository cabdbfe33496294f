import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { EmbeddedError } from './embedded-error.ts'
import { identityOf, isSameProcess } from './embedded-process.ts'

const patience = 120_000
const writingTakes = 10_000

/** Runs `work` while no other process starts, adopts or stops the server of this folder. */
export async function withLock<T>(folder: string, work: () => Promise<T>): Promise<T> {
  const file = path.join(folder, 'lock')
  const deadline = Date.now() + patience
  while (!tookLock(file)) {
    if (Date.now() > deadline) throw new EmbeddedError(`${holder(file)} Wait for it, or end it and start again.`)
    await delay(20)
  }
  try {
    return await work()
  } finally {
    rmSync(file, { force: true })
  }
}

function tookLock(file: string): boolean {
  if (created(file)) return true
  if (isStale(file)) breakLock(file)
  return false
}

function created(file: string): boolean {
  try {
    writeFileSync(file, identityOf(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EEXIST') return false
    if (code === 'ENOSPC' || code === 'EDQUOT') rmSync(file, { force: true })
    throw error
  }
}

// Two processes that find the same stale lock must not remove each other's new one: only the one with the guard
// removes, and it looks again. The guard lives for microseconds, so an old one was left by a process that died.
function breakLock(file: string): void {
  const guard = `${file}.breaking`
  if (!created(guard)) {
    if (age(guard) > writingTakes) rmSync(guard, { force: true })
    return
  }
  try {
    if (isStale(file)) rmSync(file, { force: true })
  } finally {
    rmSync(guard, { force: true })
  }
}

function isStale(file: string): boolean {
  const identity = read(file)
  if (identity === undefined) return false
  if (identity === '') return age(file) > writingTakes
  return !isSameProcess(identity)
}

const holder = (file: string) =>
  `Another Concentric (process ${read(file)?.split(' ')[0]}) has been starting or stopping the database for two minutes.`

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

const age = (file: string) => Date.now() - (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? Date.now())
