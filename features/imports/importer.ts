import { rename, rm } from 'node:fs/promises'
import type { Database, Session } from '#platform/database.ts'
import { keepFiles, keptFolder, uploadsAt, type Upload } from './files/keep.ts'
import { receive } from './queries.ts'

export { applyImport, type AfterApply, type ApplyOptions } from './apply.ts'
export { checkImport, type ImporterOptions } from './check.ts'
export { discardImport, sweepKept } from './discard.ts'
export { undoImport } from './undo.ts'
export { uploadsAt, type Upload } from './files/keep.ts'

export type Receiving = {
  database: Database
  session: Session
  dataDir: string
  /** Where the files come from, as the district calls it: "Student information system". */
  sourceName: string | (() => string)
  /** What is brought: paths (files, folders, zips), or uploads that are read once. */
  from: readonly string[] | Iterable<Upload> | AsyncIterable<Upload>
}

const isPaths = (from: Receiving['from']): from is readonly string[] =>
  Array.isArray(from) && typeof from[0] === 'string'

/** Keeps the files and registers the import for the data steward who sends them. Answers with its id; reading comes next. */
export async function receiveImport({ database, session, dataDir, sourceName, from }: Receiving): Promise<string> {
  const uploads = isPaths(from) ? await uploadsAt(from) : from
  const { folder, files } = await keepFiles(dataDir, uploads)
  try {
    const kind = files.some((file) => file.kind === 'xml' || file.kind === 'json') ? 'edfi' : 'oneroster'
    const id = await database.as(
      session,
      null,
      async (tx) => (await tx(receive(typeof sourceName === 'string' ? sourceName : sourceName(), kind, files)))[0]!.id,
    )
    await rename(folder, keptFolder(dataDir, id))
    return id
  } catch (error) {
    await rm(folder, { recursive: true, force: true })
    throw error
  }
}
