import { afterAll, beforeAll, expect, test } from 'vitest'
import { sql } from '#platform/database.ts'
import { openSmallTown, type SmallTown } from '../../test/small-town.ts'
import { openingOf } from '../../test/world-check.ts'
import { sessionOf, storeWorld } from '../../test/world-store.ts'
import { chanceFrom } from './chance.ts'
import { hatsOf, isWorn, mayOpen } from './oracle.ts'
import type { Hat, Opened, World } from './world.ts'
import { worldFrom } from './worlds.ts'

const worlds = Number(process.env.CONCENTRIC_WORLDS ?? 40)

let town: SmallTown
beforeAll(async () => {
  town = await openSmallTown()
})
afterAll(() => town.db.close())

const attendance = { elements: ['attendance', 'directory'], students: 'mine' as const }
const recorded = async (where = '') => {
  const { rows } = await town.db.owner.query<{
    student_id: string
    element: string
    person_id: string
    reason: string
  }>(
    `select d.student_id, e.element, d.person_id, d.reason from disclosure d, unnest(d.elements) as e(element) where d.community_id = $1 ${where}`,
    [town.id.community],
  )
  return rows
}
const newly = async (work: () => Promise<unknown>) => {
  const before = (await recorded()).length
  await work().catch(() => {})
  return (await recorded()).slice(before)
}

test('a partner who opens two elements of a student leaves a line with both, and with the reason', async () => {
  const lines = await newly(() => town.enter([sql`select * from student`], attendance, town.tutor))
  expect(lines.map((line) => line.element).sort()).toEqual(['attendance', 'directory'])
  for (const line of lines) expect(line).toMatchObject({ student_id: town.id.child, person_id: town.id.tutorAccount })
  expect(lines[0]!.reason).toMatch(/^agreement 1, as a school official, serving since \d{4}-\d\d-\d\d$/)
})

test('every visit leaves its own line, also when nothing has changed since the last', async () => {
  const visit = () => town.enter([], attendance, town.tutor)
  expect(await newly(async () => [await visit(), await visit()])).toHaveLength(4)
})

test('what is not opened is neither seen nor recorded; what is asked for without a right is neither either', async () => {
  const ask = { elements: ['directory', 'grades', 'notes'], students: [town.id.child, town.id.otherChild] }
  let seen: unknown
  const lines = await newly(async () => {
    const { rows } = await town.enter([sql`select given_name from student`], ask, town.tutor)
    seen = rows[0]
  })
  expect(seen).toEqual([{ given_name: 'Dana' }])
  expect(lines.map((line) => [line.student_id, line.element])).toEqual([[town.id.child, 'directory']])
  expect(await newly(() => town.enter([sql`select * from student`], null, town.tutor))).toEqual([])
})

test('the answer names only the students who were really opened', async () => {
  const ask = { elements: ['directory'], students: [town.id.otherChild, town.id.child] }
  expect((await town.enter([], ask, town.tutor)).entered.opened).toEqual([town.id.child])
})

test('an answer that fails gives no data and leaves no line: the line stands or falls with the answer', async () => {
  const lines = await newly(() =>
    town.db.database.as(town.tutor, attendance, async (tx) => {
      await tx(sql`select * from student`)
      throw new Error('the page could not be made')
    }),
  )
  expect(lines).toEqual([])
  expect(
    await newly(() => town.enter([sql`select * from student`, sql`select 1 / 0`], attendance, town.tutor)),
  ).toEqual([])
  const swallowed = town.db.database.as(town.tutor, attendance, async (tx) => {
    const rows = await tx(sql`select * from student`)
    await tx(sql`select 1 / 0`).catch(() => {})
    return rows
  })
  await expect(swallowed).rejects.toThrow('Something went wrong')
})

test('school staff leave no line', async () => {
  expect(await newly(() => town.enter([sql`select * from student`], attendance))).toEqual([])
})

test('a partner does not read who has seen the record', async () => {
  const list = sql`select * from access.list_disclosures(${town.id.child})`
  await expect(town.enter([list], attendance, town.tutor)).rejects.toMatchObject({ code: 'CN404' })
  await expect(town.enter([list])).rejects.toMatchObject({ code: 'CN404' })
})

const pairsOf = (world: World, hat: Hat, opened: Opened) =>
  world.student
    .filter((s) => opened.students.includes(s.id))
    .flatMap((s) =>
      opened.elements.filter((element) => mayOpen(world, hat, s, element)).map((element) => `${s.id} ${element}`),
    )

const linesIn = async (world: World) => {
  const { rows } = await town.db.owner.query<{ membership_id: string; pair: string }>(
    `select d.membership_id, d.student_id || ' ' || e as pair from disclosure d, unnest(d.elements) e where d.community_id = $1`,
    [world.communityId],
  )
  return rows
}

/** Everyone of the world visits once; answers with what outsiders opened. */
async function visitAll(world: World) {
  const chance = chanceFrom(world.seed)
  const expected: string[] = []
  for (const hat of hatsOf(world).filter((h) => isWorn(world, h) && (h.role === 'partner_worker' || chance.is(0.2)))) {
    const { opening, opened } = openingOf(world, hat, chance)
    await town.enter([], opening ?? attendance, sessionOf(hat))
    expected.push(
      ...(hat.role === 'partner_worker' ? pairsOf(world, hat, opened) : []).map((pair) => `${hat.id} ${pair}`),
    )
  }
  return expected
}

test(
  `in ${worlds} random worlds every opening by an outsider has its line, of just the elements opened, and nobody else leaves one`,
  async () => {
    let opened = 0
    for (let seed = 1; seed <= worlds; seed++) {
      const world = worldFrom(seed)
      await storeWorld(town.db.owner, world)
      const expected = await visitAll(world)
      const lines = (await linesIn(world)).map((line) => `${line.membership_id} ${line.pair}`)
      expect([...new Set(lines)].sort(), `world ${seed}`).toEqual(expected.sort())
      opened += lines.length
    }
    expect(opened).toBeGreaterThan(worlds)
  },
  30_000 + worlds * 5_000,
)

test('a guardian reads who has seen the child’s record, and of no other child', async () => {
  let read = 0
  for (let seed = 1; seed <= Math.min(worlds, 40); seed++) {
    const world = worldFrom(seed)
    for (const hat of hatsOf(world).filter((h) => h.kind !== 'membership' && isWorn(world, h))) {
      for (const student of world.student) {
        const list = sql<{
          elements: string[]
          person_name: string
        }>`select * from access.list_disclosures(${student.id})`
        const answer = town.enter([list], null, sessionOf(hat))
        if (student.id !== hat.studentId) {
          await expect(answer).rejects.toMatchObject({ code: 'CN404' })
          continue
        }
        const told = ((await answer).rows[0] as { elements: string[] }[]).flatMap((line) => line.elements)
        const lines = (await linesIn(world)).filter((line) => line.pair.startsWith(student.id))
        expect(told.sort()).toEqual(lines.map((line) => line.pair.split(' ')[1]).sort())
        read += told.length
      }
    }
  }
  expect(read).toBeGreaterThan(0)
}, 120_000)
