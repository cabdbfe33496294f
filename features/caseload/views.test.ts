import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Session } from '#platform/database.ts'
import { openSmallTown, type SmallTown } from '../../test/small-town.ts'
import { sessionFor, type TownPerson } from '../../test/town-people.ts'
import { deleteView, listViews, renameView, saveView } from './views/queries.ts'

let town: SmallTown
let dana: TownPerson
let noor: TownPerson

beforeAll(async () => {
  town = await openSmallTown()
  dana = await sessionFor(town, 'Dana', 'coordinator', { school_id: town.id.school })
  noor = await sessionFor(town, 'Noor', 'coordinator', { school_id: town.id.school })
})
afterAll(() => town.db.close())

const as = <T>(who: Session, work: Parameters<typeof town.db.database.as<T>>[2]) => town.db.database.as(who, null, work)
const views = (who: Session) => as(who, (tx) => tx(listViews()))
const save = (who: Session, name: string) =>
  as(who, async (tx) => (await tx(saveView({ name, flag: 'attendance', sort: 'attendance' })))[0]!.id)

test('a view is read, renamed and deleted by whoever saved it, and by nobody else', async () => {
  const id = await save(dana, ' Often away ')
  expect(await views(dana)).toMatchObject([{ id, name: 'Often away', flag: 'attendance', grade: null, version: 1 }])
  expect(await views(noor)).toEqual([])
  const mine = { version: 1, name: 'Away' }
  await expect(as(noor, (tx) => tx(renameView(id, mine)))).rejects.toMatchObject({ hint: 'not_found' })
  await expect(as(noor, (tx) => tx(deleteView(id)))).rejects.toMatchObject({ hint: 'not_found' })
  await as(dana, (tx) => tx(renameView(id, mine)))
  expect((await views(dana))[0]!.name).toBe('Away')
  await as(dana, (tx) => tx(deleteView(id)))
  expect(await views(dana)).toEqual([])
})

test('of two windows that rename a view the second is told, and two views do not share a name', async () => {
  const id = await save(dana, 'One')
  await save(dana, 'Two')
  await as(dana, (tx) => tx(renameView(id, { version: 1, name: 'First' })))
  const stale = as(dana, (tx) => tx(renameView(id, { version: 1, name: 'Mine' })))
  await expect(stale).rejects.toMatchObject({ code: 'CN409', hint: 'view_changed' })
  await expect(save(dana, 'Two')).rejects.toMatchObject({ hint: 'view_exists' })
  await expect(as(dana, (tx) => tx(renameView(id, { version: 2, name: 'Two' })))).rejects.toMatchObject({
    hint: 'view_exists',
  })
  expect((await views(dana)).map(({ name }) => name)).toEqual(['First', 'Two'])
})

test('a view holds how the list is seen, and no word about a student', async () => {
  const { rows } = await town.db.owner.query<{ name: string }>(
    `select attname as name from pg_attribute where attrelid = 'saved_view'::regclass and attnum > 0 and not attisdropped order by 1`,
  )
  expect(rows.map(({ name }) => name)).toEqual([
    'community_id',
    'flag',
    'grade',
    'id',
    'membership_id',
    'name',
    'scope',
    'sort',
    'version',
  ])
})
