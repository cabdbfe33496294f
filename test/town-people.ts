import { createHash, randomUUID } from 'node:crypto'
import type { Session } from '#platform/database.ts'
import type { SmallTown } from './small-town.ts'

type Place = { school_id?: string; district_id?: string; organization_id?: string }

/** Somebody more in the small town, signed in with one role. */
export async function sessionFor(
  { db, id, today }: SmallTown,
  name: string,
  role: string,
  place: Place,
): Promise<Session & { hat: string; person: string }> {
  const [person, hat] = [randomUUID(), randomUUID()]
  const tokenHash = createHash('sha256').update(`token of ${name} ${hat}`).digest()
  await db.owner.query(
    `with p as (insert into person (community_id, id, given_name, family_name, is_worker) values ($1, $2, $3, 'Town', true)),
       a as (insert into platform.account (id, email) values ($2, $2 || '@town.example')),
       l as (insert into platform.account_person (account_id, community_id, person_id) values ($2, $1, $2)),
       m as (insert into membership (community_id, id, person_id, role, school_id, district_id, organization_id, from_on, approved_at)
         values ($1, $4, $2, $5, $6, $7, $8, $9, now()))
     insert into platform.session (token_hash, account_id, community_id, hat_kind, hat_id, how, expires_at)
     values ($10, $2, $1, 'membership', $4, 'password', now() + interval '1 hour')`,
    [
      id.community,
      person,
      name,
      hat,
      role,
      place.school_id ?? null,
      place.district_id ?? null,
      place.organization_id ?? null,
      today,
      tokenHash,
    ],
  )
  return { tokenHash, hat, person }
}
