import type { Chance } from '#features/access/chance.ts'
import { hatsOf, isWorn, reaches } from '#features/access/oracle.ts'
import type { Hat, Student, World } from '#features/access/world.ts'
import { sql } from '#platform/database.ts'
import type { TestDatabase } from './database.ts'
import { reload, reloadQuestions, sessionOf, studentTableNames } from './world-store.ts'

/** A data steward and two students whose records this steward may find to be one, or nothing. */
export function whoMayJoin(world: World, chance: Chance) {
  const stewards = hatsOf(world).filter((hat) => hat.role === 'data_steward' && isWorn(world, hat))
  if (!stewards.length) return undefined
  const steward = chance.pick(stewards)
  const known = world.student.filter((s) => !s.withdrawn_at && reaches(world, steward, s))
  const survivor = known.length ? chance.pick(known) : undefined
  const merged = known.find(
    (s) => s.id !== survivor!.id && s.district_id === survivor!.district_id && (survivor!.person_id || !s.person_id),
  )
  return survivor && merged ? { steward, survivor, merged } : undefined
}
export type Joining = { steward: Hat; survivor: Student; merged: Student }

export async function join(db: TestDatabase, { steward, survivor, merged }: Joining): Promise<string> {
  const [made] = await db.database.as(sessionOf(steward), null, (tx) =>
    tx(sql<{ id: string }>`select act.join_identities('student', ${survivor.id}, ${merged.id}) as id`),
  )
  return made!.id
}

/** Two records are found to be one; the world takes over what the tables hold now. */
export async function twoAreJoined(db: TestDatabase, world: World, chance: Chance) {
  const joining = whoMayJoin(world, chance)
  if (!joining) return
  const id = await join(db, joining)
  const { rows } = await db.owner.query<{ at: string }>(
    'select to_jsonb(merged_at) as at from identity_merge where id = $1',
    [id],
  )
  world.merges.push({ survivorId: joining.survivor.id, at: rows[0]!.at })
  world.student = world.student.filter((s) => s.id !== joining.merged.id)
  await reload(db.owner, world, studentTableNames)
  await reloadQuestions(db.owner, world)
}
