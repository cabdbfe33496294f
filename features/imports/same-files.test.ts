import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { ImportDoor } from '#platform/import-door.ts'
import { checksum } from './fixtures/checksum.ts'
import { district } from './fixtures/district.ts'
import { schoolYear } from './fixtures/school-year.ts'
import { openImportTown, type ImportTown } from './fixtures/town.ts'
import { applyImport, checkImport } from './importer.ts'

let town: ImportTown
beforeAll(async () => void (town = await openImportTown()))
afterAll(() => town?.close())
beforeEach(async () => void (await town.moveOn()))

const quick = () => ({ door: town.door, dataDir: town.dataDir })
const send = async (files: Record<string, string>, source?: string) =>
  town.receive([await town.folderOf(files)], source)
const rulesOf = async (id: string) => (await town.problems(id)).map((problem) => problem.rule)
const year = { fall: 2023, grade: 'Third grade', students: ['1', '2'] }
const nextYear = { fall: 2024, grade: 'Fourth grade', students: ['1', '2'] }

test.each([
  ['OneRoster', [district()]],
  ['Ed-Fi, a year after another', [schoolYear(year), schoolYear(nextYear)]],
])('the same files again come to the same, read or not: %s', async (_, sets) => {
  for (const files of sets) await town.apply(files)
  const read = await checkImport(await send(sets.at(-1)!), town.options)
  const unread = await checkImport(await send(sets.at(-1)!), quick())
  expect(unread.counts).toEqual(read.counts)
  expect(unread.questions).toEqual(read.questions)
  expect(unread.state).toBe(read.state)
  expect((await rulesOf(unread.id)).filter((rule) => rule !== 'same_files')).toEqual(await rulesOf(read.id))
  expect(await rulesOf(unread.id)).toContain('same_files')
  const before = await checksum(town)
  expect((await applyImport(unread.id, quick())).state).toBe('applied')
  expect(await checksum(town)).toEqual(before)
})

test.each<[string, () => Promise<unknown>]>([
  ['something else was applied since', () => town.apply(district({ rows: { 'demographics.csv': [] } }))],
  [
    'it was undone',
    async () =>
      town.undo(
        (await town.rows<{ id: string }>('select id from import where community_id = $1', [town.place.communityId]))[0]!
          .id,
      ),
  ],
  [
    'the steward says that attendance is written in another way',
    () =>
      town.rows(`update import_source set attendance_practice = 'positive' where community_id = $1`, [
        town.place.communityId,
      ]),
  ],
])('the files are read again when %s', async (_, happens) => {
  await town.apply(district())
  await happens()
  const { id } = await checkImport(await send(district()), quick())
  expect(await rulesOf(id)).not.toContain('same_files')
})

test('the files are read again when they come from another source', async () => {
  await town.apply(district(), 'One')
  const { id } = await checkImport(await send(district(), 'Another'), quick())
  expect(await rulesOf(id)).not.toContain('same_files')
})

test('the page sees the reading, then the checking, each with the rows that it goes through', async () => {
  const seen: string[] = []
  const watched: ImportDoor = {
    ...town.door,
    importing: (id, work) =>
      town.door.importing(id, async (tx, entered, client) => {
        const result = await work(tx, entered, client)
        const { rows } = await client.query('select state, rows_expected from import where id = $1', [id])
        if (seen.at(-1) !== `${rows[0].state} ${rows[0].rows_expected}`)
          seen.push(`${rows[0].state} ${rows[0].rows_expected}`)
        return result
      }),
  }
  const files = district()
  const lines = Object.values(files).reduce((sum, text) => sum + text.split('\n').length - 1, 0)
  const { stagedRows } = await checkImport(await send(files), { ...town.options, door: watched })
  expect(stagedRows).toBeGreaterThan(0)
  expect(seen[0]).toBe(`reading ${lines}`)
  expect(seen[1]).toMatch(/^checking [1-9]\d*$/)
  expect(seen.at(-1)).toMatch(/^checked/)
})
