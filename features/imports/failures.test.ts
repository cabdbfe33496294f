import { existsSync, readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { buffer } from 'node:stream/consumers'
import yazl from 'yazl'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { requestImport } from './desk/queries.ts'
import { atStatement } from './fixtures/at-statement.ts'
import { checksum } from './fixtures/checksum.ts'
import { district } from './fixtures/district.ts'
import { schoolYear } from './fixtures/school-year.ts'
import { openImportTown, type ImportTown } from './fixtures/town.ts'
import { applyImport, checkImport, discardImport, sweepKept } from './importer.ts'

let town: ImportTown
beforeAll(async () => void (town = await openImportTown()))
afterAll(() => town?.close())
beforeEach(async () => void (await town.moveOn()))

async function zipOf(entries: Record<string, Buffer>) {
  const zip = new yazl.ZipFile()
  for (const [name, content] of Object.entries(entries)) zip.addBuffer(content, name)
  zip.end()
  return buffer(zip.outputStream)
}
const send = async (files: Record<string, string | Buffer>) => town.receive([await town.folderOf(files)])
const imports = () => town.rows('select id from import where community_id = $1', [town.place.communityId])
const rowOf = async (id: string) =>
  (await town.rows<{ state: string; failure: string }>('select state, failure from import where id = $1', [id]))[0]!
const kept = (id: string) => existsSync(path.join(town.dataDir, 'imports', id))
const stagingOf = (id: string) =>
  town.rows(`select from pg_class where relnamespace = 'staging'::regnamespace and starts_with(relname, $1)`, [
    `i${id.replaceAll('-', '')}`,
  ])

const year = { fall: 2023, grade: 'Third grade', students: ['1', '2'] }

describe('what is not taken at all leaves no import and no file', () => {
  test.each([
    ['an empty zip', async () => zipOf({}), 'set.zip is empty'],
    ['a zip bomb', async () => zipOf({ 'users.csv': Buffer.alloc(40 * 1024 ** 2) }), 'Send the files themselves'],
    [
      'a damaged zip',
      async () => (await zipOf({ 'users.csv': Buffer.from('a\n1\n'.repeat(999)) })).subarray(0, 60),
      'Make the zip again',
    ],
  ])('%s', async (_, make, sentence) => {
    await expect(send({ ...district(), 'set.zip': await make() })).rejects.toThrow(sentence)
    expect(await imports()).toEqual([])
    expect(readdirSync(path.join(town.dataDir, 'imports')).filter((name) => name.startsWith('incoming'))).toEqual([])
  })
})

describe('what cannot be read ends in a sentence, its problems are told, and nothing is changed', () => {
  test.each([
    ['a PDF alone', { 'users.pdf': '%PDF-1.7\n' }, 'is one that can be read', 'not_read', 'Export the data as CSV'],
    [
      'an old spreadsheet alone',
      { 'users.xls': Buffer.from([0xd0, 0xcf, 0x11, 0xe0]) },
      'is one that can be read',
      'not_read',
      'CSV UTF-8',
    ],
    [
      'an XML file cut off in the middle',
      { ...schoolYear(year), 'Students.xml': schoolYear(year)['Students.xml']!.slice(0, 300) },
      'Export or upload it again',
      'damaged_xml',
      /Students\.xml, line \d+/,
    ],
  ])('%s', async (_, files, failure, rule, message) => {
    const before = await checksum(town)
    const id = await send(files as Record<string, string>)
    await expect(checkImport(id, town.options)).rejects.toThrow(failure)
    expect(await rowOf(id)).toMatchObject({ state: 'failed', failure: expect.stringContaining(failure) })
    const told = (await town.problems(id)).filter((problem) => problem.rule === rule)
    expect(told).toMatchObject([{ severity: 'error', message: expect.stringMatching(message) }])
    expect(await checksum(town)).toEqual(before)
  })

  test('the line of a damaged XML file is in its problem', async () => {
    const id = await send({ ...schoolYear(year), 'Students.xml': schoolYear(year)['Students.xml']!.slice(0, 300) })
    await checkImport(id, town.options).catch(() => {})
    const damage = (await town.problems(id)).find((problem) => problem.rule === 'damaged_xml')!
    expect(damage).toMatchObject({ file: 'Students.xml', value: expect.stringMatching(/^line \d+$/) })
  })
})

test('of a CSV file that was cut off, the broken last row is named and nobody is withdrawn because of it', async () => {
  await town.apply(district())
  const users = district()['users.csv']!
  const cut = users.slice(0, users.indexOf('Chlo') + 3)
  const id = await send({ ...district(), 'users.csv': cut })
  const { counts } = await checkImport(id, town.options)
  expect(counts.student).toMatchObject({ withdrawn: 0, added: 0, changed: 0 })
  expect(await town.problems(id)).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ file: 'users.csv', row_number: 4, severity: 'error' }),
      expect.objectContaining({ file: 'users.csv', rule: 'rows_lost' }),
    ]),
  )
})

