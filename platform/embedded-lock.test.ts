import { existsSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { withLock } from './embedded-lock.ts'
import { birthOf } from './embedded-process.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync('/tmp/h-lock-')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const lock = (identity: string) => writeFileSync(path.join(folder, 'lock'), identity)
const noProcess = 2 ** 22 + 1

test('one works at a time', async () => {
  let inside = 0
  const most: number[] = []
  const work = async () => {
    most.push(++inside)
    await new Promise(setImmediate)
    inside--
  }
  await Promise.all(Array.from({ length: 5 }, () => withLock(folder, work)))
  expect(most).toEqual([1, 1, 1, 1, 1])
})

test('the lock of a process that died is not waited for', async () => {
  lock(`${noProcess} 1`)
  expect(await withLock(folder, async () => 'in')).toBe('in')
})

test('the lock of a process whose pid was given to another is not waited for', async () => {
  lock(`${process.pid} ${birthOf(process.pid)}0`)
  expect(await withLock(folder, async () => 'in')).toBe('in')
})

test('a lock that was never written, and a guard that was left behind, are cleared when they are old', async () => {
  const longAgo = new Date(Date.now() - 60_000)
  for (const name of ['lock', 'lock.breaking']) {
    writeFileSync(path.join(folder, name), '')
    utimesSync(path.join(folder, name), longAgo, longAgo)
  }
  expect(await withLock(folder, async () => 'in')).toBe('in')
})

test('work that fails lets go of the lock', async () => {
  await expect(withLock(folder, () => Promise.reject(new Error('no')))).rejects.toThrow('no')
  expect(existsSync(path.join(folder, 'lock'))).toBe(false)
})
