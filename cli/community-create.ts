import { makeCommunity } from '#features/communities/create.ts'
import { unsafeAsOwner } from '#platform/owner.ts'
import { print, required, type Command } from './command.ts'
import { withInstallation } from './desk.ts'

export const run: Command = async ({ settings, options, words }) => {
  const slug = required(words[0], 'a short name, such as riverbend')
  const name = required(options.name, '--name')
  const timeZone = options['time-zone'] ?? Intl.DateTimeFormat().resolvedOptions().timeZone
  return withInstallation(settings, async ({ urls }) => {
    await unsafeAsOwner(urls.concentric_owner, (tx) => makeCommunity(tx, { slug, name, timeZone }))
    print(
      options.json
        ? JSON.stringify({ community: slug, name, timeZone })
        : `Made the community ${name} (${slug}), time zone ${timeZone}.`,
    )
    return 0
  })
}
