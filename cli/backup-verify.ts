import { openBackup, verifyBackup } from '#platform/backup/read.ts'
import { print, required, type Command } from './command.ts'

/** `concentric backup verify FILE`: reads the whole file and compares it with what it says of itself. */
export const run: Command = async ({ options, words: [name] }) => {
  const file = required(name, 'the backup to read')
  const wrong = await verifyBackup(file)
  const contents = wrong.length === 0 ? await contentsOf(file) : undefined
  if (options.json) print(JSON.stringify({ file, ok: wrong.length === 0, wrong, ...contents }))
  else print(contents ? `${file} of ${contents.madeAt} is whole.` : wrong.join('\n'))
  return contents ? 0 : 1
}

async function contentsOf(file: string) {
  const backup = await openBackup(file)
  backup.close()
  return backup.contents
}
