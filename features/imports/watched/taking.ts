import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import type { ImportDoor } from '#platform/import-door.ts'
import { Problem } from '#platform/problems.ts'
import { keepFiles, keptFolder, uploadsAt, type Kept } from '../files/keep.ts'
import { asRefusal } from '../files/refusals.ts'
import { isForUs } from './steadiness.ts'
import { beginTaking, finishTaking, listApplied, type Taking, type WatchedSource } from './queries.ts'

export type TakingOptions = { door: ImportDoor; dataDir: string }

const takenFolder = (folder: string, importId: string) => path.join(folder, 'taken', importId)
const isGone = (error: unknown) => (error as { code?: string }).code === 'ENOENT'

/** Moves the files out of the way of the next ones, each in one step. What was moved before a kill is there already. */
export async function moveAside(folder: string, { id, files }: Taking): Promise<string> {
  const taken = takenFolder(folder, id)
  await mkdir(taken, { recursive: true, mode: 0o700 })
  for (const name of files)
    await rename(path.join(folder, name), path.join(taken, name)).catch((error) => {
      if (!isGone(error)) throw error
    })
  return taken
}

type Keeping = { files: Kept[]; failure: string | null }

/** Copies what was taken to where the importer reads it. Files that are refused stay where they were taken to, and the reason is told. */
async function keepTaken(dataDir: string, importId: string, taken: string): Promise<Keeping> {
  const kept = keptFolder(dataDir, importId)
  await rm(kept, { recursive: true, force: true })
  try {
    const uploads = (await uploadsAt([taken])).filter(({ name }) => isForUs(name))
    const { folder, files } = await keepFiles(dataDir, uploads)
    await rename(folder, kept)
    return { files, failure: null }
  } catch (error) {
    const refused = asRefusal(error)
    if (!(refused instanceof Problem) || refused.status >= 500) throw refused
    return { files: [], failure: refused.message }
  }
}

/**
 * Takes the files of a source, or goes on with what a killed process began to take: moved aside, kept, and made an import of the
 * source's owner. Each step may be done again. Answers with the import, or nothing when these were the files of the last one.
 */
export async function take(
  source: Pick<WatchedSource, 'id'>,
  folder: string,
  files: readonly string[],
  { door, dataDir }: TakingOptions,
): Promise<string | undefined> {
  const [begun] = await door.reading((tx) => tx(beginTaking(source.id, files)))
  const { taking } = begun!
  const taken = await moveAside(folder, taking)
  const { files: kept, failure } = await keepTaken(dataDir, taking.id, taken)
  const [done] = await door.reading((tx) => tx(finishTaking(source.id, kept, failure)))
  if (done!.isNew) return taking.id
  await rm(keptFolder(dataDir, taking.id), { recursive: true, force: true })
  await rm(taken, { recursive: true, force: true })
  return undefined
}

/** Lets go of the files of imports that were applied: whoever sent them still has them, and nobody else should. */
export async function letGo(source: Pick<WatchedSource, 'id'>, folder: string, { door }: TakingOptions): Promise<void> {
  const taken = path.join(folder, 'taken')
  const ids = (await readdir(taken).catch(() => [])).filter((name) => /^[0-9a-f-]{36}$/.test(name))
  if (ids.length === 0 || !(await stat(taken)).isDirectory()) return
  for (const { id } of await door.reading((tx) => tx(listApplied(source.id, ids))))
    await rm(takenFolder(folder, id), { recursive: true, force: true })
}
