import { readdir, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { Problem } from '#platform/problems.ts'
import type { ImporterOptions } from './check.ts'
import { keptFolder } from './files/keep.ts'
import { forgetLook } from './mapped/queries.ts'
import { findImport } from './queries.ts'
import { dropStaging } from './staging/queries.ts'

const over = new Set(['discarded', 'applied', 'undone'])
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const aDay = 24 * 60 * 60 * 1000

const stillWanted = () => new Problem(409, 'not_now', 'This import is not discarded, so its files are kept.')

/** Deletes the kept files and the staging of an import that is discarded or over. Its row, its hashes and its problems stay. */
export async function discardImport(importId: string, { door, dataDir }: ImporterOptions): Promise<void> {
  await door.importing(importId, async (tx, _entered, client) => {
    const [row] = await tx(findImport(importId))
    if (!row || !over.has(row.state)) throw stillWanted()
    await tx(forgetLook(importId))
    await dropStaging(client, importId)
  })
  await rm(keptFolder(dataDir, importId), { recursive: true, force: true })
}

/** Deletes what a killed process left lying: files of imports that are over, and uploads that never arrived. */
export async function sweepKept(options: ImporterOptions): Promise<void> {
  const folder = path.join(options.dataDir, 'imports')
  for (const name of await readdir(folder).catch(() => [])) {
    if (uuid.test(name)) await discardImport(name, options).catch(() => {})
    if (name.startsWith('incoming-')) await removeOld(path.join(folder, name))
  }
}

async function removeOld(folder: string) {
  const { mtimeMs } = await stat(folder)
  if (Date.now() - mtimeMs > aDay) await rm(folder, { recursive: true, force: true })
}
