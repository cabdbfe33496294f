import type { Database, Session } from '#platform/database.ts'
import { openImportDoor } from '#platform/import-door.ts'
import type { Installation } from '#platform/installation.ts'
import { answerImport, requestImport } from '../imports/desk/queries.ts'
import { applyImport, checkImport, receiveImport } from '../imports/importer.ts'
import { refreshFlags } from './import-tasks.ts'

export type Desk = { installation: Pick<Installation, 'urls' | 'dataDir'>; database: Database; session: Session }
export type Wish = {
  paths: readonly string[]
  sourceName: string
  apply: boolean
  /** Answers given in advance, by the key of the question. */
  answers?: Record<string, string>
}

/**
 * Brings files in from the command line or for the demo, without the background worker: kept, read, checked and, if wanted,
 * applied with fresh flags. Answers with the import's id; its counts and problems stand in its row.
 */
export async function bringIn({ installation, database, session }: Desk, wish: Wish): Promise<string> {
  const { dataDir, urls } = installation
  const door = openImportDoor(urls.concentric_import)
  try {
    const { paths, sourceName, apply, answers = {} } = wish
    const id = await receiveImport({ database, session, dataDir, sourceName, from: paths })
    let row = await checkImport(id, { door, dataDir })
    const given = Object.fromEntries(
      Object.entries(answers).filter(([key]) => row.questions.some((question) => question.key === key)),
    )
    if (Object.keys(given).length > 0) {
      const [answered] = await database.as(session, null, (tx) => tx(answerImport(id, given)))
      if (answered!.state === 'received') row = await checkImport(id, { door, dataDir })
    }
    if (!apply) return id
    await database.as(session, null, (tx) => tx(requestImport(id, 'apply')))
    await applyImport(id, { door, dataDir, afterApply: refreshFlags })
    return id
  } finally {
    await door.close()
  }
}
