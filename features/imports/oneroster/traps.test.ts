import { existsSync } from 'node:fs'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { district, districtRows } from '../fixtures/district.ts'
import { openImportTown, type ImportTown } from '../fixtures/town.ts'
import { checkImport } from '../importer.ts'

let town: ImportTown
beforeAll(async () => void (town = await openImportTown()))
afterAll(() => town?.close())
beforeEach(async () => void (await town.moveOn()))

const of = (text: string) => town.rows(text, [town.place.communityId])
const replaced = (file: string, from: string, to: string) => ({
  [file]: districtRows[file]!.map((row) => row.replace(from, to)),
})

test('what is odd in a set is named with file, row, column and value, and the rest goes on', async () => {
  const checked = await town.check({
    ...district({
      rows: {
        ...replaced('academicSessions.csv', '2025-08-25,2026-01-17', '8/25/2025,1/17/2026'),
        ...replaced('users.csv', '000002,,,true', '000002 ,,,TRUE'),
        ...replaced('classes.csv', 'A,scheduled', 'A,Scheduled'),
      },
      more: {
        'enrollments.csv': [
          'e8,,,c9,s1,000001,student,false,,',
          'e1,,,c1,s1,000001,student,false,,',
          'e7,,,c1,s1,000001,student,false,2025-13-01,',
        ],
        'users.csv': [
          '000001,,,true,s1,student,z,,Other,Person,,,,,,,09,,',
          '000009,,,true,s1,pupil,z,,No,Role,,,,,,,09,,',
        ],
      },
    }),
    'Notes.csv': 'a,b\n1,2\n',
    'roster.xlsx': 'PK\u0003\u0004',
  })
  const found = (await town.problems(checked.id)).map(
    (p) => `${p.severity} ${p.file} ${p.row_number} ${p.column_name} ${p.value} ${p.rule}`,
  )
  expect(found).toEqual(
    expect.arrayContaining([
      'note academicSessions.csv 3 startDate 8/25/2025 us_date',
      'note academicSessions.csv 3 endDate 1/17/2026 us_date',
      'note users.csv 3 sourcedId 000002  id_spaces',
      'note users.csv 3 enabledUser TRUE boolean_case',
      'warning classes.csv 2 classType Scheduled code_case',
      'error enrollments.csv 7 classSourcedId c9 reference',
      'note enrollments.csv 8 sourcedId e1 duplicate',
      'warning enrollments.csv 9 beginDate 2025-13-01 date',
      'error users.csv 9 sourcedId 000001 duplicate',
      'error users.csv 10 role pupil code',
      'note Notes.csv null null null not_read',
      'error roster.xlsx null null null not_read',
    ]),
  )
  expect(checked.counts.student).toMatchObject({ added: 3 })
})

test('a set without a manifest is read, and so is one whose manifest and rows disagree, as changes', async () => {
  const { 'manifest.csv': manifest, ...bare } = district()
  expect((await town.problems((await town.check(bare)).id)).map((p) => p.rule)).toContain('manifest_missing')
  const changes = districtRows['users.csv']!.map((row) => row.replace(',,,true', ',active,2026-01-01,true')).slice(0, 2)
  const delta = await town.check({ ...district({ rows: { 'users.csv': changes } }), 'manifest.csv': manifest! })
  expect((await town.problems(delta.id)).map((p) => p.rule)).toContain('bulk_with_status')
})

test('rows marked to be deleted are withdrawn, and nothing else is, when the file tells changes', async () => {
  await town.apply(district())
  const users = ['000003,tobedeleted,2026-01-01T00:00:00Z,true,s2,student,c,,Chloé,Ng,,,,,,g1,09,,zh']
  const { 'orgs.csv': orgs } = district()
  const full = district({ rows: { 'users.csv': users } })
  const done = await town.apply({ 'orgs.csv': orgs!, 'users.csv': full['users.csv']! })
  expect(done.counts.student).toEqual({ added: 0, changed: 0, unchanged: 2, withdrawn: 1, setAside: 0 })
})

