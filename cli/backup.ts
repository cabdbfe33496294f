import { existsSync } from 'node:fs'
import { stat } from 'node:fs/promises'
import { makeBackup } from '#platform/backup/make.ts'
import { verifyBackup } from '#platform/backup/read.ts'
import { Problem } from '#platform/problems.ts'
import { print, required, say, type Command } from './command.ts'
import { withInstallation } from './desk.ts'

/** `concentric backup FILE`: everything that the database keeps, as of now, in one file. */
export const run: Command = ({ settings, options, words: [name] }) => {
  const file = required(name, 'the file to write, such as concentric-2026-09-01.zip')
  if (existsSync(file)) throw new Problem(409, 'file_exists', `There is already a ${file}. Choose another name.`)
  return withInstallation(settings, async ({ urls }) => {
    const contents = await makeBackup(urls.concentric_owner, file, (table, place, of) =>
      say(`${place} of ${of}: ${table.name}, ${table.rows} rows`),
    )
    const wrong = await verifyBackup(file)
    if (wrong.length > 0) throw new Problem(500, 'backup_damaged', `The backup is not good: ${wrong.join(' ')}`)
    const { size } = await stat(file)
    if (options.json) print(JSON.stringify({ file, bytes: size, ...contents }))
    else print(`Written and read again: ${file}, ${size} bytes, ${contents.tables.length} tables.`)
    return 0
  })
}
