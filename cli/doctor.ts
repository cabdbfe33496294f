import { examine } from '#platform/doctor.ts'
import { print, type Command } from './command.ts'
import { withInstallation } from './desk.ts'

export const run: Command = ({ settings, options }) =>
  withInstallation(settings, async (installation) => {
    const findings = await examine(installation)
    if (options.json) print(JSON.stringify({ findings }))
    else for (const { ok, sentence } of findings) print(`${ok ? 'ok  ' : 'LOOK'} ${sentence}`)
    return findings.every((finding) => finding.ok) ? 0 : 1
  })
