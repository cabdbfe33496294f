import { readFileSync } from 'node:fs'
import path from 'node:path'
import { recordKinds } from '../records.ts'

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/**
 * Which import a statement works for; its staging tables carry its id in their names. `made` says which of them are there: what a set of
 * files has nothing of is not made.
 */
export type Work = { importId: string; sourceId: string; made: Set<string>; fileNames?: ReadonlyMap<string, string> }

export const snake = (name: string) =>
  name
    .replace(/[^A-Za-z0-9]/g, '_')
    .replace(/(?<=[a-z0-9])[A-Z]/g, '_$&')
    .toLowerCase()

/** Tables that may not be there, which the empty views of access.sql stand in for. */
const mayBeUntold = new Set([
  ...recordKinds.map(snake),
  ...['present_day', 'named_gone', 'want_person', 'want_class_teacher'],
  ...['want_calendar_date', 'want_enrollment'],
])

const standIn = (table: string) => {
  if (table.startsWith('gone_')) return 'access.untold_gone'
  return mayBeUntold.has(table) ? `access.untold_${table}` : undefined
}

/** The name of a staging table of one import, ready for SQL. */
export function stageName(importId: string, table: string) {
  if (!uuid.test(importId) || !/^[a-z_0-9]+$/.test(table)) throw new Error(`No staging table is named ${table}.`)
  return `staging.i${importId.replaceAll('-', '')}_${table}`
}

/** SQL written for "stage.…" tables, :import_id, :source_id and file_of('…'), made to mean the tables, ids and file names of one import. */
export function forWork(text: string, { importId, sourceId, made, fileNames }: Work) {
  for (const id of [importId, sourceId]) if (!uuid.test(id)) throw new Error('An id is not a UUID.')
  return text
    .replace(/\bstage\.(\w+)/g, (_, table: string) =>
      made.has(table) ? stageName(importId, table) : (standIn(table) ?? stageName(importId, table)),
    )
    .replace(
      /\bfile_of\('([\w.]+)'\)/g,
      (_, name: string) => `'${(fileNames?.get(name) ?? name).replaceAll("'", "''")}'`,
    )
    .replaceAll(':import_id', `'${importId}'::uuid`)
    .replaceAll(':source_id', `'${sourceId}'::uuid`)
}

const texts = new Map<string, string>()

/** The text of an SQL file of this feature. */
export function sqlFile(name: string) {
  const known = texts.get(name)
  if (known !== undefined) return known
  const text = readFileSync(path.join(import.meta.dirname, '..', name), 'utf8')
  texts.set(name, text)
  return text
}
