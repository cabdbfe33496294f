import {
  addMembership,
  addPerson,
  chooseHat,
  ensureAccount,
  linkAccount,
  listHats,
  startSessionOf,
} from '#features/people/queries.ts'
import type { Database } from '#platform/database.ts'
import type { Installation } from '#platform/installation.ts'
import { unsafeAsOwner } from '#platform/owner.ts'
import { hashOf, newToken } from '#platform/session.ts'

type Place = { urls: Installation['urls']; ids: { communityId: string } }

/** Makes a person of that role and signs them in, with the hat on: the token of the session. */
export async function signIn(
  database: Database,
  { urls, ids: { communityId } }: Place,
  role: string,
  scope: { school?: string; district?: string },
) {
  const token = newToken()
  const account = await unsafeAsOwner(urls.concentric_owner, async (tx) => {
    const [person] = await tx(addPerson(communityId, role, 'Bench'))
    await tx(addMembership(communityId, person!.id, role, scope))
    const [made] = await tx(ensureAccount(`${role}@bench.example`, null, false))
    await tx(linkAccount(made!.id, communityId, person!.id))
    return made!.id
  })
  await database.knock(startSessionOf(account, hashOf(token), 'password', 'bench', 1))
  const [hat] = await database.knock(listHats(hashOf(token)))
  await database.knock(chooseHat(hashOf(token), hat!.id))
  return token
}
