import { say, type Command } from './command.ts'
import { withInstallation } from './desk.ts'

export const run: Command = async ({ settings }) =>
  withInstallation(settings, async () => {
    say('The database is up to date.')
    return 0
  })
