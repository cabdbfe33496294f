import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { district } from '../fixtures/district.ts'
import { openImportTown, type ImportTown } from '../fixtures/town.ts'
import { takePresentRows } from './present-rows.ts'

let town: ImportTown
beforeAll(async () => void (town = await openImportTown()))
afterAll(() => town?.close())

const columns = ['studentSourcedId', 'schoolSourcedId', 'date', 'code', 'duration', 'reason']
const header = { cells: columns, names: columns, hasSecret: false, isReadable: true }
const oneOf = <T>(...values: T[]) => fc.constantFrom(...values)
const days = ['2025-09-02', '2025-09-03', '2025-09-04', '2025-09-05', '2025-09-06', '2025-02-29', '9/8/2025', '']
const row = fc
  .tuple(
    oneOf('000001', '000002', '000003', '000003', ' 000001', '999999', 'Ñ1', ''),
    oneOf('s1', 's1', 's2', 's9'),
    oneOf(...days),
    oneOf('present', 'present', 'present', 'present', 'Present', 'tardy', 'excusedAbsence', 'sick', ''),
    oneOf('', '', '', '0.5', '2'),
    oneOf('', 'ill', 'a "b"', 'one\ntwo', 'café'),
  )
  .map((cells) => cells.map((cell) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)))
const rows = fc.array(row, { minLength: 20, maxLength: 60 })
const csv = (all: string[][]) => [columns, ...all].map((cells) => `${cells.join(',')}\n`).join('')

test('where a file is cut into pieces on its way changes nothing about what is taken out of it', async () => {
  await fc.assert(
    fc.asyncProperty(rows, fc.integer({ min: 1, max: 50 }), async (all, size) => {
      const bytes = Buffer.from(csv(all))
      const pieces = Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) =>
        bytes.subarray(i * size, i * size + size),
      )
      const [whole, cut] = await Promise.all(
        [[bytes], pieces].map(async (chunks) => {
          const present = takePresentRows(header)
          const passed = await text(Readable.from(chunks).pipe(present.stream))
          return { passed, taken: present.taken(), students: present.students(), days: present.days() }
        }),
      )
      expect(cut).toEqual(whole)
      const plain = all.filter(
        ([student, , date, code, duration, reason]) =>
          /^\d/.test(student!) && /^2025-09/.test(date!) && code === 'present' && !duration && /^(ill)?$/.test(reason!),
      )
      expect(whole!.taken).toBe(plain.length)
      for (const { row, student } of whole!.students) expect(all[row - 2]![0]).toBe(student)
    }),
  )
})

/** What an import came to; unknown students are named once or in each of their rows, and counted alike. */
async function outcome(all: string[][]) {
  await town.moveOn()
  const done = await town.apply({ ...district(), 'attendance.csv': csv(all) })
  const found = await town.problems(done.id)
  const isCounted = (problem: (typeof found)[number]) =>
    problem.rule === 'reference' && problem.file === 'attendance.csv'
  const facts = (table: string, what: string) =>
    town.rows(
      `select ${what}, x.on_date from ${table} x join school c on c.id = x.school_id where x.community_id = $1 order by 1, 2, 3`,
      [town.place.communityId],
    )
  return {
    counts: done.counts,
    questions: done.questions,
    state: done.state,
    events: await facts('attendance_event', 'c.external_id, x.code, x.duration::text'),
    days: await facts('calendar_date', 'c.external_id, x.calendar_code'),
    unknown: ['student_external_id', 'studentSourcedId', 'schoolSourcedId'].map((column) =>
      found
        .filter((problem) => isCounted(problem) && problem.column_name === column)
        .reduce((sum, { params }) => sum + Number(params.more ?? 1), 0),
    ),
    problems: found
      .filter((problem) => !isCounted(problem))
      .map(({ row_number, rule, column_name, message }) => `${row_number} ${column_name} ${rule}: ${message}`)
      .sort(),
  }
}

test('rows that say "present" come to the same, taken out on the way or read one by one', async () => {
  const quoted = (all: string[][]) =>
    all.map(([student, school, date, code, ...more]) => [
      student!,
      school!,
      date!,
      code === 'present' ? '"present"' : code!,
      ...more,
    ])
  await fc.assert(
    fc.asyncProperty(rows, async (all) => {
      expect(await outcome(all)).toEqual(await outcome(quoted(all)))
    }),
    { numRuns: 2 },
  )
}, 120_000)
