import { randomUUID } from 'node:crypto'
import type { OwnerTx } from '#platform/owner.ts'
import { Problem } from '#platform/problems.ts'
import {
  createCommunity,
  createDistrict,
  describeCommunity,
  findCommunity,
  isTimeZone,
  listDistricts,
} from './queries.ts'

export type NewCommunity = {
  slug: string
  name: string
  timeZone: string
  isDemo?: boolean
  district?: { name: string; externalId: string | null }
}

/** Makes a community with one district, which bears the community's name unless another is given. */
export async function makeCommunity(tx: OwnerTx, wanted: NewCommunity) {
  if (!/^[a-z0-9][a-z0-9-]{1,62}$/.test(wanted.slug))
    throw new Problem(400, 'invalid', `"${wanted.slug}" cannot be a short name: use small letters, digits and dashes.`)
  if (!(await tx(isTimeZone(wanted.timeZone)))[0]?.found)
    throw new Problem(400, 'invalid', `There is no time zone "${wanted.timeZone}". Name one such as America/Chicago.`)
  if ((await tx(findCommunity(wanted.slug))).length)
    throw new Problem(409, 'exists', `There is a community "${wanted.slug}" already. Choose another short name.`)
  const id = randomUUID()
  await tx(createCommunity(id, wanted.slug, wanted.isDemo ?? false))
  await tx(describeCommunity(id, wanted.name, wanted.timeZone))
  const district = wanted.district ?? { name: wanted.name, externalId: null }
  const [made] = await tx(createDistrict(id, district.name, district.externalId))
  return { communityId: id, districtId: made!.id }
}

/** The community of that short name and its district, or a sentence that says how to make or choose one. */
export async function requireCommunity(tx: OwnerTx, slug: string) {
  const [community] = await tx(findCommunity(slug))
  if (!community)
    throw new Problem(
      404,
      'not_found',
      `There is no community "${slug}". Make it with: concentric community create ${slug} --name "…"`,
    )
  const districts = await tx(listDistricts(community.id))
  return { communityId: community.id, districtId: districts[0]!.id, districts }
}
