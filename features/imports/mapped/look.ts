import type { KeptFile } from '../adapter.ts'
import { isTotalsRow } from './header-row.ts'
import { openTable } from './table.ts'

/** What is shown of a column: how many cells are filled, and its values where they are few. */
export type ColumnLook = {
  header: string
  filled: number
  values: { value: string; count: number }[]
  isListed: boolean
}
/** How a file looks: its headers, its first rows, its columns. Nothing of a secret column is in it. */
export type FileLook = {
  file: string
  headers: string[]
  secrets: string[]
  rows: number
  samples: string[][]
  columns: ColumnLook[]
}
/** With what is needed to compare files, and is not kept: the values of each column, up to a bound. */
export type Seen = FileLook & { distinct: ReadonlyMap<string, ReadonlyMap<string, number>> }

const shownRows = 5
const shownValues = 40
const boundOfValues = 20_000
const longestValue = 200
const socialSecurity = /^\d{3}-\d{2}-\d{4}$/

const isSocialSecurity = (values: ReadonlyMap<string, number>) =>
  values.size > 0 && [...values.keys()].every((value) => socialSecurity.test(value))

function columnLook(header: string, values: ReadonlyMap<string, number>): ColumnLook {
  const isListed = values.size <= shownValues
  const sorted = [...values]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
  const filled = sorted.reduce((sum, { count }) => sum + count, 0)
  return { header, filled, values: isListed ? sorted : [], isListed }
}

/** Reads a file once, from its first row to its last; memory stays bounded whatever its size. */
export async function lookAt(file: KeptFile, onRow: () => void = () => {}): Promise<Seen | undefined> {
  const table = await openTable(file)
  if (!table) return undefined
  const { headers } = table
  const counted = headers.map(() => new Map<string, number>())
  const samples: string[][] = []
  let rows = 0
  for await (const { cells } of table.rows()) {
    if (isTotalsRow(cells)) continue
    rows++
    onRow()
    if (samples.length < shownRows) samples.push(cells.map((cell) => cell.slice(0, longestValue)))
    cells.forEach((cell, i) => {
      const values = counted[i]!
      const value = cell.slice(0, longestValue)
      if (value && (values.size < boundOfValues || values.has(value))) values.set(value, (values.get(value) ?? 0) + 1)
    })
  }
  const kept = headers.flatMap((_, i) => (isSocialSecurity(counted[i]!) ? [] : [i]))
  const pick = <T>(all: readonly T[]) => kept.map((i) => all[i]!)
  return {
    file: file.name,
    headers: pick(headers),
    secrets: [...table.secrets, ...headers.filter((_, i) => !kept.includes(i))],
    rows,
    samples: samples.map(pick),
    columns: pick(headers.map((header, i) => columnLook(header, counted[i]!))),
    distinct: new Map(pick(headers.map((header, i) => [header, counted[i]!] as const))),
  }
}

export const lookOf = ({ file, headers, secrets, rows, samples, columns }: Seen): FileLook => ({
  file,
  headers,
  secrets,
  rows,
  samples,
  columns,
})
