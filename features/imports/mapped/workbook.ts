import { createReadStream } from 'node:fs'
import { mkdir, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import yauzl from 'yauzl'
import type { KeptFile } from '../adapter.ts'
import { refusals } from '../files/refusals.ts'

/** What a workbook may unpack to; it is held in memory while its sheets are written out as rows. */
export const workbookLimits = { unpackedBytes: 200 * 1024 ** 2, ratio: 150 }

const sizesOf = (file: string) =>
  new Promise<number>((resolve, reject) =>
    yauzl.open(file, { lazyEntries: true, validateEntrySizes: true }, (error, zip) => {
      if (error) return reject(error)
      let bytes = 0
      zip.on('error', reject).on('end', () => resolve(bytes))
      zip.on('entry', (entry: yauzl.Entry) => {
        bytes += entry.uncompressedSize
        zip.readEntry()
      })
      zip.readEntry()
    }),
  )

async function refuseBomb(file: string, name: string) {
  const unpacked = await sizesOf(file).catch(() => Promise.reject(refusals.damagedZip(name)))
  const { size } = await stat(file)
  const isBomb =
    unpacked > workbookLimits.unpackedBytes || (unpacked > 10 * 1024 ** 2 && unpacked > size * workbookLimits.ratio)
  if (isBomb) throw refusals.zipBomb(name)
}

/** A cell as text: a day as YYYY-MM-DD, 1.0 as 1, and what is text in the workbook as it is, leading zeros and all. */
export function cellText(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) {
    const [day, time] = value.toISOString().split('T') as [string, string]
    return time.startsWith('00:00:00') ? day : `${day} ${time.slice(0, 5)}`
  }
  return String(value)
}

const line = (cells: readonly unknown[], width: number) =>
  Array.from({ length: width }, (_, i) => `"${cellText(cells[i]).replaceAll('"', '""')}"`).join(',')

const widest = (rows: readonly (readonly unknown[])[]) => rows.reduce((most, row) => Math.max(most, row.length), 0)

/**
 * The sheets of an .xlsx file as files of rows, each under "Book.xlsx › Sheet". Row numbers are those of the sheet. Empty sheets are
 * left out.
 */
export async function sheetsOf(file: string, name: string): Promise<KeptFile[]> {
  await refuseBomb(file, name)
  const { default: readXlsx } = await import('read-excel-file/node')
  const sheets = await readXlsx(createReadStream(file), { trim: false, parseNumber: numberText }).catch(() =>
    Promise.reject(refusals.damagedZip(name)),
  )
  const folder = path.join(path.dirname(file), 'sheets')
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const kept: KeptFile[] = []
  for (const [i, { sheet, data }] of sheets.entries()) {
    const width = widest(data)
    if (width < 2) continue
    const target = path.join(folder, `${i}-${path.basename(name)}.csv`)
    const text = data.map((row) => line(row, width)).join('\n') + '\n'
    await writeFile(target, text, { mode: 0o600 })
    kept.push({
      name: `${name} › ${sheet}`,
      bytes: Buffer.byteLength(text),
      open: async () => createReadStream(target),
    })
  }
  return kept
}

/** A number as it would be written by hand: 1.0 is 1, and 1e5 is 100000. */
export const numberText = (written: string): string => {
  const number = Number(written)
  return Number.isInteger(number) && Math.abs(number) <= Number.MAX_SAFE_INTEGER
    ? String(number)
    : /e/i.test(written)
      ? String(number)
      : written
}