test('a file gives a teacher of a class that class; every other role and every guardian is a proposal', async () => {
  await town.apply(district())
  expect(
    await of(`select p.external_id as person, m.role, m.approved_at is not null as is_approved from membership m join person p on p.id = m.person_id
      where m.community_id = $1 and m.added_by_import is not null order by 1`),
  ).toEqual([
    { person: 'p1', role: 'principal', is_approved: false },
    { person: 'w1', role: 'teacher', is_approved: true },
  ])
  expect(
    await of(
      'select count(*)::int as proposed, count(approved_at)::int as approved from guardianship where community_id = $1',
    ),
  ).toEqual([{ proposed: 2, approved: 0 }])
})

test('OneRoster 1.2 says roles in a file of their own', async () => {
  const withoutRole = districtRows['users.csv']!.map((row) => row.replace(/true,[^,]*,[a-z]+,/, 'true,,,'))
  const roles =
    'sourcedId,status,dateLastModified,userSourcedId,roleType,role,beginDate,endDate,orgSourcedId,userProfileSourcedId\n'
  const files = district({ rows: { 'users.csv': withoutRole } })
  const checked = await town.check({
    ...files,
    'roles.csv': `${roles}r1,,,000001,primary,student,,,s1,\nr2,,,w1,primary,teacher,,,s1,\nr3,,,p1,primary,principal,,,s1,\n`,
  })
  expect(checked.counts.student).toMatchObject({ added: 1 })
  expect(checked.counts.person).toMatchObject({ added: 2 })
  expect(checked.counts.membership).toMatchObject({ added: 2 })
})

const data = '../shared/data'
const isThere = existsSync(`${data}/oneroster-12-gotham`)
if (!isThere) console.warn('The OneRoster sets of others are not beside the project: they are not read.')
const bring = async (paths: string[]) => {
  const checked = await checkImport(await town.receive(paths), town.options)
  return { checked, found: (await town.problems(checked.id)).map((p) => `${p.severity} ${p.file} ${p.rule}`) }
}

test.skipIf(!isThere)('the Gotham set: a 1.2 delta zip with one student in one class', async () => {
  const { checked, found } = await bring([`${data}/oneroster-12-gotham/oneroster_test_data.zip`])
  expect(checked.counts.student).toMatchObject({ added: 1, withdrawn: 0 })
  expect(checked.counts.enrollment).toMatchObject({ added: 1 })
  expect(found).toEqual(
    expect.arrayContaining([
      'note users.csv boolean_case',
      'note users.csv secret_column',
      'note users.csv delta',
      'note userProfiles.csv not_used',
    ]),
  )
})

test.skipIf(!isThere)(
  'the full Moodle set: bulk by its manifest, changes by its rows, in a department instead of a school',
  async () => {
    const { checked, found } = await bring([`${data}/oneroster-11-moodle-full/Test_full_data_set.zip`])
    expect(found).toEqual(
      expect.arrayContaining([
        'warning users.csv bulk_with_status',
        'warning users.csv status_mixed',
        'warning classes.csv code_case',
        'warning classes.csv reference',
        'note orgs.csv not_a_school',
        'error classes.csv reference',
        'error enrollments.csv reference',
      ]),
    )
    expect(checked.counts.student).toMatchObject({ added: 3 })
  },
)

test.skipIf(!isThere)('the Moodle set with required columns only', async () => {
  const { checked, found } = await bring([`${data}/oneroster-11-moodle-minimal/Test_minimal_data_set.zip`])
  expect(found).not.toContain('warning users.csv bulk_with_status')
  expect(found).toContain('error classes.csv reference')
  expect(checked.counts.student).toMatchObject({ added: 3 })
})

test.skipIf(!isThere)(
  'files that have the names of the standard and other columns wait for someone to say what they are',
  async () => {
    const { checked } = await bring([`${data}/oneroster-mock-300`])
    expect(checked.state).toBe('needs_mapping')
  },
)
