import { listUnsentMail } from '#features/people/queries.ts'
import type { WaitingMail } from '#features/people/contract.ts'
import { unsafeAsOwner } from '#platform/owner.ts'
import { print, type Command } from './command.ts'
import { withInstallation } from './desk.ts'

/** Mail that waits: because no mail server is set up, or because it does not take it now. */
export const run: Command = ({ settings, options }) =>
  withInstallation(settings, async ({ urls }) => {
    const mails = await unsafeAsOwner(urls.concentric_owner, (tx) => tx(listUnsentMail()))
    if (options.json) print(JSON.stringify(mails))
    else if (mails.length === 0) print('No mail is waiting.')
    else for (const mail of mails) print(inWords(mail))
    return 0
  })

const inWords = ({ recipient, subject, body, queuedAt, problem }: WaitingMail & { problem: string | null }) =>
  `To ${recipient}, written ${new Date(queuedAt).toISOString()}${problem ? `, not taken yet (${problem})` : ''}\n${subject}\n\n${body}\n${'-'.repeat(60)}`
