import { makeResetLink } from '#features/people/owner-acts.ts'
import { unsafeAsOwner } from '#platform/owner.ts'
import { print, required, type Command } from './command.ts'
import { withInstallation } from './desk.ts'

/** `concentric account reset-code EMAIL`: a way back in for somebody who can neither read mail nor show a code any more. */
export const run: Command = ({ settings, options, words }) => {
  const email = required(words[0], 'the e-mail address of the account')
  return withInstallation(settings, async ({ urls }) => {
    const site = settings.publicUrl ?? `http://${settings.host}:${settings.port}`
    const link = await unsafeAsOwner(urls.concentric_owner, (tx) =>
      makeResetLink(tx, { email, site, operator: settings.operator }),
    )
    print(
      options.json
        ? JSON.stringify({ email, link })
        : `Be sure that you speak with the person whose account it is, then give them this link. It works once, for 30 minutes, sets a new password and switches the code app off:\n${link}`,
    )
    return 0
  })
}
