import { destroyAgain, ledgerFile, readLedger } from '#features/students/retention/ledger.ts'
import { restoreBackup } from '#platform/backup/restore.ts'
import { openInstallation } from '#platform/installation.ts'
import { featureNames } from '#features/names.ts'
import { print, required, say, type Command } from './command.ts'

/** `concentric restore FILE`: an empty database becomes what the backup holds, and is compared with it. */
export const run: Command = async ({ settings, options, words: [name] }) => {
  const file = required(name, 'the backup to restore')
  let rows = 0
  const ledger = await readLedger(options.destroyed ?? ledgerFile(settings.dataDir))
  let again = { rows: 0, held: 0 }
  const restore = (ownerUrl: string) =>
    restoreBackup(ownerUrl, file, {
      report: (table, place, of) => {
        rows += table.rows
        say(`${place} of ${of}: ${table.name}, ${table.rows} rows`)
      },
      afterLoad: async (tx) => void (again = await destroyAgain(tx, ledger)),
    })
  const installation = await openInstallation(settings, featureNames, say, restore)
  await installation.close()
  if (options.json) print(JSON.stringify({ file, rows, destroyed: again.rows, held: again.held, ok: true }))
  else print(`Restored ${rows} rows from ${file}, and compared them.${inWords(again)} Everybody signs in anew.`)
  return 0
}

const inWords = ({ rows, held }: { rows: number; held: number }) =>
  [
    rows > 0 ? ` ${rows} rows of records destroyed since were destroyed again.` : '',
    held > 0
      ? ` Records destroyed since that this backup has on legal hold: ${held}. They were kept. Lift the hold and run concentric retention to destroy them again.`
      : '',
  ].join('')
