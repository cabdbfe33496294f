import { rm } from 'node:fs/promises'
import path from 'node:path'
import type pg from 'pg'
import type { Tx } from '#platform/database.ts'
import type { EnteredImport } from '#platform/import-door.ts'
import { Problem } from '#platform/problems.ts'
import { forgetImages, keepImages, noteIdentifiers, settleSchools, withdraw, write } from './applying/queries.ts'
import { changedStudents } from './applying/changed-students.ts'
import { contentHash } from './content.ts'
import { checkImport, failureOf, workOf, type ImporterOptions } from './check.ts'
import type { Counts } from './facts/queries.ts'
import { factTables, type FactTable } from './facts/tables.ts'
import { hashOf, keptFolder } from './files/keep.ts'
import { asRefusal, refusals } from './files/refusals.ts'
import { forgetLook } from './mapped/queries.ts'
import { oneRosterFiles } from './oneroster/columns.ts'
import { keepCopies } from './oneroster/queries.ts'
import { openProgress } from './progress.ts'
import {
  fail,
  findImport,
  finishApply,
  isStale,
  lockCommunity,
  setState,
  startCounting,
  type ImportRow,
} from './queries.ts'
import type { Work } from './staging/names.ts'
import { countStaged, dropStaging, expectRows, findMade } from './staging/queries.ts'

/**
 * Called inside the transaction that applies or undoes, after the facts are in place: what is derived from them is made anew. `students` are
 * those whose facts changed, and nobody else's did; without it, anyone's may have.
 */
export type AfterApply = (
  tx: Tx,
  about: { communityId: string; districtId: string; importId: string; students?: string[] },
) => Promise<void>
export type ApplyOptions = ImporterOptions & { afterApply?: AfterApply }

const needsAnswer = () =>
  new Problem(409, 'needs_answer', 'This import has a question for the data steward. Answer it first.')
const needsMapping = () =>
  new Problem(409, 'needs_mapping', 'Nobody has said yet what the columns of these files are. Say it first.')
const notNow = (state: string) =>
  new Problem(409, 'not_now', `An import that is ${state} cannot be applied. Send the files again.`)
const changedMeanwhile = () =>
  new Problem(
    409,
    'changed_meanwhile',
    'Another import was applied while this one was about to be. Look at it again and apply it then.',
  )
const notAsCounted = (table: string) =>
  new Problem(
    500,
    'not_as_counted',
    `What would be written to ${table} is not what the dry run counted, so nothing was written. Check the files again.`,
  )

/** Whether what stands in staging is still what was checked; unlogged tables are empty after a crash. */
async function isStaged({ door }: ImporterOptions, row: ImportRow) {
  if (row.stagedRows === null) return false
  return (await door.staging((client) => countStaged(client, workOf(row)))) === row.stagedRows
}

async function checkKept({ dataDir }: ImporterOptions, row: ImportRow) {
  for (const { name, sha256 } of row.files) {
    const found = await hashOf(path.join(keptFolder(dataDir, row.id), name)).catch(() =>
      Promise.reject(refusals.gone()),
    )
    if (found !== sha256) throw refusals.changed(name)
  }
}

/** The import, checked, with nothing applied since; checks it once more where that is not so. */
async function freshlyChecked(importId: string, options: ApplyOptions) {
  const found = await options.door.importing(importId, async (tx) => {
    const [row] = await tx(findImport(importId))
    const [{ stale } = { stale: true }] = await tx(isStale(importId))
    return { row: row!, stale }
  })
  const { row, stale } = found
  if (!['received', 'reading', 'checking', 'checked', 'applying', 'needs_answer'].includes(row.state))
    throw notNow(row.state)
  await checkKept(options, row)
  const isReady = ['checked', 'applying'].includes(row.state) && !stale && (await isStaged(options, row))
  const checked = isReady ? row : await checkImport(importId, options)
  if (checked.state === 'needs_mapping') throw needsMapping()
  if (checked.state === 'needs_answer') throw needsAnswer()
  return checked
}

type Counted = Pick<Counts, 'added' | 'changed' | 'withdrawn'>

async function writeTable(client: pg.PoolClient, work: Work, fact: FactTable, counted: Counted) {
  await keepImages(client, work, fact)
  const { added, changed } = await write(client, work, fact)
  const withdrawn = await withdraw(client, work, fact)
  if (added !== counted.added || changed !== counted.changed || withdrawn !== counted.withdrawn)
    throw notAsCounted(fact.table)
}

async function writeFacts(client: pg.PoolClient, work: Work, row: ImportRow, onRows: (rows: number) => void) {
  for (const fact of factTables) {
    const counted = row.counts[fact.table] ?? { added: 0, changed: 0, withdrawn: 0 }
    if (counted.added + counted.changed + counted.withdrawn > 0) await writeTable(client, work, fact, counted)
    onRows(counted.added + counted.changed + counted.withdrawn)
    if (fact.table === 'enrollment') await settleSchools(client, work)
  }
  // Files that were applied before are not staged again, and name nobody anew.
  if (row.stagedRows !== null) await noteIdentifiers(client, work)
}

/** Applies a checked import: all of it in one transaction, or nothing. Called again after a crash, it begins anew. */
export async function applyImport(importId: string, options: ApplyOptions): Promise<ImportRow> {
  const { door, dataDir, afterApply } = options
  const progress = openProgress(door, importId)
  try {
    const row = await freshlyChecked(importId, options)
    const rows = Object.values(row.counts).reduce((sum, each) => sum + each.added + each.changed + each.withdrawn, 0)
    await door.importing(importId, async (tx) => {
      await tx(setState(importId, 'applying'))
      await tx(startCounting(importId, rows))
    })
    const applied = await door.importing(importId, async (tx, entered: EnteredImport, client) => {
      await expectRows(client, rows)
      await tx(lockCommunity(entered.communityId))
      if ((await tx(isStale(importId)))[0]!.stale) throw changedMeanwhile()
      await tx(forgetImages(importId))
      const work = workOf(row)
      await findMade(client, work)
      await writeFacts(client, work, row, progress.add)
      await keepCopies(client, work, oneRosterFiles(true))
      await progress.finish()
      await tx(finishApply(importId, contentHash(row)))
      const students = await changedStudents(client, work, row)
      const { communityId, districtId } = entered
      await afterApply?.(tx, { communityId, districtId, importId, ...(students && { students }) })
      await tx(forgetLook(importId))
      await dropStaging(client, importId)
      return (await tx(findImport(importId)))[0]!
    })
    await rm(keptFolder(dataDir, importId), { recursive: true, force: true })
    return applied
  } catch (error) {
    await progress.finish()
    await backToChecked(importId, options, error)
    throw asRefusal(error)
  }
}

/** What could not be applied stays as it was checked, and says why. */
async function backToChecked(importId: string, { door }: ApplyOptions, error: unknown) {
  await door
    .importing(importId, async (tx) => {
      const [row] = await tx(findImport(importId))
      if (row?.state === 'applying') await tx(fail(importId, failureOf(error), 'checked'))
    })
    .catch(() => {})
}
