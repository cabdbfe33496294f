import { existsSync, readdirSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { checksum } from './fixtures/checksum.ts'
import { district, districtRows } from './fixtures/district.ts'
import { openImportTown, type ImportTown } from './fixtures/town.ts'
import { applyImport, checkImport } from './importer.ts'

let town: ImportTown
beforeAll(async () => void (town = await openImportTown()))
afterAll(() => town?.close())
beforeEach(async () => void (await town.moveOn()))

const many = (count: number) =>
  Array.from({ length: count }, (_, i) => `m${i},,,true,s1,student,m${i},,Given${i},Family${i},,,,,,,09,,`)
const manyEnrolled = (count: number) => Array.from({ length: count }, (_, i) => `em${i},,,c1,s1,m${i},student,false,,`)
const withMany = (count: number) =>
  district({ more: { 'users.csv': many(count), 'enrollments.csv': manyEnrolled(count) } })

test('a dry run changes nothing and counts what applying then does', async () => {
  const before = await checksum(town)
  const dry = await town.check(district())
  expect(dry.state).toBe('checked')
  expect(await checksum(town)).toEqual(before)
  const applied = await applyImport(dry.id, town.options)
  expect(applied.counts).toEqual(dry.counts)
  const [{ students }] = (await town.rows(
    `select count(*)::int as students from student where community_id = $1 and withdrawn_at is null`,
    [town.place.communityId],
  )) as [{ students: number }]
  expect(students).toBe(dry.counts.student!.added)
})

test('the same files twice change nothing', async () => {
  await town.apply(district())
  const before = await checksum(town)
  const again = await town.apply(district())
  for (const [table, counts] of Object.entries(again.counts))
    expect({ table, ...counts }).toMatchObject({ table, added: 0, changed: 0, withdrawn: 0 })
  expect(await checksum(town)).toEqual(before)
})

test('undoing restores exactly what was, after adding, changing, moving and withdrawing', async () => {
  await town.apply(district())
  const before = await checksum(town)
  const users = districtRows['users.csv']!.filter((row) => !row.startsWith('000002')).map((row) =>
    row.replace('Ana', 'Anna'),
  )
  const enrollments = [
    ...districtRows['enrollments.csv']!.filter((row) => !row.includes('000002')),
    'e9,,,h1,s2,000001,student,false,2025-09-15,',
  ]
  const second = await town.apply(
    district({
      rows: { 'users.csv': [...users, ...many(1)], 'enrollments.csv': [...enrollments, ...manyEnrolled(1)] },
    }),
  )
  expect(second.counts.student).toMatchObject({ added: 1, changed: 1, withdrawn: 1 })
  expect(await checksum(town)).not.toEqual(before)
  await town.undo(second.id)
  expect(await checksum(town)).toEqual(before)
})

test('undoing the first import leaves the community as empty as it was', async () => {
  const before = await checksum(town)
  const first = await town.apply(district())
  await town.undo(first.id)
  expect(await checksum(town)).toEqual(before)
})

test('only the last import can be undone', async () => {
  const first = await town.apply(district())
  await town.apply(withMany(1))
  await expect(town.undo(first.id)).rejects.toThrow('Only the last import can be undone')
})

test('who is missing from a bulk set is withdrawn, keeps the history, and is active again on coming back', async () => {
  await town.apply(district())
  await town.apply(
    district({ rows: { 'users.csv': districtRows['users.csv']!.filter((row) => !row.startsWith('000003')) } }),
  )
  const student = () =>
    town.rows(
      `select id, withdrawn_at is null as is_live from student where community_id = $1 and external_id = '000003'`,
      [town.place.communityId],
    )
  const [gone] = await student()
  expect(gone!.is_live).toBe(false)
  await town.apply(district())
  expect(await student()).toEqual([{ ...gone, is_live: true }])
})

test('a bulk set that lost a third of its students stops and asks, and goes on when told to', async () => {
  await town.apply(withMany(97))
  const shrunk = await town.check(withMany(63))
  expect(shrunk.state).toBe('needs_answer')
  expect(shrunk.questions.map((question) => question.key)).toContain('withdraw_student')
  await expect(applyImport(shrunk.id, town.options)).rejects.toThrow('has a question')
  const yes = Object.fromEntries(shrunk.questions.map((question) => [question.key, 'yes']))
  const answered = await town.world.database.as(town.place.session, null, (tx) =>
    tx<{ state: string }>({
      text: 'select act.answer_import($1, $2) as state',
      values: [shrunk.id, JSON.stringify(yes)],
    }),
  )
  expect(answered).toEqual([{ state: 'checked' }])
  const applied = await applyImport(shrunk.id, town.options)
  expect(applied.counts.student).toMatchObject({ withdrawn: 34 })
})

test('an empty or headerless file withdraws nobody', async () => {
  await town.apply(withMany(40))
  const hollow = {
    ...district(),
    'users.csv': '',
    'enrollments.csv': district()['enrollments.csv']!.split('\n')[0] + '\n',
  }
  const checked = await town.check(hollow)
  expect(checked.counts.student?.withdrawn ?? 0).toBe(0)
  expect(checked.counts.enrollment?.withdrawn ?? 0).toBe(0)
  const rules = (await town.problems(checked.id)).map((problem) => problem.rule)
  expect(rules).toEqual(expect.arrayContaining(['empty_file', 'no_rows']))
})

test('another source withdraws only what it brought itself', async () => {
  await town.apply(district(), 'First')
  const other = await town.check(
    district({ rows: { 'users.csv': districtRows['users.csv']!.slice(0, 1), 'enrollments.csv': [] } }),
    'Second',
  )
  expect(other.counts.student).toMatchObject({ withdrawn: 0, unchanged: 1 })
})

test('staging that was lost in a crash is read again from the kept files before applying', async () => {
  const dry = await town.check(district())
  await town.door.staging((client) => client.query(`truncate staging.i${dry.id.replaceAll('-', '')}_student`))
  const applied = await applyImport(dry.id, town.options)
  expect(applied.counts).toEqual(dry.counts)
})

test('a kept file that is not what was sent any more stops the import', async () => {
  const dry = await town.check(district())
  await writeFile(path.join(town.dataDir, 'imports', dry.id, 'users.csv'), 'something else')
  await expect(applyImport(dry.id, town.options)).rejects.toThrow('users.csv is not the file that was sent')
})

test('files and staging are gone after applying, the hashes stay', async () => {
  const { id, files } = await town.apply(district())
  expect(existsSync(path.join(town.dataDir, 'imports', id))).toBe(false)
  expect(
    await town.rows(`select relname from pg_class where relnamespace = 'staging'::regnamespace and relname like $1`, [
      `i${id.replaceAll('-', '')}%`,
    ]),
  ).toEqual([])
  expect(files.every((file) => /^[0-9a-f]{64}$/.test(file.sha256))).toBe(true)
  expect(readdirSync(path.join(town.dataDir, 'imports')).filter((name) => name.startsWith('incoming'))).toEqual([])
})

test('a password never reaches the database', async () => {
  const { id } = await town.check(district())
  const prefix = `i${id.replaceAll('-', '')}_raw_users`
  const [raw] = await town.door
    .staging((client) => client.query(`select string_agg(r::text, ' ') as text from staging.${prefix} r`))
    .then(({ rows }) => rows)
  expect(raw.text).toContain('Will')
  expect(raw.text).not.toContain('secret-word')
})

test('applying ends with the recomputation in the same transaction: if that fails, nothing was written', async () => {
  const before = await checksum(town)
  const dry = await town.check(district())
  const afterApply = () => Promise.reject(new Error('cannot compute'))
  await expect(applyImport(dry.id, { ...town.options, afterApply })).rejects.toThrow('cannot compute')
  expect(await checksum(town)).toEqual(before)
  expect((await checkImport(dry.id, town.options)).state).toBe('checked')
})
