import { say, withInstallation, type Command } from './command.ts'

export const run: Command = async ({ settings }) =>
  withInstallation(settings, async () => {
    say('The database is up to date.')
    return 0
  })
