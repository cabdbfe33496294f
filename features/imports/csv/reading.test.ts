import { Readable } from 'node:stream'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { FoundProblem, KeptFile } from '../adapter.ts'
import { openImportTown, type ImportTown } from '../fixtures/town.ts'
import { createStaging } from '../staging/queries.ts'
import { matchHeader } from './header.ts'
import type { FileSpec } from './file-spec.ts'
import { copiedRows } from './queries.ts'
import { stageCsvFile } from './stage-file.ts'

let town: ImportTown
beforeAll(async () => void (town = await openImportTown()))
afterAll(() => town?.close())

const work = {
  importId: '00000000-0000-7000-8000-000000000001',
  sourceId: '00000000-0000-7000-8000-000000000002',
  made: new Set<string>(),
}
const column = (name: string) => ({ name, kind: 'text', need: 'optional' }) as const
const spec: FileSpec = {
  file: 'people.csv',
  table: 'raw_people',
  columns: [column('one'), column('two'), column('three')],
}

const fileOf = (bytes: Buffer): KeptFile => ({
  name: 'people.csv',
  bytes: bytes.length,
  open: async () =>
    Readable.from(
      [bytes.subarray(0, bytes.length >> 1), bytes.subarray(bytes.length >> 1)].filter((part) => part.length),
    ),
})

async function read(bytes: Buffer) {
  const problems: FoundProblem[] = []
  const rows = await town.door.staging(async (client) => {
    await createStaging(client, work)
    const context = {
      client,
      work,
      progress: () => {},
      report: async (problem: FoundProblem) => void problems.push(problem),
    }
    await stageCsvFile(context, spec, fileOf(bytes))
    return copiedRows(client, work, spec.table)
  })
  return { problems, rows, cells: rows.map((row) => [row.one ?? '', row.two ?? '', row.three ?? '']) }
}

const quoted = (value: string) => `"${value.replaceAll('"', '""')}"`
const bare = (value: string) => (/[",\r\n]|^\s|\s$/.test(value) || value.startsWith('\\') ? quoted(value) : value)
const cell = fc.oneof(
  fc.constantFrom(
    '',
    'plain',
    '000101',
    'O’Brien',
    'Núñez',
    'say "hi"',
    'a,b',
    'two\nlines',
    '"',
    '""',
    "'",
    '\\.',
    '\\N',
    'NULL',
    '李',
    '😀',
  ),
  fc
    .string({ unit: 'binary', maxLength: 12 })
    .map((text) => text.replace(/[\0\r]/g, '').replace(/[\ud800-\udfff]/g, '')),
)
const table = fc
  .array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 8 })
  .filter((rows) => rows.every((row) => row.some((value) => value !== '')))

test('any table survives, whatever stands in its cells and however they are quoted', async () => {
  const form = fc.record({
    bom: fc.boolean(),
    end: fc.constantFrom('\n', '\r\n'),
    last: fc.boolean(),
    all: fc.boolean(),
  })
  await fc.assert(
    fc.asyncProperty(table, form, async (rows, { bom, end, last, all }) => {
      const lines = ['one,two,three', ...rows.map((row) => row.map(all ? quoted : bare).join(','))]
      const { cells, problems } = await read(Buffer.from((bom ? '\ufeff' : '') + lines.join(end) + (last ? end : '')))
      expect(problems.filter((problem) => problem.severity === 'error')).toEqual([])
      expect(cells).toEqual(rows)
    }),
    { numRuns: 40 },
  )
})

test('a bad row is named by its number and the others are read', async () => {
  const { cells, problems } = await read(Buffer.from('one,two,three\na,b,c\nd,e\nf,g,h,i\nj,k,l\n'))
  expect(cells).toEqual([
    ['a', 'b', 'c'],
    ['j', 'k', 'l'],
  ])
  expect(problems.map(({ row, rule }) => [row, rule])).toEqual([
    [3, 'cell_count'],
    [4, 'cell_count'],
  ])
})

test('a stray quotation mark does not swallow the rows after it', async () => {
  const { rows, problems } = await read(Buffer.from('one,two,three\na,5" pipe,c\nd,6" pipe,f\ng,h,i\n'))
  expect(rows.map((row) => row.one)).toContain('g')
  expect(rows.length + problems.filter((problem) => problem.severity === 'error').length).toBe(3)
})

test('a quotation mark that is never closed is reported, and the rows before it are read', async () => {
  const { cells, problems } = await read(Buffer.from('one,two,three\na,b,c\nd,"e,f\ng,h,i\n'))
  expect(cells).toEqual([['a', 'b', 'c']])
  expect(problems).toEqual([
    expect.objectContaining({
      rule: 'broken_row',
      severity: 'error',
      message: expect.stringContaining('never closed'),
    }),
  ])
})

const latin = (text: string) => Buffer.from(text, 'latin1')
test.each([
  ['UTF-16', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('one,two,three\nNúñez,b,c\n', 'utf16le')])],
  ['Windows-1252', latin('one,two,three\nN\xfa\xf1ez,b,c\n')],
  ['Mac Roman', latin('one,two,three\nN\x9c\x96ez,b,c\n')],
])('%s is read with its accents and said so', async (name, bytes) => {
  const { cells, problems } = await read(bytes)
  expect(cells).toEqual([['Núñez', 'b', 'c']])
  expect(problems).toEqual([expect.objectContaining({ rule: 'encoding', message: expect.stringContaining(name) })])
})

test('line ends of an old Mac, semicolons and blank lines are read', async () => {
  expect((await read(Buffer.from('one,two,three\ra,b,c\rd,e,f\r'))).cells).toEqual([
    ['a', 'b', 'c'],
    ['d', 'e', 'f'],
  ])
  expect((await read(Buffer.from('one;two;three\na;b;c\n'))).cells).toEqual([['a', 'b', 'c']])
  expect((await read(Buffer.from('one,two,three\na,b,c\n\nd,e,f\n'))).cells).toEqual([
    ['a', 'b', 'c'],
    ['d', 'e', 'f'],
  ])
})

test('a social security number never reaches the database, whatever the column is called', async () => {
  const { rows } = await read(Buffer.from('one,Social Security Number,two,SSN,three\na,123-45-6789,b,123-45-6789,c\n'))
  expect(rows).toEqual([expect.objectContaining({ one: 'a', two: 'b', three: 'c' })])
  expect(JSON.stringify(rows)).not.toContain('6789')
})

test('a header is understood in the wrong case, and a misspelled one gets a suggestion', () => {
  const { header, problems } = matchHeader(spec, ['ONE', 'thre', 'metadata.x', '', 'two', 'two'])
  expect(header.cells).toEqual(['one', null, null, null, 'two', null])
  expect(problems.map(({ rule }) => rule)).toEqual([
    'header_case',
    'header_typo',
    'header_unknown',
    'header_empty',
    'header_twice',
  ])
  expect(problems[1]!.message).toContain('Did you mean three?')
})
