import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { checksum } from './fixtures/checksum.ts'
import { district, districtRows } from './fixtures/district.ts'
import { openImportTown, type ImportTown } from './fixtures/town.ts'
import { applyImport, type AfterApply } from './importer.ts'

let town: ImportTown
beforeAll(async () => void (town = await openImportTown()))
afterAll(() => town?.close())

const minutes = 60_000
const codes = ['excusedAbsence', 'unexcusedAbsence', 'tardy', 'present', 'Suspension', 'sick', '']
const event = fc
  .tuple(
    fc.constantFrom('000001', '000002', '000003', '1'),
    fc.constantFrom('s1', 's2', 's9'),
    fc.integer({ min: 1, max: 30 }),
    fc.constantFrom(...codes),
    fc.constantFrom('', '0.5', '1', '7'),
  )
  .map(
    ([student, school, day, code, part]) =>
      `${student},${school},2025-09-${String(day).padStart(2, '0')},${code},${part}`,
  )
const some = (file: string) => fc.subarray(districtRows[file]!, { minLength: 1 })
const world = fc.record({
  users: some('users.csv'),
  classes: some('classes.csv'),
  enrollments: some('enrollments.csv'),
  sessions: some('academicSessions.csv'),
  events: fc.array(event, { maxLength: 12 }),
})
type World = typeof world extends fc.Arbitrary<infer W> ? W : never

const filesOf = ({ users, classes, enrollments, sessions, events }: World) => ({
  ...district({
    rows: {
      'users.csv': users,
      'classes.csv': classes,
      'enrollments.csv': enrollments,
      'academicSessions.csv': sessions,
    },
  }),
  'attendance.csv': ['studentSourcedId,schoolSourcedId,date,code,duration', ...events].join('\n') + '\n',
})

test(
  'whatever the files say: the dry run counts what applying does, twice is once, and undoing is as if it had not been',
  async () => {
    await fc.assert(
      fc.asyncProperty(world, world, async (first, second) => {
        await town.moveOn()
        await town.apply(filesOf(first))
        const before = await checksum(town)
        const dry = await town.check(filesOf(second))
        expect(await checksum(town)).toEqual(before)
        const applied = await applyImport(dry.id, town.options)
        expect(applied.counts).toEqual(dry.counts)
        const after = await checksum(town)
        const again = await town.apply(filesOf(second))
        expect(await checksum(town)).toEqual(after)
        await town.undo(again.id)
        expect(await checksum(town)).toEqual(after)
        await town.undo(applied.id).catch((error: Error) => expect(error.message).toContain('Only the last import'))
      }),
      { numRuns: Number(process.env.CONCENTRIC_WORLDS ?? 3) },
    )
  },
  10 * minutes,
)

test('an import that is killed while it writes leaves nothing behind and can be applied again', async () => {
  await town.moveOn()
  const before = await checksum(town)
  const dry = await town.check(district())
  const afterApply: AfterApply = async (tx) =>
    void (await tx({ text: 'select pg_terminate_backend(pg_backend_pid())', values: [] }))
  await expect(applyImport(dry.id, { ...town.options, afterApply })).rejects.toThrow()
  expect(await checksum(town)).toEqual(before)
  expect((await applyImport(dry.id, town.options)).counts).toEqual(dry.counts)
})
