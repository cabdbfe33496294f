import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { district } from '../fixtures/district.ts'
import { openImportTown, type ImportTown } from '../fixtures/town.ts'

let town: ImportTown
beforeAll(async () => void (town = await openImportTown()))
afterAll(() => town?.close())
beforeEach(async () => void (await town.moveOn()))

const of = (text: string) => town.rows(text, [town.place.communityId])

test('a OneRoster folder goes from files to facts, with every student where the classes say', async () => {
  const done = await town.apply(district())
  expect(await town.problems(done.id)).toEqual([
    expect.objectContaining({ rule: 'secret_column' }),
    expect.objectContaining({ rule: 'role_gives_nothing' }),
  ])
  expect(done.state).toBe('applied')
  expect(done.counts.student).toEqual({ added: 3, changed: 0, unchanged: 0, withdrawn: 0, setAside: 0 })
  expect(
    await of(`select s.external_id as student, c.external_id as school, entry_on, exit_on from enrollment e join student s on s.id = e.student_id
      join school c on c.id = e.school_id where e.community_id = $1 order by 1`),
  ).toEqual([
    { student: '000001', school: 's1', entry_on: '2025-08-25', exit_on: '2026-06-05' },
    { student: '000002', school: 's1', entry_on: '2025-09-01', exit_on: '2025-10-31' },
    { student: '000003', school: 's2', entry_on: '2025-08-25', exit_on: '2026-06-05' },
  ])
})
