import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestDatabase, type TestDatabase } from '../../test/database.ts'
import { somebodyTries } from '../../test/world-acts.ts'
import { differences } from '../../test/world-check.ts'
import { somethingHappens } from '../../test/world-events.ts'
import { twoAreJoined } from '../../test/world-merges.ts'
import { shrink } from '../../test/world-shrink.ts'
import { everythingThere, storeWorld, studentTableNames } from '../../test/world-store.ts'
import { chanceFrom } from './chance.ts'
import { elements } from './oracle-matrix.ts'
import { eighteenthBirthday } from './oracle.ts'
import { keyOf, rowsOf, type World } from './world.ts'
import { worldFrom } from './worlds.ts'

// CONCENTRIC_WORLDS says how many worlds, CONCENTRIC_SEED which one is the first.
const first = Number(process.env.CONCENTRIC_SEED ?? 1)
const count = Number(process.env.CONCENTRIC_WORLDS ?? 60)

let db: TestDatabase
beforeAll(async () => {
  db = await openTestDatabase()
})
afterAll(() => db.close())

/** What nobody was shown is there all the same: a denial is proved twice. */
async function expectEverythingThere(world: World) {
  const there = await everythingThere(db.owner, world)
  for (const table of studentTableNames) {
    const known = rowsOf(world, table).map((row) => keyOf(table, row))
    expect(there[table].sort(), `${table} of world ${world.seed}`).toEqual(known.sort())
  }
}

async function differencesIn(world: World) {
  const chance = chanceFrom(world.seed + 7)
  const found = await differences(db, world, chance)
  for (let i = 0; i < 3 && !found.length; i++) found.push(...(await somebodyTries(db, world, chance)))
  if (found.length) return found
  for (let i = 0; i < 3; i++) await somethingHappens(db.owner, world, chance)
  found.push(...(await differences(db, world, chance)))
  if (found.length || chance.is(0.5)) return found
  await twoAreJoined(db, world, chance)
  return differences(db, world, chance)
}

test(
  `in ${count} random worlds, everyone sees and may write exactly what the domain's rules say`,
  async () => {
    for (let seed = first; seed < first + count; seed++) {
      const world = worldFrom(seed)
      await storeWorld(db.owner, world)
      const found = await differencesIn(world)
      if (found.length) {
        const shrunk = await shrink(db, world)
        expect.fail(
          `CONCENTRIC_SEED=${seed} CONCENTRIC_WORLDS=1 shows it again: ${found[0]} (and ${found.length - 1} more)\n${shrunk}`,
        )
      }
      await expectEverythingThere(world)
    }
  },
  30_000 + count * 5_000,
)

test('the elements that the oracle knows are the elements of the database', async () => {
  const { rows } = await db.owner.query('select element from access.element order by 1')
  expect(rows.map((row) => row.element)).toEqual([...elements].sort())
})

test('a student turns 18 on the same day in the database and by the calendar, 29 February included', async () => {
  const { rows } = await db.owner.query<{ birth: string; eighteenth: string }>(
    `select d::date as birth, (d + interval '18 years')::date as eighteenth from generate_series(date '2003-12-25', date '2012-03-05', interval '1 day') d`,
  )
  for (const { birth, eighteenth } of rows) expect(eighteenthBirthday(birth)).toBe(eighteenth)
})
