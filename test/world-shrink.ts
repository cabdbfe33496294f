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

/** Takes away what the difference does not need, piece by piece, and tells what is left of the world. */
export async function shrink(db: TestDatabase, world: World): Promise<string> {
  const small = structuredClone(world)
  let sentence = await isStill(db, small)
  if (!sentence) return 'The difference does not show in a copy of the world.'
  const lists = [
    small.membership,
    small.class_teacher,
    small.agreement_element,
    ...Object.values(small.rows),
  ] as unknown[][]
  for (const list of lists) {
    for (let i = list.length - 1; i >= 0; i--) {
      const [taken] = list.splice(i, 1)
      const found = await isStill(db, small)
      if (found) sentence = found
      else list.splice(i, 0, taken)
    }
  }
  const left = {
    today: small.today,
    membership: small.membership,
    rows: Object.fromEntries(Object.entries(small.rows).filter(([, r]) => r.length)),
  }
  return `${sentence}\nWhat is left of the world: ${JSON.stringify(left)}`
}
