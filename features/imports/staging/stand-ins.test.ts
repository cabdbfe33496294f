import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestDatabase, type TestDatabase } from '../../../test/database.ts'
import { recordKinds } from '../records.ts'
import { stageName, type Work } from './names.ts'
import { createStaging, dropStaging, makeRecords, runSql } from './queries.ts'
import { openImportDoor, type ImportDoor } from '#platform/import-door.ts'

let db: TestDatabase
let door: ImportDoor
beforeAll(async () => {
  db = await openTestDatabase()
  door = openImportDoor(db.urls.concentric_import)
})
afterAll(async () => {
  await door?.close()
  await db?.close()
})

const work: Work = {
  importId: '00000000-0000-7000-8000-000000000001',
  sourceId: '00000000-0000-7000-8000-000000000002',
  made: new Set(),
}
const columnsOf = async (relation: string) => {
  const { rows } = await db.owner.query<{ column: string }>(
    `select attname || ' ' || format_type(atttypid, atttypmod) as column from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped`,
    [relation],
  )
  return rows.map(({ column }) => column)
}
const nameOf = (kind: string) => kind.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

test('what stands in for records that no file has is empty, and has the columns of the table that would be made', async () => {
  await door.staging(async (client) => {
    await createStaging(client, work)
    const before = await Promise.all(recordKinds.map((kind) => columnsOf(`access.untold_${nameOf(kind)}`)))
    for (const kind of recordKinds) {
      const { rows } = await runSql(client, work, `select * from stage.${nameOf(kind)}`)
      expect(rows).toEqual([])
    }
    await makeRecords(client, work, recordKinds, ['present_day', 'named_gone'])
    const made = await Promise.all(recordKinds.map((kind) => columnsOf(stageName(work.importId, nameOf(kind)))))
    expect(before).toEqual(made)
    for (const more of ['present_day', 'named_gone'])
      expect(await columnsOf(`access.untold_${more}`)).toEqual(await columnsOf(stageName(work.importId, more)))
    await dropStaging(client, work.importId)
  })
})
