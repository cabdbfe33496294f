import { randomUUID } from 'node:crypto'
import { chanceFrom } from '#features/access/chance.ts'
import type { World } from '#features/access/world.ts'
import type { TestDatabase } from './database.ts'
import { differences } from './world-check.ts'
import { copyOf, storeWorld } from './world-store.ts'

const isStill = async (db: TestDatabase, world: World) => {
  const copy = copyOf(world, randomUUID)
  const hats = [...copy.membership, ...copy.rows.guardianship, ...copy.student].map((hat) => hat.id!)
  try {
    await storeWorld(db.owner, copy)
    return (await differences(db, copy, chanceFrom(1), hats))[0]
  } catch {
    await db.owner.query('rollback')
    return undefined
  }
}

const patience = 90_000

/** Takes away what the difference does not need, whole lists first and then smaller pieces, and tells what is left of the world. */
export async function shrink(db: TestDatabase, world: World): Promise<string> {
  const small = structuredClone(world)
  const until = Date.now() + patience
  let sentence = await isStill(db, small)
  if (!sentence)
    return 'The difference does not show in a copy of the world: it takes what happened or was tried before.'
  const lists = [
    ...Object.values(small.rows),
    small.membership,
    small.class_teacher,
    small.agreement_element,
  ] as unknown[][]
  for (const list of lists) {
    for (let size = list.length; size >= 1; size = Math.floor(size / 2)) {
      for (let at = 0; at < list.length && Date.now() < until;) {
        const taken = list.splice(at, size)
        const found = await isStill(db, small)
        if (found) sentence = found
        else list.splice(at, 0, ...taken)
        if (!found) at += size
      }
    }
  }
  const rows = Object.fromEntries(Object.entries(small.rows).filter(([, list]) => list.length))
  return `${sentence}\nWhat is left of the world: ${JSON.stringify({ today: small.today, membership: small.membership, rows })}`
}
