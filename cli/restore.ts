import { restoreBackup } from '#platform/backup/restore.ts'
import { openInstallation } from '#platform/installation.ts'
import { featureNames } from '#features/index.ts'
import { print, required, say, type Command } from './command.ts'

/** `concentric restore FILE`: an empty database becomes what the backup holds, and is compared with it. */
export const run: Command = async ({ settings, options, words: [name] }) => {
  const file = required(name, 'the backup to restore')
  let rows = 0
  const restore = (ownerUrl: string) =>
    restoreBackup(ownerUrl, file, (table, place, of) => {
      rows += table.rows
      say(`${place} of ${of}: ${table.name}, ${table.rows} rows`)
    })
  const installation = await openInstallation(settings, featureNames, say, restore)
  await installation.close()
  if (options.json) print(JSON.stringify({ file, rows, ok: true }))
  else print(`Restored ${rows} rows from ${file}, and compared them. Everybody signs in anew.`)
  return 0
}
