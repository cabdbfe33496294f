import { readdirSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { district } from '../imports/fixtures/district.ts'
import { openImportTown, type ImportTown } from '../imports/fixtures/town.ts'
import { bringIn, discardDryRun } from './bring-in.ts'

let town: ImportTown
beforeAll(async () => void (town = await openImportTown()))
afterAll(() => town?.close())

const desk = () => ({
  installation: { urls: town.world.urls, dataDir: town.dataDir },
  database: town.world.database,
  session: town.place.session,
})
const wish = async (files: Record<string, string>) => ({
  paths: [await town.folderOf(files)],
  sourceName: 'Files',
  apply: false,
})
const left = async () => [
  ...readdirSync(path.join(town.dataDir, 'imports')),
  ...(await town.rows(`select relname from pg_class where relnamespace = 'staging'::regnamespace and relkind = 'r'`)),
]

test('a dry run at the command line leaves its counts, and neither files nor staging', async () => {
  const id = await bringIn(desk(), await wish(district()))
  expect((await left()).length).toBeGreaterThan(0)
  await discardDryRun(desk(), id)
  expect(await left()).toEqual([])
  const [row] = await town.rows('select state, counts from import where id = $1', [id])
  expect(row).toMatchObject({ state: 'discarded', counts: { student: { added: 3 } } })
})

test('a dry run that cannot be read leaves nothing either', async () => {
  await expect(bringIn(desk(), await wish({ 'users.pdf': '%PDF-1.7\n' }))).rejects.toThrow('can be read here')
  expect(await left()).toEqual([])
})
