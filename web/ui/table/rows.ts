export type Cell = string | number | null | undefined
export type Sort = { key: string; descending: boolean }
export type Readable<Row> = { key: string; label: string; value: (row: Row) => Cell }

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** Rows in which every word typed occurs somewhere, whatever its case and accents. */
export function filterRows<Row>(rows: readonly Row[], columns: readonly Readable<Row>[], typed: string): Row[] {
  const words = plain(typed).split(/\s+/).filter(Boolean)
  if (words.length === 0) return [...rows]
  return rows.filter((row) => {
    const text = plain(columns.map((column) => column.value(row) ?? '').join(' '))
    return words.every((word) => text.includes(word))
  })
}

/** Stable; what is not known stands last in both directions. */
export function sortRows<Row>(
  rows: readonly Row[],
  columns: readonly Readable<Row>[],
  sort: Sort | null,
  locale: string,
): Row[] {
  const column = columns.find(({ key }) => key === sort?.key)
  if (!column || !sort) return [...rows]
  const collator = new Intl.Collator(locale, { numeric: true, sensitivity: 'base' })
  const sign = sort.descending ? -1 : 1
  return [...rows].sort((one, other) => {
    const [a, b] = [column.value(one) ?? null, column.value(other) ?? null]
    if (a === null || b === null) return Number(a === null) - Number(b === null)
    return sign * (typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b)))
  })
}

/** A click on a heading: ascending, then descending. */
export const nextSort = (sort: Sort | null, key: string): Sort => ({
  key,
  descending: sort?.key === key && !sort.descending,
})

// A spreadsheet runs a cell that starts like a formula; the apostrophe keeps it text.
const cellText = (cell: Cell): string => {
  const text = String(cell ?? '')
  const safe = typeof cell === 'string' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

export const toCsv = <Row>(rows: readonly Row[], columns: readonly Readable<Row>[]): string =>
  [columns.map(({ label }) => label), ...rows.map((row) => columns.map((column) => column.value(row)))]
    .map((cells) => cells.map(cellText).join(',') + '\r\n')
    .join('')
