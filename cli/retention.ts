import { destroyStudents } from '#features/students/retention/destroy.ts'
import { ledgerFile, writeLedger } from '#features/students/retention/ledger.ts'
import { findKeepYears, keepFor, listDue, type Due } from '#features/students/retention/queries.ts'
import { unsafeAsOwner } from '#platform/owner.ts'
import { Problem } from '#platform/problems.ts'
import { print, UsageError, type Command } from './command.ts'
import { asOperator, type OperatorDesk } from './desk.ts'

/** `concentric retention`: which records are due to be destroyed, and with --apply their destruction. Records on legal hold stay. */
export const run: Command = (call) => {
  const { options, settings } = call
  const years = options['keep-years'] === undefined ? undefined : Number(options['keep-years'])
  if (years !== undefined && !(Number.isInteger(years) && years >= 1 && years <= 100))
    throw new UsageError('--keep-years is a whole number of years from 1 to 100.')
  return asOperator(call, async (desk) => {
    const due = await listAll(desk, years)
    const wanted = due.filter(({ isHeld }) => !isHeld)
    // A hold that was placed since the list was made counts too.
    const { gone, held } = options.apply ? await destroy(desk, wanted, settings.operator) : { gone: {}, held: [] }
    const isKept = ({ id, isHeld }: Due) => isHeld || held.includes(id)
    const report = {
      applied: options.apply ?? false,
      due: due.filter((each) => !isKept(each)).map(line),
      held: due.filter(isKept).map(line),
      rows: gone,
    }
    print(options.json ? JSON.stringify(report) : sentence(report))
    return 0
  })
}

const line = ({ externalId, lastDay }: Due) => ({ externalId, lastDay })

const listAll = ({ installation, communityId, districtId }: OperatorDesk, years: number | undefined) =>
  unsafeAsOwner(installation.urls.concentric_owner, async (tx) => {
    if (years !== undefined) await tx(keepFor(communityId, districtId, years))
    const [district] = await tx(findKeepYears(communityId, districtId))
    if (!district?.keepYears)
      throw new Problem(
        409,
        'no_retention',
        'Say first how long records are kept: concentric retention --keep-years 7 …',
      )
    return tx(listDue(communityId, districtId))
  })

async function destroy({ installation, communityId }: OperatorDesk, due: Due[], operator: string) {
  const ids = due.map(({ id }) => id)
  const url = installation.urls.concentric_owner
  const done = await unsafeAsOwner(url, (tx) => destroyStudents(tx, communityId, ids, operator))
  await unsafeAsOwner(url, (tx) => writeLedger(ledgerFile(installation.dataDir), tx))
  return done
}

const sentence = ({ applied, due, held }: { applied: boolean; due: object[]; held: object[] }) =>
  [
    applied
      ? `Destroyed: the records of ${due.length} students.`
      : `Due to be destroyed: the records of ${due.length} students.`,
    held.length > 0 ? `On legal hold, and kept: ${held.length}.` : '',
    applied
      ? 'Keep destroyed.jsonl of the data folder with your backups.'
      : 'Nothing was changed. Add --apply to destroy them for good.',
  ]
    .filter(Boolean)
    .join(' ')
