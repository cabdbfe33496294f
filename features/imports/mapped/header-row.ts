import { wordsOf } from './header-words.ts'

const isFilled = (cell: string) => cell.trim() !== ''
const isData = (cell: string) =>
  /^[-+$]?[\d.,]+%?$/.test(cell.trim()) || /^\d{1,4}[-/]\d{1,2}[-/]\d{1,4}/.test(cell.trim())

/**
 * Which row holds the headers, counted from 0: the first that fills at least half of the table's width, has at least two names, and
 * has neither numbers nor days in it. A title, a date of the report and blank rows may stand above. Nothing when this is no table.
 */
export function headerRowOf(rows: readonly (readonly string[])[]): number | undefined {
  const filled = rows.map((row) => row.filter(isFilled).length)
  const width = Math.max(0, ...filled)
  if (width < 2) return undefined
  const isHeader = (row: readonly string[], i: number) =>
    filled[i]! >= Math.max(2, width / 2) && row.filter(isFilled).every((cell) => !isData(cell))
  const found = rows.slice(0, 15).findIndex(isHeader)
  return found < 0 ? undefined : found
}

/** A name for every column: one without a name is called by its place, one that repeats another by its number. */
export function namesOf(row: readonly string[]): string[] {
  const seen = new Map<string, number>()
  return row.map((cell, i) => {
    const name = cell.trim().replace(/\s+/g, ' ') || `column ${i + 1}`
    const key = name.toLowerCase()
    const times = (seen.get(key) ?? 0) + 1
    seen.set(key, times)
    return times === 1 ? name : `${name} (${times})`
  })
}

const totals = /^(grand |sub)?totals?:?$|^(total|sum|count) (of|rows|students|records)\b/i

/** Whether a row is a sum below the table and nobody's record. */
export const isTotalsRow = (cells: readonly string[]) => totals.test(cells.find(isFilled) ?? '')

/** How a remembered file is known again, whatever the date in its name. */
export const stemOf = (file: string) =>
  file
    .split(' › ')
    .map((part) =>
      wordsOf(part.replace(/\.[a-z]{2,4}$/i, ''))
        .filter((word) => !/^\d+$/.test(word))
        .join(' '),
    )
    .join(' › ')
