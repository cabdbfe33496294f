import type { Database, Session } from '#platform/database.ts'
import { openImportDoor, type ImportDoor } from '#platform/import-door.ts'
import type { Installation } from '#platform/installation.ts'
import { answerImport, requestImport } from '../imports/desk/queries.ts'
import { applyImport, checkImport, discardImport, receiveImport } from '../imports/importer.ts'
import type { Mapping } from '../imports/mapped/mapping.ts'
import { findLook, setMapping } from '../imports/mapped/queries.ts'
import { refreshFlags } from './import-tasks.ts'

export type Desk = { installation: Pick<Installation, 'urls' | 'dataDir'>; database: Database; session: Session }
export type Wish = {
  paths: readonly string[]
  sourceName: string
  apply: boolean
  /** Answers given in advance, by the key of the question. */
  answers?: Record<string, string>
  /** What the columns of files that follow no standard mean, said in advance. */
  mapping?: Mapping
}

/**
 * Brings files in from the command line or for the demo, without the background worker: kept, read, checked and, if wanted,
 * applied with fresh flags. Answers with the import's id; its counts and problems stand in its row. A dry run stays
 * until it is discarded (`discardDryRun`), so that it can be shown; one that fails leaves nothing.
 */
export async function bringIn(desk: Desk, wish: Wish): Promise<string> {
  const { database, session, installation } = desk
  const { dataDir, urls } = installation
  const door = openImportDoor(urls.concentric_import)
  try {
    const { paths, sourceName, apply } = wish
    const id = await receiveImport({ database, session, dataDir, sourceName, from: paths })
    await door.alone(id, async () => {
      if (!apply) return checkOrDiscard(desk, wish, door, id)
      await check(desk, wish, door, id)
      await database.as(session, null, (tx) => tx(requestImport(id, 'apply')))
      await applyImport(id, { door, dataDir, afterApply: refreshFlags })
    })
    return id
  } finally {
    await door.close()
  }
}

async function read({ database, session, installation }: Desk, { mapping }: Wish, door: ImportDoor, id: string) {
  const { dataDir } = installation
  const checked = await checkImport(id, { door, dataDir })
  if (!mapping || !(checked.state === 'needs_mapping' || checked.mapping)) return checked
  await database.as(session, null, async (tx) => {
    const [look] = await tx(findLook(id))
    await tx(setMapping(id, look!.version, mapping.files))
  })
  return checkImport(id, { door, dataDir })
}

async function check(desk: Desk, wish: Wish, door: ImportDoor, id: string) {
  const { database, session, installation } = desk
  const { answers = {} } = wish
  const { dataDir } = installation
  const { questions } = await read(desk, wish, door, id)
  const given = Object.entries(answers).filter(([key]) => questions.some((question) => question.key === key))
  if (given.length === 0) return
  const [answered] = await database.as(session, null, (tx) => tx(answerImport(id, Object.fromEntries(given))))
  if (answered!.state === 'received') await checkImport(id, { door, dataDir })
}

const checkOrDiscard = (desk: Desk, wish: Wish, door: ImportDoor, id: string) =>
  check(desk, wish, door, id).catch((error) => discardDryRun(desk, id).finally(() => Promise.reject(error)))

/** The files and the staging of a dry run go; its row, its counts and its problems stay. */
export async function discardDryRun({ database, session, installation }: Desk, id: string): Promise<void> {
  const { dataDir, urls } = installation
  const door = openImportDoor(urls.concentric_import)
  try {
    await database.as(session, null, (tx) => tx(requestImport(id, 'discard')))
    await discardImport(id, { door, dataDir })
  } finally {
    await door.close()
  }
}
