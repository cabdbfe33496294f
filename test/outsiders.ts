import { randomUUID } from 'node:crypto'
import type { Helper } from './marked-student.ts'
import type { SmallTown } from './small-town.ts'
import { guardianOf, sessionFor, type TownPerson } from './town-people.ts'

const shared = ['directory', 'attendance', 'referrals', 'services', 'needs', 'contacts']

/** A partner worker whose organization has a signed agreement by consent with the district, for all of these elements. */
async function addPartner(town: SmallTown, name: string): Promise<Helper & TownPerson> {
  const { id, today, db } = town
  const [organization, service, agreement] = [randomUUID(), randomUUID(), randomUUID()]
  await db.owner.query(`
    insert into organization (community_id, id, name, sector) values ('${id.community}', '${organization}', '${name}', 'nonprofit');
    insert into service (community_id, id, organization_id, name, need_domains) values ('${id.community}', '${service}', '${organization}', 'Help', '{academic}');
    insert into agreement (community_id, id, organization_id, district_id, number, title, basis, purpose, from_on, until_on, created_by)
      values ('${id.community}', '${agreement}', '${organization}', '${id.district}', '${name}', 'Help', 'consent', 'help', '${today}', '${today}', '${id.account}');
    insert into agreement_element (community_id, agreement_id, element)
      select '${id.community}', '${agreement}', e from unnest('{${shared.join()}}'::text[]) e;
    insert into agreement_signature (community_id, agreement_id, side, person_id, signed_name) values
      ('${id.community}', '${agreement}', 'school', '${id.account}', 'A'), ('${id.community}', '${agreement}', 'partner', '${id.tutorAccount}', 'B')`)
  return {
    ...(await sessionFor(town, name, 'partner_worker', { organization_id: organization })),
    organization,
    service,
    agreement,
  }
}

/** A district of the same community and another community, each with a data steward. */
async function addElsewhere(town: SmallTown) {
  const [district, community, theirs] = [randomUUID(), randomUUID(), randomUUID()]
  await town.db.owner.query(`
    insert into district (community_id, id, name) values ('${town.id.community}', '${district}', 'Across the river');
    insert into community (community_id, name, time_zone) values ('${community}', 'Far away', 'UTC');
    insert into district (community_id, id, name) values ('${community}', '${theirs}', 'Far away');
    insert into platform.community_directory (slug, community_id) values ('far', '${community}')`)
  const far = { ...town, id: { ...town.id, community } }
  return {
    'another district’s steward': await sessionFor(town, 'Selma', 'data_steward', { district_id: district }),
    'another community’s steward': await sessionFor(far, 'Fatou', 'data_steward', { district_id: theirs }),
  }
}

/** People who hold something in this town, and nothing of the marked student's. */
export async function addOutsiders(town: SmallTown) {
  const { id } = town
  const past = await addPartner(town, 'Past')
  const ended = await sessionFor(town, 'Edna', 'counselor', { school_id: id.school })
  await town.db.owner.query(`update membership set from_on = from_on - 9, until_on = from_on - 1 where id = $1`, [
    ended.hat,
  ])
  return {
    'a partner without consent': await addPartner(town, 'Without'),
    'a partner whose consent was withdrawn': past,
    'a network analyst': await sessionFor(town, 'Anders', 'network_analyst', {}),
    'another school’s teacher': await sessionFor(town, 'Grace', 'teacher', { school_id: id.otherSchool }),
    'another school’s counselor': await sessionFor(town, 'Max', 'counselor', { school_id: id.otherSchool }),
    'a classmate’s guardian': await guardianOf(town, 'Ngozi', id.child),
    'somebody whose role has ended': ended,
    ...(await addElsewhere(town)),
  }
}
export type Outsider = keyof Awaited<ReturnType<typeof addOutsiders>>

/** People who hold something of the marked student's: what is denied to others is shown to one of them. */
export async function addInsiders(town: SmallTown) {
  const { id } = town
  const counselor = { ...town.session, hat: id.counselor, person: id.account, token: 'token of counselor' }
  return {
    counselor,
    helper: await addPartner(town, 'Helper'),
    steward: await sessionFor(town, 'Priya', 'data_steward', { district_id: id.district }),
    principal: await sessionFor(town, 'Paul', 'principal', { school_id: id.school }),
    coordinator: await sessionFor(town, 'Dana', 'coordinator', { school_id: id.school }),
  }
}
