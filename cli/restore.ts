import { destroyAgain, ledgerFile, readLedger } from '#features/students/retention/ledger.ts'
import { restoreBackup } from '#platform/backup/restore.ts'
import { openInstallation } from '#platform/installation.ts'
import { featureNames } from '#features/index.ts'
import { print, required, say, type Command } from './command.ts'

/** `concentric restore FILE`: an empty database becomes what the backup holds, and is compared with it. */
export const run: Command = async ({ settings, options, words: [name] }) => {
  const file = required(name, 'the backup to restore')
  let rows = 0
  const ledger = await readLedger(options.destroyed ?? ledgerFile(settings.dataDir))
  let destroyed = 0
  const restore = (ownerUrl: string) =>
    restoreBackup(ownerUrl, file, {
      report: (table, place, of) => {
        rows += table.rows
        say(`${place} of ${of}: ${table.name}, ${table.rows} rows`)
      },
      afterLoad: async (tx) => void (destroyed = await destroyAgain(tx, ledger)),
    })
  const installation = await openInstallation(settings, featureNames, say, restore)
  await installation.close()
  if (options.json) print(JSON.stringify({ file, rows, destroyed, ok: true }))
  else print(`Restored ${rows} rows from ${file}, and compared them.${again(destroyed)} Everybody signs in anew.`)
  return 0
}

const again = (rows: number) => (rows > 0 ? ` ${rows} rows of records destroyed since were destroyed again.` : '')
