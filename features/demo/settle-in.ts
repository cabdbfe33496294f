import type { OwnerTx } from '#platform/owner.ts'
import { addMembership, addPerson, ensureAccount, linkAccount } from '../people/queries.ts'
import { cast } from './cast.ts'
import { demoAddress } from './index.ts'
import type { Organization } from './places.ts'
import * as query from './queries.ts'

const worksAtSchool = new Set(['coordinator', 'principal', 'counselor', 'teacher'])
const guardiansLeftToApprove = 6

/** Gives every member of the cast an account of the demo, and those who work at school or for everybody their role. */
export async function settleIn(tx: OwnerTx, community: string, district: string) {
  const schools = new Map((await tx(query.findSchools(community))).map((school) => [school.externalId, school.id]))
  const organizations = await addOrganizations(tx, community)
  let steward = ''
  for (const [key, person] of Object.entries(cast.people)) {
    const [account] = await tx(ensureAccount(demoAddress(key), null, false))
    if (person.role === 'stranger') continue
    const [imported] = person.sourcedId ? await tx(query.findImportedPerson(community, person.sourcedId)) : []
    const id =
      imported?.id ??
      (await tx(addPerson(community, person.name.given, person.name.family, isWorker(person.role))))[0]!.id
    await tx(linkAccount(account!.id, community, id))
    const school =
      person.at in cast.schools
        ? schools.get(cast.schools[person.at as keyof typeof cast.schools].sourcedId)
        : undefined
    await tx(query.dropProposals(community, id))
    if (person.role === 'data_steward') await tx(addMembership(community, (steward = id), 'data_steward', { district }))
    else if (person.role === 'partner_worker')
      await tx(addMembership(community, id, person.role, { organization: organizations.get(person.at)! }))
    else if (person.role === 'backbone' || person.role === 'network_analyst')
      await tx(addMembership(community, id, person.role, {}))
    else if (worksAtSchool.has(person.role) && person.role !== 'teacher')
      await tx(addMembership(community, id, person.role, { school: school! }))
    else if (person.role === 'eligible_student') await letSignIn(tx, community, person.sourcedId!, id)
  }
  await tx(query.approveGuardians(community, steward, guardiansLeftToApprove))
}

const isWorker = (role: string) => !['guardian', 'eligible_student'].includes(role)

async function letSignIn(tx: OwnerTx, community: string, number: string, person: string) {
  const [student] = await tx(query.findStudentByNumber(community, number))
  if (student) await tx(query.letStudentSignIn(community, student.id, person))
}

async function addOrganizations(tx: OwnerTx, community: string) {
  const made = new Map<string, string>()
  for (const [key, { name, sector, partnerLevel }] of Object.entries<Organization>(cast.organizations))
    made.set(key, (await tx(query.insertOrganization(community, name, sector, partnerLevel ?? null)))[0]!.id)
  return made
}
