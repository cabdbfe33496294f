import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestDatabase, type TestDatabase } from '../test/database.ts'
import { openImportDoor, type ImportDoor } from './import-door.ts'

let db: TestDatabase
let doors: ImportDoor[]
beforeAll(async () => {
  db = await openTestDatabase()
  doors = [openImportDoor(db.urls.concentric_import), openImportDoor(db.urls.concentric_import)]
})
afterAll(async () => {
  for (const door of doors) await door.close()
  await db?.close()
})

test('two processes work on one import one after the other', async () => {
  const id = randomUUID()
  const seen: string[] = []
  let finishFirst = () => {}
  const isFinished = new Promise<void>((resolve) => (finishFirst = resolve))
  let hasBegun = () => {}
  const begun = new Promise<void>((resolve) => (hasBegun = resolve))
  const first = doors[0]!.alone(id, async () => {
    hasBegun()
    await isFinished
    seen.push('first')
  })
  await begun
  const second = doors[1]!.alone(id, async () => void seen.push('second'))
  // Another import is not kept waiting: when it is through, the second one has had its chance.
  await doors[1]!.alone(randomUUID(), async () => void seen.push('other'))
  finishFirst()
  await Promise.all([first, second])
  expect(seen).toEqual(['other', 'first', 'second'])
})

test('nobody enters an import that does not exist', async () => {
  await expect(doors[0]!.importing(randomUUID(), async () => 1)).rejects.toThrow('There is no such import')
})
