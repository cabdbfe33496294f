import type { Tx } from '#platform/database.ts'
import { contentHash } from './content.ts'
import type { Counts } from './facts/queries.ts'
import { copyProblems, findImport, findSame, finishCheck, tellSameFiles, type ImportRow } from './queries.ts'

const nothingChanged = ({ added, changed, unchanged, setAside }: Counts): Counts => ({
  added: 0,
  changed: 0,
  unchanged: added + changed + unchanged,
  withdrawn: 0,
  setAside,
})

const asTold = (counts: Record<string, Counts>) =>
  Object.fromEntries(Object.entries(counts).map(([table, count]) => [table, nothingChanged(count)]))

/**
 * Files that were the last thing applied change nothing when they come again: the import is checked without reading them. Not so when
 * anything was applied or undone since, when attendance is understood in another way, or when the program reads in another way.
 */
export async function checkSameFiles(tx: Tx, row: ImportRow): Promise<ImportRow | undefined> {
  const [same] = await tx(findSame(row.id, row.sourceId, contentHash(row)))
  if (!same) return undefined
  const counts = asTold(same.counts)
  // Nothing is withdrawn by them, so nothing about withdrawing is asked.
  const questions = same.questions.filter((question) => !question.isBlocking)
  await tx(copyProblems(row.id, same.id))
  await tx(tellSameFiles(row.id, same.appliedOn))
  await tx(finishCheck(row.id, { state: 'checked', formats: same.formats, counts, questions, stagedRows: null }))
  return (await tx(findImport(row.id)))[0]!
}
