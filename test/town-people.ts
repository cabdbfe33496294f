import { createHash, randomUUID } from 'node:crypto'
import type { Session } from '#platform/database.ts'
import type { SmallTown } from './small-town.ts'

/** `token` is what the cookie of the session holds. */
export type TownPerson = Session & { hat: string; person: string; token: string }

type Place = { school_id?: string; district_id?: string; organization_id?: string }

/** Somebody more in the small town, signed in with one role. */
export async function sessionFor(
  { db, id, today }: SmallTown,
  name: string,
  role: string,
  place: Place,
): Promise<TownPerson> {
  const [person, hat] = [randomUUID(), randomUUID()]
  const token = `token of ${name} ${hat}`
  const tokenHash = createHash('sha256').update(token).digest()
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
  return { token, tokenHash, hat, person }
}

/** A guardian of a student, signed in. */
export async function guardianOf({ db, id, today }: SmallTown, name: string, student: string): Promise<TownPerson> {
  const [person, hat] = [randomUUID(), randomUUID()]
  const token = `token of ${name} ${hat}`
  const tokenHash = createHash('sha256').update(token).digest()
  await db.owner.query(
    `with p as (insert into person (community_id, id, given_name, family_name) values ($1, $2, $3, 'Town')),
       a as (insert into platform.account (id, email) values ($2, $2 || '@town.example')),
       l as (insert into platform.account_person (account_id, community_id, person_id) values ($2, $1, $2)),
       g as (insert into guardianship (community_id, id, student_id, access_school_id, person_id, from_on, approved_at)
         select $1, $4, s.id, s.access_school_id, $2, $6, now() from student s where s.id = $5)
     insert into platform.session (token_hash, account_id, community_id, hat_kind, hat_id, how, expires_at)
     values ($7, $2, $1, 'guardianship', $4, 'password', now() + interval '1 hour')`,
    [id.community, person, name, hat, student, today, tokenHash],
  )
  return { token, tokenHash, hat, person }
}
