import { parse } from 'csv-parse/sync'
import type { FileSpec } from '../csv/file-spec.ts'
import { distance, matchHeader } from '../csv/header.ts'
import { ownSpecOf } from '../csv/adapter.ts'
import { oneRosterFiles } from '../oneroster/columns.ts'
import { delimiterOf } from './table.ts'

type Named = { name: string; head: string }

function headersOf({ head }: Named): string[] {
  try {
    const [record] = parse(head, {
      to: 1,
      delimiter: delimiterOf(head),
      relax_quotes: true,
      relax_column_count: true,
      bom: true,
    }) as string[][]
    return record ?? []
  } catch {
    return []
  }
}

const isMisspelled = (column: string, headers: readonly string[]) =>
  headers.some(
    (header) => distance(header.toLowerCase(), column.toLowerCase()) <= Math.max(1, Math.floor(column.length / 5)),
  )

/** Whether a needed column is missing, and not merely misspelled. */
const lacks = (spec: FileSpec, headers: readonly string[]) =>
  spec.columns.some(({ name, need }) => need === 'needed' && !isMisspelled(name, headers))
const matched = (spec: FileSpec, headers: readonly string[]) =>
  matchHeader(spec, headers).header.cells.filter(Boolean).length

/**
 * Tells tables that have no more than the name of a standard's file. Without a manifest, a set in which a needed column of OneRoster is
 * missing is not OneRoster; and a file with the name of one of ours, of whose columns it has less than half, is not ours.
 */
export function isOtherTable(files: readonly Named[]): (file: Named) => boolean {
  const lower = ({ name }: Named) => name.toLowerCase()
  const names = files.map(lower)
  const specs = oneRosterFiles(names.includes('roles.csv'))
  const rosterSpec = (file: Named) => specs.find((spec) => spec.file.toLowerCase() === lower(file))
  const isOtherSet =
    !names.includes('manifest.csv') &&
    files.some((file) => {
      const spec = rosterSpec(file)
      const headers = headersOf(file)
      return spec !== undefined && headers.length > 1 && lacks(spec, headers)
    })
  return (file) => {
    if (rosterSpec(file)) return isOtherSet
    const own = ownSpecOf(file.name)
    if (!own) return false
    const headers = headersOf(file)
    const needed = own.columns.filter(({ need }) => need === 'needed').length
    return headers.length > 1 && lacks(own, headers) && matched(own, headers) < needed / 2
  }
}
