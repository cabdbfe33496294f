import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { sql } from '#platform/database.ts'
import { checksum } from './fixtures/checksum.ts'
import { district, districtRows } from './fixtures/district.ts'
import { openImportTown, type ImportTown } from './fixtures/town.ts'

// Several imports one after another in each test.
vi.setConfig({ testTimeout: 120_000 })

let town: ImportTown
beforeAll(async () => void (town = await openImportTown()))
afterAll(() => town?.close())
beforeEach(async () => void (await town.moveOn()))

// Ana once more, under another id and with a class of its own.
const twice = {
  'users.csv': ['900001,,,true,s1,student,z,,Ana,Lopez,Maria,,,,,"g1",09,,es'],
  'enrollments.csv': ['e91,,,c2,s1,900001,student,false,,', 'e92,,,c1,s1,900001,student,false,,'],
  'demographics.csv': ['900001,,,2010-04-17,female,false,false,false,false,true,false,true,,,,'],
}
const students = () =>
  town.rows<{ number: string; withdrawn: boolean; classes: number; ids: string[] }>(
    `select s.external_id as number, s.withdrawn_at is not null as withdrawn,
       (select count(*)::int from class_enrollment e where e.student_id = s.id and e.withdrawn_at is null) as classes,
       array(select value from student_identifier i where i.student_id = s.id and i.kind = 'source' order by 1) as ids
     from student s where s.community_id = $1 and s.external_id in ('000001', '900001') order by 1`,
    [town.place.communityId],
  )
const idOf = async (number: string) =>
  (
    await town.rows<{ id: string }>('select id from student where community_id = $1 and external_id = $2', [
      town.place.communityId,
      number,
    ])
  )[0]!.id
const acts = <Row>(statement: ReturnType<typeof sql<Row>>) =>
  town.world.database.as(town.place.session, null, (tx) => tx(statement))

test('the next import finds the kept record under both ids, changes nothing, and splits as the files tell it', async () => {
  const files = district({ more: twice })
  await town.apply(files)
  const ids = [await idOf('000001'), await idOf('900001')]
  const [made] = await acts(sql<{ id: string }>`select act.join_identities('student', ${ids[0]}, ${ids[1]}) as id`)
  const joined = [{ number: '000001', withdrawn: false, classes: 4, ids: ['000001', '900001'] }]
  expect(await students()).toEqual(joined)
  const before = await checksum(town)
  const again = await town.apply(files)
  expect(again.counts.student).toMatchObject({ added: 0, changed: 0, withdrawn: 0 })
  expect(await students()).toEqual(joined)
  expect(await checksum(town)).toEqual(before)
  // The district's own system drops the first id: the student stays, under the second.
  const without = {
    ...districtRows,
    'users.csv': districtRows['users.csv']!.filter((row) => !row.startsWith('000001')),
  }
  const dropped = await town.apply(district({ rows: without, more: twice }))
  expect(dropped.counts.student?.withdrawn ?? 0).toBe(0)
  expect((await students())[0]).toMatchObject({ number: '000001', withdrawn: false })
  await town.apply(files)
  await acts(sql`select act.split_identities(${made!.id}, '[]')`)
  await town.apply(files)
  expect((await students()).map(({ number, classes }) => [number, classes])).toEqual([
    ['000001', 2],
    ['900001', 2],
  ])
})

test('a dry run from before two records were joined is made anew, and no import from before is undone', async () => {
  const files = district({ more: twice })
  const first = await town.apply(files)
  const dry = await town.check(district())
  await acts(sql`select act.join_identities('student', ${await idOf('000001')}, ${await idOf('900001')})`)
  const [{ stale }] = (await town.rows('select checked_at is null as stale from import where id = $1', [dry.id])) as [
    { stale: boolean },
  ]
  expect(stale).toBe(true)
  const refused = await acts(sql`select act.request_import(${first.id}, 'undo')`).catch((error) => error.hint as string)
  expect(refused).toBe('joined_since')
})

test('two sources that carry one district number and one birth date mean one student; another birth date means two', async () => {
  const numbered = (number: string) =>
    districtRows['users.csv']!.map((row) => row.replace('Ana,Lopez,Maria,', `Ana,Lopez,Maria,${number}`))
  await town.apply(district({ rows: { 'users.csv': numbered('N-77') } }), 'First system')
  const second = (birth: string) =>
    district({
      rows: {
        'users.csv': ['b55,,,true,s1,student,z,,Anna,Lopez,,N-77,,,,,09,,'],
        'enrollments.csv': ['e91,,,c2,s1,b55,student,false,,'],
        'demographics.csv': [`b55,,,${birth},female,,,,,,,,,,,`],
      },
    })
  const other = await town.check(second('2011-01-01'), 'Second system')
  expect(other.counts.student).toMatchObject({ added: 1 })
  const same = await town.apply(second('2010-04-17'), 'Second system')
  expect(same.counts.student?.added ?? 0).toBe(0)
  expect(await students()).toMatchObject([{ number: '000001', ids: ['000001', 'b55'] }])
})
