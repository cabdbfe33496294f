import { requireCommunity } from '#features/communities/create.ts'
import { inviteSteward } from '#features/people/owner-acts.ts'
import { unsafeAsOwner } from '#platform/owner.ts'
import { print, required, UsageError, type Command } from './command.ts'
import { withInstallation } from './desk.ts'

export const run: Command = async ({ settings, options, words }) => {
  const email = required(words[0], 'the e-mail address of the steward')
  if (!/^\S+@\S+\.\S+$/.test(email)) throw new UsageError(`"${email}" is not an e-mail address.`)
  const slug = required(options.community, '--community SLUG')
  return withInstallation(settings, async ({ urls }) => {
    const token = await unsafeAsOwner(urls.concentric_owner, async (tx) => {
      const { communityId, districtId } = await requireCommunity(tx, slug)
      return inviteSteward(tx, communityId, districtId, email)
    })
    const link = `${settings.publicUrl ?? `http://${settings.host}:${settings.port}`}/invitation/${token}`
    print(
      options.json
        ? JSON.stringify({ email, link })
        : `Send this link to ${email}. It works once, for two weeks:\n${link}`,
    )
    return 0
  })
}
