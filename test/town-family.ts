import { createHash, randomUUID } from 'node:crypto'
import type { Session } from '#platform/database.ts'
import type { SmallTown } from './small-town.ts'

const keys = ['mother', 'father', 'steward', 'principal', 'motherOf', 'fatherOf', 'stewardHat', 'principalHat'] as const

/** Dana's mother and father, the data steward of the district and the principal of her school, each with a session. */
export async function addFamily(town: SmallTown) {
  const ids = Object.fromEntries(keys.map((key) => [key, randomUUID()])) as Record<(typeof keys)[number], string>
  const c = town.id.community
  await town.db.owner.query(`
    insert into person (community_id, id, given_name, family_name, is_worker) values
      ('${c}', '${ids.mother}', 'Mara', 'A', false), ('${c}', '${ids.father}', 'Filip', 'A', false),
      ('${c}', '${ids.steward}', 'Stella', 'W', true), ('${c}', '${ids.principal}', 'Paul', 'P', true);
    insert into membership (community_id, id, person_id, role, school_id, district_id, from_on, approved_at) values
      ('${c}', '${ids.stewardHat}', '${ids.steward}', 'data_steward', null, '${town.id.district}', '${town.today}', now()),
      ('${c}', '${ids.principalHat}', '${ids.principal}', 'principal', '${town.id.school}', null, '${town.today}', now());
    insert into guardianship (community_id, id, student_id, access_school_id, person_id, from_on, approved_at) values
      ('${c}', '${ids.motherOf}', '${town.id.child}', '${town.id.school}', '${ids.mother}', '2020-01-01', now()),
      ('${c}', '${ids.fatherOf}', '${town.id.child}', '${town.id.school}', '${ids.father}', '2020-01-01', now());
    insert into student_contact (community_id, student_id, access_school_id, person_id, name, phone) values
      ('${c}', '${town.id.child}', '${town.id.school}', '${ids.mother}', 'Mara A', '555-0100'),
      ('${c}', '${town.id.child}', '${town.id.school}', '${ids.father}', 'Filip A', '555-0101')`)
  const signIn = async (person: string, kind: string, hat: string): Promise<Session> => {
    const tokenHash = createHash('sha256').update(`token of ${hat}`).digest()
    await town.db.owner.query(
      `insert into platform.account (id, email) values ('${person}', '${person}@town.example') on conflict do nothing;
       insert into platform.account_person (account_id, community_id, person_id) values ('${person}', '${c}', '${person}') on conflict do nothing`,
    )
    await town.db.owner.query(
      `insert into platform.session (token_hash, account_id, community_id, hat_kind, hat_id, how, expires_at)
       values ($1, $2, $3, $4, $5, 'password', now() + interval '1 hour')`,
      [tokenHash, person, c, kind, hat],
    )
    return { tokenHash, hat }
  }
  return {
    ids,
    mother: await signIn(ids.mother, 'guardianship', ids.motherOf),
    father: await signIn(ids.father, 'guardianship', ids.fatherOf),
    steward: await signIn(ids.steward, 'membership', ids.stewardHat),
    principal: await signIn(ids.principal, 'membership', ids.principalHat),
  }
}
export type TownFamily = Awaited<ReturnType<typeof addFamily>>
