import { isBlankWord } from './cells.ts'
import { dayIn, type DayOrder } from './days.ts'
import { fields } from './fields.ts'
import type { FileMapping } from './mapping.ts'
import { isCoded, meaningFor } from './meanings.ts'
import { baseOf, rowKinds } from './row-kinds.ts'

export type Values = Record<string, string>

/** What stands in a record under a key of a file's; a header may be called like something that every object has. */
const own = <T>(all: Record<string, T> | undefined, key: string): T | undefined =>
  all && Object.hasOwn(all, key) ? all[key] : undefined

const free = new Set(['name', 'text'])

/** A cell as its field needs it. What is not understood stays as it is, so that it is named in the report; blank is nothing, never zero. */
export function valueOf(mapping: FileMapping, header: string, field: string, cell: string): string {
  const value = cell.trim()
  const shape = fields[field]?.shape
  if (value === '') return ''
  const said = own(own(mapping.values, header), value)
  if (said !== undefined) return said
  if (isCoded(field)) {
    const usual = meaningFor(field, value)
    if (usual !== undefined) return usual
  }
  if (shape && !free.has(shape) && isBlankWord(value)) return ''
  if (shape === 'day') return dayIn(value, (own(mapping.days, header) ?? 'iso') as DayOrder) ?? value
  return value
}

const outOf100 = (mark: string, best: string) => {
  const [number, most] = [Number(mark.replace(',', '.')), Number(best)]
  return best && most > 0 && Number.isFinite(number) ? String(Math.round((number * 10_000) / most) / 100) : mark
}

/** The values of one row by field; those of repeated columns apart, by their header. */
function read(mapping: FileMapping, cells: readonly string[], row: number) {
  const values: Values = {}
  const repeated: { header: string; value: string }[] = []
  for (const [field, constant] of Object.entries(mapping.constants))
    if (constant.trim()) values[field] = constant.trim().replace('{row}', String(row))
  mapping.headers.forEach((header, i) => {
    const field = own(mapping.columns, header)
    if (!field) return
    const value = valueOf(mapping, header, baseOf(field), cells[i] ?? '')
    if (field.includes(':')) repeated.push({ header: field.slice(field.indexOf(':') + 1), value })
    else values[field] = value
  })
  return { values, repeated }
}

function rowsOf({ holds }: FileMapping, { values, repeated }: ReturnType<typeof read>): Values[] {
  const parts = repeated.filter(({ value }) => !isBlankWord(value))
  if (holds === 'grades') {
    const { bestMark = '', ...rest } = values
    const scaled = (mark: string) => (mark ? outOf100(mark, bestMark) : mark)
    const long =
      rest.numericGrade || rest.letterGrade || repeated.length === 0
        ? [{ ...rest, numericGrade: scaled(rest.numericGrade ?? '') }]
        : []
    const shared = Object.fromEntries(Object.entries(rest).filter(([field]) => !/^(numeric|letter)Grade$/.test(field)))
    return [
      ...long,
      ...parts.map(({ header, value }) => ({ ...shared, termTitle: header, numericGrade: scaled(value) })),
    ]
  }
  const { score, achievement, ...shared } = values
  const main = score || achievement || repeated.length === 0 ? [values] : []
  return holds === 'assessments'
    ? [...main, ...parts.map(({ header, value }) => ({ ...shared, testSubject: header, score: value }))]
    : [values]
}

/**
 * Makes rows of a file's cells, in the order of the mapping's headers, one after the other: what stood above counts where a column
 * repeats it. One row may be several facts, as with marks side by side.
 */
export function translator(mapping: FileMapping) {
  const above = new Map<number, string>()
  const repeats = mapping.below.map((header) => mapping.headers.indexOf(header)).filter((i) => i >= 0)
  let row = 0
  return (given: readonly string[]): Values[] => {
    row++
    const cells = [...given]
    for (const i of repeats)
      if (cells[i]?.trim()) above.set(i, cells[i])
      else cells[i] = above.get(i) ?? ''
    return rowsOf(mapping, read(mapping, cells, row))
  }
}

/** All columns that rows of a kind can have. */
export const columnsOfKind = (kind: string): string[] => {
  const { fields: all, repeated } = rowKinds[kind]!
  return [...new Set(all.filter((field) => field !== repeated && field !== 'bestMark'))]
}
