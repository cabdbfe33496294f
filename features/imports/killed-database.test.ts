import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { requestImport } from './desk/queries.ts'
import { atStatement } from './fixtures/at-statement.ts'
import { checksum } from './fixtures/checksum.ts'
import { district } from './fixtures/district.ts'
import { openOwnServer } from './fixtures/own-server.ts'
import { openImportTown, type ImportTown } from './fixtures/town.ts'
import { applyImport, checkImport } from './importer.ts'

const minutes = 60_000
const students = 2000
const files = district({
  more: {
    'users.csv': Array.from({ length: students }, (_, i) => `m${i},,,true,s1,student,m${i},,Given,Family,,,,,,,09,,`),
    'enrollments.csv': Array.from({ length: students }, (_, i) => `em${i},,,c1,s1,m${i},student,false,,`),
  },
})
const sentence = 'The database does not answer. Nothing was lost; please try again in a minute.'

let server: Awaited<ReturnType<typeof openOwnServer>>
let town: ImportTown
beforeAll(async () => {
  server = await openOwnServer()
  town = await openImportTown(server)
}, 2 * minutes)
afterAll(() => town?.close())
beforeEach(async () => void (await town.moveOn()))

const stateOf = async (id: string) =>
  (await town.rows<{ state: string }>('select state from import where id = $1', [id]))[0]!.state
const counted = async () =>
  (
    await town.rows<{ live: number; all: number }>(
      `select count(*)::int as all, count(*) filter (where withdrawn_at is null)::int as live from student where community_id = $1`,
      [town.place.communityId],
    )
  )[0]!
/** Kills the server as soon as something is so, whatever it does at that moment. */
async function killWhen(isSo: () => Promise<boolean>) {
  while (!(await isSo())) await wait(2)
  await server.kill()
}
const send = async () => town.receive([await town.folderOf(files)])
/** The door of a server that is killed while a statement like this runs. */
const killedAt = (pattern: RegExp) =>
  atStatement(town.door, pattern, async (run) => {
    const running = run()
    running.catch(() => {})
    await server.kill()
    return running
  })

test.each([
  ['while the files are read', (id: string) => async () => (await stateOf(id)) !== 'received'],
  ['while the rows are checked', (id: string) => async () => (await stateOf(id)) === 'checking'],
])(
  'a database that is killed %s is said as such, and the check begins again once it is back',
  async (_, moment) => {
    const id = await send()
    const before = await checksum(town)
    const checking = checkImport(id, town.options).then(
      () => 'checked in spite of it',
      (error: Error) => error.message,
    )
    await killWhen(moment(id))
    expect(await checking).toBe(sentence)
    await expect(checkImport(id, town.options)).rejects.toThrow(sentence)
    await server.start()
    expect(await checksum(town)).toEqual(before)
    expect((await checkImport(id, town.options)).state).toBe('checked')
    expect((await applyImport(id, town.options)).counts.student).toMatchObject({ added: students + 3 })
  },
  2 * minutes,
)

test.each([
  ['while rows are written', /insert into public.enrollment/],
  ['while students are settled in their schools', /access.settle/],
])(
  'a database that is killed %s has written nothing, and the import is applied whole once it is back',
  async (_, at) => {
    const { id } = await checkImport(await send(), town.options)
    await town.world.database.as(town.place.session, null, (tx) => tx(requestImport(id, 'apply')))
    const before = await checksum(town)
    const applying = applyImport(id, { ...town.options, door: killedAt(at) }).then(
      () => 'applied in spite of it',
      (error: Error) => error.message,
    )
    expect(await applying).toBe(sentence)
    await expect(applyImport(id, town.options)).rejects.toThrow(sentence)
    await server.start()
    expect(await checksum(town)).toEqual(before)
    expect(await counted()).toEqual({ all: 0, live: 0 })
    expect((await applyImport(id, town.options)).state).toBe('applied')
    expect(await counted()).toEqual({ all: students + 3, live: students + 3 })
  },
  2 * minutes,
)
