import { createWriteStream } from 'node:fs'
import { mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import yazl from 'yazl'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { contentKind } from './content-kind.ts'
import { keepFiles, uploadsAt } from './keep.ts'

let dataDir: string
beforeEach(async () => void (dataDir = await mkdtemp(path.join(tmpdir(), 'concentric-keep-'))))
afterEach(() => rm(dataDir, { recursive: true, force: true }))

async function zipOf(name: string, entries: Record<string, Buffer>) {
  const zip = new yazl.ZipFile()
  for (const [entry, content] of Object.entries(entries)) zip.addBuffer(content, entry)
  zip.end()
  const file = path.join(dataDir, name)
  await pipeline(zip.outputStream as Readable, createWriteStream(file))
  return file
}
const keep = async (...paths: string[]) => keepFiles(dataDir, await uploadsAt(paths))
const leftBehind = () => readdir(path.join(dataDir, 'imports')).catch(() => [])

test('a zip, also with its files in a folder, is kept as the files in it', async () => {
  const { files, folder } = await keep(
    await zipOf('set.zip', { 'roster/orgs.csv': Buffer.from('a\n1\n'), '__MACOSX/._orgs.csv': Buffer.from('x') }),
  )
  expect(files.map(({ name, kind, lines }) => [name, kind, lines])).toEqual([['orgs.csv', 'csv', 2]])
  expect(await readFile(path.join(folder, 'orgs.csv'), 'utf8')).toBe('a\n1\n')
})

test('a zip that unpacks to far more than it weighs is not opened, and nothing is left of it', async () => {
  await expect(keep(await zipOf('bomb.zip', { 'users.csv': Buffer.alloc(40 * 1024 ** 2) }))).rejects.toThrow(
    'would unpack to far more than it weighs',
  )
  expect(await leftBehind()).toEqual([])
})

test('a damaged or cut-off zip says what to do', async () => {
  const file = await zipOf('cut.zip', { 'orgs.csv': Buffer.from('a\n1\n'.repeat(1000)) })
  await truncate(file, 60)
  await expect(keep(file)).rejects.toThrow('cut.zip is damaged or was cut off')
  expect(await leftBehind()).toEqual([])
})

test('a path that tries to leave the folder is only a name', async () => {
  const { files } = await keepFiles(dataDir, [
    { name: '../../etc/orgs.csv', open: async () => Readable.from([Buffer.from('a\n')]) },
  ])
  expect(files[0]!.name).toBe('orgs.csv')
})

test('a full disk is said as such, and nothing is left behind', async () => {
  const full = Object.assign(new Error('no space left on device'), { code: 'ENOSPC' })
  const open = async () =>
    new Readable({
      read() {
        this.destroy(full)
      },
    })
  await expect(keepFiles(dataDir, [{ name: 'orgs.csv', open }])).rejects.toThrow('The disk of the server is full')
  expect(await leftBehind()).toEqual([])
})

test('two files of one name with different content are not taken', async () => {
  await writeFile(path.join(dataDir, 'orgs.csv'), 'other')
  const zip = await zipOf('set.zip', { 'orgs.csv': Buffer.from('a\n') })
  await expect(keep(path.join(dataDir, 'orgs.csv'), zip)).rejects.toThrow('orgs.csv is there twice')
})

test('a file is known by its first bytes, not by its name', () => {
  expect(contentKind('users.csv', Buffer.from('%PDF-1.7'))).toBe('pdf')
  expect(contentKind('users.xlsx', Buffer.from('PK\x03\x04'))).toBe('spreadsheet')
  expect(contentKind('x.csv', Buffer.from('<?xml version="1.0"?>'))).toBe('xml')
  expect(contentKind('users.csv', Buffer.from('sourcedId,status'))).toBe('csv')
})
