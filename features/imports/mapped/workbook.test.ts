import { createWriteStream } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import writeXlsx from 'write-excel-file/node'
import yazl from 'yazl'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { lookAt } from './look.ts'
import { numberText, sheetsOf } from './workbook.ts'

let folder: string
beforeEach(async () => void (folder = await mkdtemp(path.join(tmpdir(), 'concentric-workbook-'))))
afterEach(() => rm(folder, { recursive: true, force: true }))

const text = (value: string) => ({ value, type: String })
const sheet = [
  [text('Student ID'), text('Entry Date'), text('Score'), text('Room')],
  [
    text('000101'),
    { value: new Date('2025-08-25T00:00:00Z'), type: Date, format: 'mm/dd/yyyy' },
    { value: 88, type: Number },
    text('a "b", c'),
  ],
  [text('000102'), null, { value: 70.5, type: Number }, null],
]

async function workbook(name: string, data: unknown) {
  const file = path.join(folder, name)
  const made = await (
    writeXlsx as unknown as (data: unknown, options?: unknown) => { toFile: (file: string) => Promise<void> }
  )(data)
  await made.toFile(file)
  return file
}

test('sheets become tables: days as days, text with its zeros, 1.0 as 1, rows under their own numbers', async () => {
  const [only] = await sheetsOf(await workbook('Roster.xlsx', sheet), 'Roster.xlsx')
  const seen = await lookAt(only!)
  expect(seen!.file).toMatch(/^Roster\.xlsx › /)
  expect(seen!.samples).toEqual([
    ['000101', '2025-08-25', '88', 'a "b", c'],
    ['000102', '', '70.5', ''],
  ])
  expect(['1.0', '1E5', '0.5', '000'].map(numberText)).toEqual(['1', '100000', '0.5', '0'])
})

test('a sheet of 45,000 rows is read within 300 MB', async () => {
  const rows = Array.from({ length: 45_000 }, (_, i) => [
    text(`S${i}`),
    text('Ana'),
    text('Lopez'),
    { value: i, type: Number },
  ])
  const file = await workbook('Large.xlsx', [['Student ID', 'First Name', 'Last Name', 'Number'].map(text), ...rows])
  rows.length = 0
  const before = process.memoryUsage().rss
  const [only] = await sheetsOf(file, 'Large.xlsx')
  const seen = await lookAt(only!)
  expect(seen!.rows).toBe(45_000)
  expect(process.memoryUsage().rss - before).toBeLessThan(300 * 1024 ** 2)
}, 60_000)

test('a workbook that unpacks to far more than it weighs is not opened, and a damaged one says so', async () => {
  const zip = new yazl.ZipFile()
  zip.addBuffer(Buffer.alloc(40 * 1024 ** 2), 'xl/worksheets/sheet1.xml')
  zip.end()
  const bomb = path.join(folder, 'bomb.xlsx')
  await pipeline(zip.outputStream, createWriteStream(bomb))
  await expect(sheetsOf(bomb, 'bomb.xlsx')).rejects.toThrow('would unpack to far more than it weighs')
  const cut = path.join(folder, 'cut.xlsx')
  await writeFile(cut, 'PK\x03\x04')
  await expect(sheetsOf(cut, 'cut.xlsx')).rejects.toThrow('damaged')
})