/** The door of a server whose disk is full as soon as a statement like this comes. */
const fullAt = (pattern: RegExp) =>
  atStatement(town.door, pattern, () =>
    Promise.reject(Object.assign(new Error('could not extend file'), { code: '53100' })),
  )

test('a disk that fills up while checking or applying is said as such, nothing is half applied, and it goes on later', async () => {
  const before = await checksum(town)
  const id = await send(district())
  const full = 'The disk of the server is full. Nothing was changed.'
  await expect(checkImport(id, { ...town.options, door: fullAt(/want_student/) })).rejects.toThrow(full)
  expect(await rowOf(id)).toMatchObject({ state: 'failed', failure: expect.stringContaining('Free some space') })
  await town.world.database.as(town.place.session, null, (tx) => tx(requestImport(id, 'check')))
  await checkImport(id, town.options)
  await expect(
    applyImport(id, {
      ...town.options,
      door: fullAt(/insert into public.student_contact/),
    }),
  ).rejects.toThrow(full)
  expect(await rowOf(id)).toMatchObject({ state: 'checked', failure: expect.stringContaining('Free some space') })
  expect(await checksum(town)).toEqual(before)
  expect((await applyImport(id, town.options)).state).toBe('applied')
})

test('a discarded import, also one that failed, leaves no files and no staging', async () => {
  for (const files of [district(), { ...schoolYear(year), 'Students.xml': '<Interchange' }]) {
    const id = await send(files as Record<string, string>)
    await checkImport(id, town.options).catch(() => {})
    expect([kept(id), (await stagingOf(id)).length > 0]).toEqual([true, true])
    await expect(discardImport(id, town.options)).rejects.toThrow()
    await town.world.database.as(town.place.session, null, (tx) => tx(requestImport(id, 'discard')))
    await discardImport(id, town.options)
    expect([kept(id), await stagingOf(id)]).toEqual([false, []])
    expect((await rowOf(id)).state).toBe('discarded')
  }
})

test('files that a killed process left behind of an import that is over are deleted at the next start; others stay', async () => {
  const over = await send(district())
  const waiting = await send(district())
  await town.world.database.as(town.place.session, null, (tx) => tx(requestImport(over, 'discard')))
  await sweepKept(town.options)
  expect([kept(over), kept(waiting)]).toEqual([false, true])
})

test('a check that comes too late leaves an applied import as it is', async () => {
  const { id } = await town.apply(district())
  await expect(checkImport(id, town.options)).rejects.toThrow('An import that is applied cannot be checked')
  expect(await rowOf(id)).toMatchObject({ state: 'applied', failure: null })
})

test('after the last import is undone, the one before it can no longer be: what it replaced is not kept', async () => {
  const first = await town.apply(district())
  const second = await town.apply(district({ rows: { 'demographics.csv': [] } }))
  await town.undo(second.id)
  await expect(town.undo(first.id)).rejects.toThrow('Only the last import can be undone')
})

test('no sentence of a failure names a place on the server', async () => {
  const id = await send({ 'users.pdf': '%PDF-1.7\n' })
  await checkImport(id, town.options).catch(() => {})
  expect((await rowOf(id)).failure).not.toContain(town.dataDir)
  expect(await readFile(path.join(town.dataDir, 'imports', id, 'users.pdf'), 'utf8')).toContain('%PDF')
})
