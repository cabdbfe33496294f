import { afterAll, beforeAll, expect, test } from 'vitest'
import { sql } from '#platform/database.ts'
import { openTestDatabase, type TestDatabase } from './database.ts'
let db: TestDatabase
beforeAll(async () => {
  db = await openTestDatabase()
})
afterAll(() => db.close())
test('a stranger does not enter', async () => {
  await expect(
    db.database.read({ tokenHash: Buffer.from('x'), hat: null }, null, [sql`select 1`]),
  ).rejects.toThrow('Please sign in')
  await expect(db.database.as({ tokenHash: Buffer.from('x'), hat: null }, null, async () => 1)).rejects.toThrow('Please sign in')
})
