import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { unsafeAsOwner } from '#platform/owner.ts'
import { openOperatorSession } from '../people/owner-acts.ts'
import { importTasks } from '../indicators/import-tasks.ts'
import { requestImport } from './desk/queries.ts'
import { district } from './fixtures/district.ts'
import { openImportTown, type ImportTown } from './fixtures/town.ts'
import { applyImport, checkImport, receiveImport } from './importer.ts'

let town: ImportTown
beforeAll(async () => void (town = await openImportTown()))
afterAll(() => town?.close())
beforeEach(async () => void (await town.moveOn()))

const student = (id: string, name: string) => `${id},,,true,s1,student,${id},,${name},Family,,,,,,,09,,`
const morning = district({ more: { 'users.csv': [student('000010', 'Amara'), student('000011', 'Ben')] } })
const noon = district({ more: { 'users.csv': [student('000010', 'Amara Grace'), student('000012', 'Chloé')] } })

/** Two data stewards of the district, each with files of the same source. */
async function twoSend() {
  const { communityId, districtId, session } = town.place
  const second = await unsafeAsOwner(town.world.urls.concentric_owner, (tx) =>
    openOperatorSession(tx, communityId, districtId, 'second steward'),
  )
  const { dataDir, world } = town
  const sent = [
    { files: morning, session },
    { files: noon, session: second },
  ].map(async ({ files, session }) => {
    const from = [await town.folderOf(files)]
    const id = await receiveImport({ database: world.database, session, dataDir, sourceName: 'Our system', from })
    return { id, session }
  })
  return Promise.all(sent)
}

const studentsNow = async () => {
  const told = await town.rows<{ told: string }>(
    `select concat_ws(' ', external_id, given_name, case when withdrawn_at is null then 'live' else 'withdrawn' end) as told
     from student where community_id = $1 and external_id like '00001%' order by 1`,
    [town.place.communityId],
  )
  return told.map(({ told }) => told)
}
const stateOf = async (id: string) =>
  (
    await town.rows<{ state: string; failure: string | null }>('select state, failure from import where id = $1', [id])
  )[0]!

const morningFirst = ['000010 Amara Grace live', '000011 Ben withdrawn', '000012 Chloé live']
const noonFirst = ['000010 Amara live', '000011 Ben live', '000012 Chloé withdrawn']

test('two stewards check their files at once and apply them at once: the result is that of one order, and nobody’s files are lost', async () => {
  const sent = await twoSend()
  await Promise.all(sent.map(({ id }) => checkImport(id, town.options)))
  const both = await Promise.allSettled(sent.map(({ id }) => applyImport(id, town.options)))
  const applied = both.filter(({ status }) => status === 'fulfilled')
  expect(applied.length).toBeGreaterThan(0)
  for (const [i, each] of both.entries()) {
    if (each.status === 'fulfilled') continue
    // The other one is told why, keeps what was checked, and applies it then.
    expect(each.reason).toMatchObject({ status: 409, code: 'changed_meanwhile' })
    expect(await stateOf(sent[i]!.id)).toMatchObject({ state: 'checked', failure: each.reason.message })
    expect((await applyImport(sent[i]!.id, town.options)).state).toBe('applied')
  }
  expect([morningFirst, noonFirst]).toContainEqual(await studentsNow())
})

test('what was checked before another import was applied is checked anew before it is applied', async () => {
  const [first, second] = await twoSend()
  await Promise.all([first!, second!].map(({ id }) => checkImport(id, town.options)))
  await applyImport(second!.id, town.options)
  expect((await applyImport(first!.id, town.options)).state).toBe('applied')
  expect(await studentsNow()).toEqual(noonFirst)
})

test('two stewards who ask for the same import at once have it applied once', async () => {
  const [first, second] = await twoSend()
  await checkImport(first!.id, town.options)
  const wishes = await Promise.allSettled(
    [first!, second!].map(({ session }) =>
      town.world.database.as(session, null, (tx) => tx(requestImport(first!.id, 'apply'))),
    ),
  )
  expect(wishes.map(({ status }) => status)).toContain('fulfilled')
  const task = importTasks({ door: town.door, dataDir: town.dataDir }).apply_import!
  await Promise.all([task(first!.id), task(first!.id)])
  expect((await stateOf(first!.id)).state).toBe('applied')
  const [{ added }] = (await town.rows(
    `select count(*)::int as added from student where added_by_import = $1 and external_id like '00001%'`,
    [first!.id],
  )) as [{ added: number }]
  expect(added).toBe(2)
})
