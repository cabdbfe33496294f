import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import readXlsxFile from 'read-excel-file/node'
import { buffer, text } from 'node:stream/consumers'
import { Readable } from 'node:stream'
import { expect, test } from 'vitest'
import { csvStream, xlsxFile, type Cell } from './export-cells.ts'

const hostile = fc.constantFrom(
  '=1+1',
  '+1',
  '-2',
  '@SUM(A1)',
  '\tx',
  '\rx',
  '\nx',
  '000001',
  '1e5',
  '"',
  'a"b',
  'a,b',
  'a\r\nb',
  'Ñandú',
  '💡',
  '',
)
const inherited = fc.constantFrom('constructor', 'toString', '__proto__', '\u0000')
const cells = fc.oneof(hostile, fc.string({ unit: 'grapheme' }), fc.integer(), fc.constant(null))
const table = fc.array(fc.tuple(cells, cells), { maxLength: 8 })
const head = ['One', 'Two']

async function* pagesOf(rows: readonly Cell[][]) {
  for (let at = 0; at < rows.length; at += 3) yield rows.slice(at, at + 3)
}
const readCsv = async (rows: readonly Cell[][]): Promise<string[][]> =>
  parse(await text(csvStream(head, pagesOf(rows))), { bom: true, relax_column_count: true })

test('a CSV parser reads every cell back, and no cell begins as a formula does', async () => {
  await fc.assert(
    fc.asyncProperty(table, async (rows) => {
      const [readHead, ...read] = await readCsv(rows)
      expect(readHead).toEqual(head)
      expect(read.map((cells) => cells.map((cell) => cell.replace(/^'(?=[=+\-@\t\r\n])/, '')))).toEqual(
        rows.map((row) => row.map((cell) => String(cell ?? ''))),
      )
      for (const [r, line] of read.entries())
        for (const [c, cell] of line.entries())
          if (typeof rows[r]![c] === 'string') expect(cell).not.toMatch(/^[=+\-@\t\r\n]/)
    }),
    { numRuns: 200 },
  )
})

test('a spreadsheet gets texts as texts: 000001 keeps its zeros, and =1+1 stays what somebody wrote', async () => {
  const rows = [
    ['000001', '=1+1'],
    ['-2', 7],
    ['@x', null],
    ['Ñandú', '1e5'],
  ]
  const file = await xlsxFile('About', head, pagesOf(rows))
  const read = await readXlsxFile(Readable.from([file]))
  const sheet = (
    Array.isArray(read) && 'data' in Object(read[0]) ? (read[0] as unknown as { data: unknown[][] }).data : read
  ) as unknown[][]
  expect(sheet[0]![0]).toBe('About')
  expect(sheet[1]).toEqual(head)
  expect(sheet.slice(2)).toEqual(rows)
})

test('whatever somebody wrote, the workbook opens, and its cells are texts', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.oneof(fc.string({ unit: 'binary' }), inherited), hostile), { minLength: 1, maxLength: 5 }),
      async (rows) => {
        const file = await xlsxFile('About', head, pagesOf(rows))
        const read = await readXlsxFile(Readable.from([file]))
        expect(JSON.stringify(read)).toContain('About')
        expect(JSON.stringify(read)).toContain('Two')
      },
    ),
    { numRuns: 40 },
  )
})

test('the next page is read only when the one before has gone', async () => {
  let asked = 0
  async function* pages() {
    for (; asked < 3;) {
      asked++
      yield [['x']]
    }
  }
  const stream = csvStream(['X'], pages())
  expect(asked).toBe(0)
  expect((await buffer(stream)).toString('utf8')).toBe('\uFEFF"X"\r\n"x"\r\n"x"\r\n"x"\r\n')
})
