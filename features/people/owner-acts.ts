import type { OwnerTx } from '#platform/owner.ts'
import { Problem } from '#platform/problems.ts'
import { hashOf, newToken } from '#platform/session.ts'
import * as query from './queries.ts'
import { resetMail } from './sign-in/mails.ts'
import { makeResetStep } from './sign-in/queries.ts'

/** An invitation for the address, good for two weeks. Returns the token of its link, which is kept nowhere. */
export async function inviteSteward(tx: OwnerTx, community: string, district: string, email: string) {
  const address = email.trim().toLowerCase()
  // Whoever has an account in this community is the person on record already.
  const [known] = await tx(query.findPersonOfAddress(address, community))
  const personId = known?.personId ?? (await tx(query.addPerson(community, address.split('@')[0]!, '')))[0]!.id
  await tx(query.addMembership(community, personId, 'data_steward', { district }))
  const token = newToken()
  await tx(query.addInvitation(community, personId, address, hashOf(token)))
  return token
}

type Reset = { email: string; site: string; operator: string }

/** A link by which somebody who is locked out sets a new password, good once and for half an hour. The person is told by mail. */
export async function makeResetLink(tx: OwnerTx, { email, site, operator }: Reset): Promise<string> {
  const token = newToken()
  const [made] = await tx(makeResetStep(email, hashOf(token), operator, resetMail(site)))
  if (!made?.made)
    throw new Problem(404, 'not_found', `There is no account of ${email} that may sign in. Look at how it is spelled.`)
  return `${site}/recovery/new#${token}`
}

/**
 * The session of the operator at the command line: a person on record, data steward of the district for today only. Sessions of
 * operators last an hour and are listed like everyone's.
 */
export async function openOperatorSession(tx: OwnerTx, community: string, district: string, operator: string) {
  const email = `${operator.toLowerCase().replace(/[^a-z0-9._-]/g, '-')}@operator.invalid`
  const [account] = await tx(query.ensureAccount(email, null, true))
  const [linked] = await tx(query.findAccountPerson(account!.id, community))
  const personId = linked?.personId ?? (await tx(query.addPerson(community, operator, '(operator)')))[0]!.id
  if (!linked) await tx(query.linkAccount(account!.id, community, personId))
  const [membership] = await tx(query.ensureMembershipToday(community, personId, district))
  const token = newToken()
  await tx(query.addOperatorSession(account!.id, hashOf(token), community, membership!.id))
  return { tokenHash: hashOf(token), hat: membership!.id }
}
