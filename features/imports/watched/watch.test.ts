import { mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { district } from '../fixtures/district.ts'
import { openImportTown, type ImportTown } from '../fixtures/town.ts'
import { keepFiles, uploadsAt } from '../files/keep.ts'
import { setSource } from '../sources/queries.ts'
import { beginTaking, listWatched } from './queries.ts'
import { moveAside } from './taking.ts'
import { watchFolders } from './watch.ts'

let town: ImportTown
let watchDir: string
beforeAll(async () => {
  town = await openImportTown()
  watchDir = await mkdtemp(path.join(tmpdir(), 'concentric-watched-'))
})
afterAll(async () => {
  await town?.close()
  await rm(watchDir, { recursive: true, force: true })
})
beforeEach(async () => void (await town.moveOn()))

const slug = async () =>
  (
    await town.rows<{ slug: string }>('select slug from platform.community_directory where community_id = $1', [
      town.place.communityId,
    ])
  )[0]!.slug
const owner = async () => {
  const [row] = await town.rows<{ id: string }>(
    `select person_id as id from membership where community_id = $1 and role = 'data_steward'`,
    [town.place.communityId],
  )
  return row!.id
}
type Source = { id: string; watch_said: string | null; watch_taking: object | null; version: number }
const source = async () =>
  (
    await town.rows<Source>('select * from import_source where community_id = $1 and name = $2', [
      town.place.communityId,
      'Nightly',
    ])
  )[0]!
const imports = () =>
  town.rows<{ id: string; state: string; waits_for: string | null; is_watched: boolean; failure: string | null }>(
    'select id, state, waits_for, is_watched, failure from import where community_id = $1 and is_watched order by created_at',
    [town.place.communityId],
  )
const students = async () =>
  (await town.rows('select from student where community_id = $1 and withdrawn_at is null', [town.place.communityId]))
    .length

/** A source that once brought its schools and students by hand (or nothing yet), and leaves its files in a folder from now on. */
async function watched(change: { appliesItself?: boolean; files?: Record<string, string>; isNew?: boolean } = {}) {
  if (change.isNew) await town.receive([await town.folderOf(district())], 'Nightly')
  else await town.apply(change.files ?? district(), 'Nightly')
  const { id, version } = await source()
  const wish = { version, ownerId: await owner(), expectedEveryDays: 1, watchFolder: 'nightly' }
  await town.world.database.as(town.place.session, null, (tx) =>
    tx(setSource(id, { ...wish, appliesItself: change.appliesItself ?? true })),
  )
  const folder = path.join(watchDir, await slug(), 'nightly')
  await mkdir(folder, { recursive: true })
  return folder
}
const drop = async (folder: string, files: Record<string, string>) => {
  for (const [name, text] of Object.entries(files)) await writeFile(path.join(folder, name), text)
}
const look = () => watchFolders({ ...town.options, watchDir })
const oneMore = district({ more: { 'users.csv': ['000004,,,true,s2,student,d,,Dora,New,,,,,,,09,,'] } })

test('files are taken at the second look, checked, applied by themselves, and then let go', async () => {
  const folder = await watched()
  await drop(folder, oneMore)
  await look()
  expect(await imports()).toEqual([])
  expect((await source()).watch_said).toBe('waiting')
  await look()
  expect(await imports()).toMatchObject([{ state: 'applied', waits_for: null }])
  expect(await students()).toBe(4)
  await look()
  expect(await readdir(path.join(folder, 'taken'))).toEqual([])
  expect(await readdir(folder)).toEqual(['taken'])
})

test('the import stands in the name of the source’s owner', async () => {
  const folder = await watched({ isNew: true })
  await drop(folder, { ...oneMore, '.done': '' })
  await look()
  const rows = await town.rows('select created_by, applied_by from import where community_id = $1 and is_watched', [
    town.place.communityId,
  ])
  expect(rows).toEqual([{ created_by: await owner(), applied_by: await owner() }])
})

test('a source that does not apply itself waits for the steward and changes nothing', async () => {
  const folder = await watched({ appliesItself: false })
  await drop(folder, { ...oneMore, 'roster.done': '' })
  await look()
  await look()
  expect(await imports()).toMatchObject([{ state: 'checked', waits_for: 'steward' }])
  expect(await students()).toBe(3)
})

test('one row that cannot be read is enough to wait for the steward', async () => {
  const folder = await watched()
  const broken = district({ more: { 'users.csv': ['000009,,,true,s1,pupil,z,,No,Role,,,,,,,09,,'] } })
  await drop(folder, { ...broken, '.done': '' })
  await look()
  expect(await imports()).toMatchObject([{ state: 'checked', waits_for: 'errors' }])
})

test('files that would withdraw a large part of the students wait for an answer', async () => {
  const many = Array.from({ length: 40 }, (_, n) => `1${n},,,true,s1,student,u${n},,Given,Family,,,,,,,09,,`)
  const folder = await watched({ files: district({ more: { 'users.csv': many } }) })
  await drop(folder, { ...district({ more: { 'users.csv': many.slice(20) } }), '.done': '' })
  await look()
  expect(await imports()).toMatchObject([{ state: 'needs_answer', waits_for: 'questions' }])
  expect(await students()).toBe(43)
})

test('the same files a second time are no second import', async () => {
  const folder = await watched()
  for (let n = 0; n < 2; n++) {
    await drop(folder, { ...oneMore, '.done': '' })
    await look()
  }
  expect(await imports()).toHaveLength(1)
  expect((await source()).watch_said).toBe('same_files')
  await drop(folder, { ...district(), '.done': '' })
  await look()
  expect((await imports()).map(({ state }) => state)).toEqual(['applied', 'applied'])
  expect(await students()).toBe(3)
})

test('a process that is killed while it takes files leaves nothing lost and nothing twice', async () => {
  const folder = await watched()
  const { id } = await source()
  const names = Object.keys(oneMore)
  await drop(folder, oneMore)
  // Killed after the intention was written and some files were moved.
  const [begun] = await town.door.reading((tx) => tx(beginTaking(id, names)))
  await moveAside(folder, { ...begun!.taking, files: names.slice(0, 3) })
  await look()
  expect(await imports()).toMatchObject([{ id: begun!.taking.id, state: 'applied' }])
  expect(await students()).toBe(4)

  // Killed after the files were moved and kept, before they were an import.
  await drop(folder, district())
  const [again] = await town.door.reading((tx) => tx(beginTaking(id, names)))
  const taken = await moveAside(folder, { ...again!.taking, files: names })
  await keepFiles(town.dataDir, await uploadsAt([taken]))
  await look()
  expect((await imports()).map(({ state }) => state)).toEqual(['applied', 'applied'])
  expect(await students()).toBe(3)
})

test('an import that a killed process left unread is read and decided at the next look', async () => {
  const folder = await watched()
  await drop(folder, { ...oneMore, '.done': '' })
  await look()
  await town.rows(`update import set state = 'reading', waits_for = null where community_id = $1 and is_watched`, [
    town.place.communityId,
  ])
  await look()
  // Its kept files are gone with the first application, so it says why it stopped instead of being applied again.
  expect(await imports()).toMatchObject([{ state: 'failed' }])
  expect(await students()).toBe(4)
})

test('files that are refused stay where they were taken to, and the steward is told', async () => {
  const folder = await watched({ isNew: true })
  await drop(folder, { 'roster.zip': 'PK\u0003\u0004 not a zip', '.done': '' })
  await look()
  const [failed] = await imports()
  expect(failed).toMatchObject({ state: 'failed' })
  expect(failed!.failure).toMatch(/roster\.zip/)
  await look()
  expect(await readdir(path.join(folder, 'taken', failed!.id))).toContain('roster.zip')
})

test('a link out of the folder, as a file or as the folder itself, is refused and said', async () => {
  const folder = await watched({ isNew: true })
  await symlink('/etc/passwd', path.join(folder, 'users.csv'))
  await look()
  await look()
  expect(await imports()).toEqual([])
  expect((await source()).watch_said).toBe('link')
  await rm(folder, { recursive: true })
  await symlink(tmpdir(), folder)
  await look()
  expect((await source()).watch_said).toBe('link')
  await rm(folder)
  await look()
  expect((await source()).watch_said).toBe('no_folder')
})

test('once the owner is no data steward any more, nothing is taken in that name', async () => {
  const folder = await watched({ isNew: true })
  await town.rows(`update membership set until_on = current_date - 2 where community_id = $1`, [town.place.communityId])
  await drop(folder, { ...oneMore, '.done': '' })
  await look()
  expect(await imports()).toEqual([])
  expect((await source()).watch_said).toBe('no_steward')
})

test('a folder is one plain name, and no two sources of a community share one', async () => {
  await watched({ isNew: true })
  await town.receive([await town.folderOf(district())], 'Other')
  const [other] = await town.rows<Source>(`select * from import_source where community_id = $1 and name = 'Other'`, [
    town.place.communityId,
  ])
  const asked = { version: other!.version, ownerId: await owner(), expectedEveryDays: null, appliesItself: false }
  const set = (watchFolder: string) =>
    town.world.database.as(town.place.session, null, (tx) => tx(setSource(other!.id, { ...asked, watchFolder })))
  for (const name of ['../nightly', '..', 'a/b', '/etc', '.ssh', 'a\\b', 'a\nb'])
    await expect(set(name), name).rejects.toMatchObject({ hint: 'no_such_folder' })
  await expect(set('Nightly')).rejects.toMatchObject({ hint: 'folder_taken' })
  await set('other')
  await expect(set('another')).rejects.toMatchObject({ hint: 'source_changed' })
})

test('each community’s folders lie below its own short name', async () => {
  await watched({ isNew: true })
  const sources = await town.door.reading((tx) => tx(listWatched()))
  expect(sources.at(-1)).toMatchObject({ community: await slug(), folder: 'nightly', mayImport: true })
})
