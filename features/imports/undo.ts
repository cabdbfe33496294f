import type { ApplyOptions } from './apply.ts'
import { forgetIdentifiers, removeAdded, restoreRows, restoreSchools } from './applying/queries.ts'
import { failureOf, workOf } from './check.ts'
import { factTables } from './facts/tables.ts'
import { asRefusal } from './files/refusals.ts'
import { Problem } from '#platform/problems.ts'
import { forgetCopies } from './oneroster/queries.ts'
import { fail, findImport, findLastApplied, finishUndo, lockCommunity, type ImportRow } from './queries.ts'

const notLast = () =>
  new Problem(
    409,
    'not_last',
    'Only the last import can be undone. Undo the later ones first, or import the right files.',
  )
const inUse = () =>
  new Problem(
    409,
    'in_use',
    'People have written about students or staff whom this import added, so it cannot be undone as a whole. Import a corrected set of files instead.',
  )

/** Puts back exactly what was before the last applied import, in one transaction. */
export async function undoImport(importId: string, { door, afterApply }: ApplyOptions): Promise<ImportRow> {
  try {
    return await door.importing(importId, async (tx, entered, client) => {
      await tx(lockCommunity(entered.communityId))
      const [row] = await tx(findImport(importId))
      const [last] = await tx(findLastApplied())
      if (!row || last?.id !== importId) throw notLast()
      const work = workOf(row)
      for (const fact of [...factTables].reverse()) {
        await removeAdded(client, work, fact)
        await restoreRows(client, work, fact)
      }
      await forgetIdentifiers(client, work)
      await restoreSchools(client, work)
      await forgetCopies(client, work)
      await tx(finishUndo(importId))
      await afterApply?.(tx, { communityId: entered.communityId, districtId: entered.districtId, importId })
      return (await tx(findImport(importId)))[0]!
    })
  } catch (error) {
    const refused = (error as { code?: string }).code === '23503' ? inUse() : asRefusal(error)
    await backToApplied(importId, door, refused)
    throw refused
  }
}

const backToApplied = (importId: string, door: ApplyOptions['door'], error: unknown) =>
  door
    .importing(importId, async (tx) => {
      const [row] = await tx(findImport(importId))
      if (row?.state === 'undoing') await tx(fail(importId, failureOf(error), 'applied'))
    })
    .catch(() => {})
