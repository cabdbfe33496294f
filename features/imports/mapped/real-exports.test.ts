import { existsSync, readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openImportTown, type ImportTown } from '../fixtures/town.ts'
import { applyImport, checkImport } from '../importer.ts'
import { faultsOf, type FileMapping } from './mapping.ts'
import { findLook, setMapping } from './queries.ts'

const data = '../shared/data'
const isThere = existsSync(`${data}/sds-microsoft`) && existsSync(`${data}/uci-student-performance`)
if (!isThere) console.warn('The real exports are not beside the project: they are not brought in.')

let town: ImportTown
beforeAll(async () => void (town = await openImportTown()))
afterAll(() => town?.close())
beforeEach(async () => void (await town.moveOn()))

const rowsOf = (file: string, delimiter = ',') =>
  parse(readFileSync(`${data}/${file}`), {
    columns: (names: string[]) => names.map((name) => name.trim() || null),
    bom: true,
    delimiter,
    relax_column_count: true,
  }) as Record<string, string>[]
const count = async (text: string) =>
  Number(
    (
      await town.rows<{ n: string }>(`select count(*) as n from ${text} and community_id = $1`, [
        town.place.communityId,
      ])
    )[0]!.n,
  )

/** What is asked about an import that waits; and the mapping, corrected as a steward would. */
async function correct(id: string, change: (files: Record<string, FileMapping>) => void) {
  const { database } = town.world
  const { session } = town.place
  const [look] = await database.as(session, null, (tx) => tx(findLook(id)))
  const { files } = look!.proposal
  change(Object.fromEntries(files.map((file) => [file.file, file])))
  for (const file of files) file.unsure = []
  expect(faultsOf({ files })).toEqual([])
  await database.as(session, null, (tx) => tx(setMapping(id, look!.version, files)))
}

async function bring(from: string[], change: (files: Record<string, FileMapping>) => void = () => {}) {
  const id = await town.receive(from)
  expect((await checkImport(id, town.options)).state).toBe('needs_mapping')
  await correct(id, change)
  const checked = await checkImport(id, town.options)
  expect(checked.state).toBe('checked')
  return { id, counts: checked.counts, apply: () => applyImport(id, town.options), problems: () => town.problems(id) }
}
const errorsOf = (problems: Awaited<ReturnType<ImportTown['problems']>>) =>
  problems.filter(({ severity }) => severity === 'error').map(({ rule, value }) => [rule, value])
const mayRoster = (external: string[]) => ({
  'School list.csv': 'School ID,School Name\nS1,First School\nS2,Second School\n',
  'Pupils.csv': `Student ID,First Name,Last Name,School ID,Entry Date\n${external.map((id) => `${id},N${id},F${id},S1,2021-08-01`).join('\n')}\n`,
})
async function bringRoster(external: string[]) {
  const { apply } = await bring([await town.folderOf(mayRoster(external))])
  await apply()
}

describe.skipIf(!isThere)(
  'files that student information systems and vendors really export',
  { timeout: 120_000 },
  () => {
    test('School Data Sync with 100 users: rosters, classes, and who is in them', async () => {
      const folder = 'sds-microsoft/v1-100users'
      const brought = await bring([`${data}/${folder}`])
      expect(errorsOf(await brought.problems())).toEqual([])
      await brought.apply()
      const [students, enrollments] = [rowsOf(`${folder}/Student.csv`), rowsOf(`${folder}/StudentEnrollment.csv`)]
      expect(await count('student where withdrawn_at is null')).toBe(students.length)
      expect(await count('class where true')).toBe(rowsOf(`${folder}/Section.csv`).length)
      expect(await count('class_enrollment where true')).toBe(
        new Set(enrollments.map((row) => `${row['Section SIS ID']} ${row['SIS ID']}`)).size,
      )
      expect(await count('class_teacher where true')).toBe(rowsOf(`${folder}/TeacherRoster.csv`).length)
      const [ora] = await town.rows(
        `select s.given_name, s.grade_level, d.birth_date, e.entry_on, e.exit_on, c.external_id from student s join student_demographics d on d.student_id = s.id
       join enrollment e on e.student_id = s.id join school c on c.id = e.school_id where s.external_id = '13001' and s.community_id = $1`,
        [town.place.communityId],
      )
      expect(ora).toEqual({
        given_name: 'Ora',
        grade_level: '09',
        birth_date: '2000-04-02',
        entry_on: '2017-07-01',
        exit_on: '2018-06-30',
        external_id: '10001',
      })
      const kept = JSON.stringify(await town.rows('select * from import_problem where import_id = $1', [brought.id]))
      expect(kept).not.toContain('P@ss')
    })

    test('School Data Sync 2.1: roles stand in a file of their own, guardians in another', async () => {
      const folder = 'sds-microsoft/v2.1'
      const brought = await bring([`${data}/${folder}`], (files) => {
        files['orgs.csv']!.values.type!.college = 'school'
        files['roles.csv']!.values.role!.professor = 'teacher'
        files['enrollments.csv']!.values.role!.professor = 'teacher'
      })
      await brought.apply()
      const students = new Set(
        rowsOf(`${folder}/roles.csv`).flatMap((row) => (row.role === 'student' ? [row.userSourcedId] : [])),
      )
      expect(await count('student where true')).toBe(students.size)
      expect(await count('student_contact where true')).toBe(rowsOf(`${folder}/relationships.csv`).length)
      expect(await count('class_enrollment where true')).toBe(
        rowsOf(`${folder}/enrollments.csv`).filter(({ role }) => role === 'student').length,
      )
      expect(await count('enrollment where true')).toBe(students.size)
      expect((await brought.problems()).map(({ rule }) => rule)).toContain('not_a_student')
    })

    test('a dump with the names of OneRoster and columns of its own: ids join by what stands in them', async () => {
      const folder = 'oneroster-mock-300'
      const brought = await bring([`${data}/${folder}`], (files) => {
        delete files['Classes.csv']!.columns.classType_cl
        expect(files['users.csv']!.columns.userId).toBe('personId')
      })
      await brought.apply()
      const users = rowsOf(`${folder}/users.csv`)
      const students = new Set(users.flatMap(({ userId, role }) => (role === 'student' ? [userId] : [])))
      expect(await count('student where true')).toBe(students.size)
      const inClasses = rowsOf(`${folder}/Enrollments_out.csv`).filter(({ UserId }) => students.has(UserId))
      expect(await count('class_enrollment where true')).toBe(inClasses.length)
      expect(await count('class_teacher where true')).toBe(4200 - inClasses.length)
      expect(await count("class where subject = 'mathematics'")).toBeGreaterThan(0)
    })

    test('test results of four vendors join the students that are here, as the vendor wrote them', async () => {
      const files = [
        'i-Ready/sample_anonymized_file_math.csv',
        'MAP_Growth/sample_anonymized_file.csv',
        'KRA/KRA_sample_file_deidentified.csv',
        'ACT/sample_anonymized_file.csv',
      ]
      const idOf = ['Student ID', 'StudentID', 'PS_StudentID', 'ID_Local']
      const vendor = 'edfi-assessment-vendor-samples'
      const all = files.map((file) => rowsOf(`${vendor}/${file}`))
      await bringRoster([...new Set(all.flatMap((rows, i) => rows.map((row) => row[idOf[i]!]!)))])
      const named = files.map((file) => `${file.split('/')[0]}.csv`)
      const sent = Object.fromEntries(files.map((file, i) => [named[i]!, readFileSync(`${data}/${vendor}/${file}`)]))
      const brought = await bring([await town.folderOf(sent)], (asked) => {
        for (const mapping of Object.values(asked)) {
          expect(mapping.holds).toBe('assessments')
          mapping.constants.vendor = mapping.file
          if (mapping.constants.assessment === '') mapping.constants.assessment = mapping.file
        }
        Object.assign(asked['ACT.csv']!.columns, { Eng: 'part:Eng', Mth: 'part:Mth' })
      })
      await brought.apply()
      const kept = (file: string) => count(`assessment_result where vendor = '${file}'`)
      const scored = await Promise.all(named.map(kept))
      // The last row of the vendor's file is one cell short: it is named, and not read.
      const isWholeRow = (row: Record<string, string>) => row.ProjectedProficiencyLevel10 !== undefined
      expect(errorsOf(await brought.problems())).toEqual([['cell_count', null]])
      const unique = (rows: Record<string, string>[], key: (row: Record<string, string>) => string) =>
        new Set(rows.map(key)).size
      const act = all[3]!
        .flatMap((row) => [row.Composite, row.Eng, row.Mth])
        .filter((value) => value && !/^-+$/.test(value))
      expect(scored).toEqual([
        unique(all[0]!, (row) => `${row['Student ID']} ${row['Completion Date']}`),
        unique(
          all[1]!.filter(isWholeRow),
          (row) => `${row.StudentID} ${row.TestName} ${row.Subject} ${row.TestStartDate}`,
        ),
        all[2]!.filter((row) => row.OverallScore || row.PerformanceLevelDescriptor).length,
        act.length,
      ])
    })

    test('marks side by side come in out of 100, totals and blanks do not, and each column says why', async () => {
      const file = 'uci-student-performance/student-mat_numeric_G1G2G3.csv'
      const rows = rowsOf(file, ';')
      await bringRoster(rows.map((_, i) => `mat-${i + 1}`))
      const brought = await bring([`${data}/${file}`], (asked) => {
        const mapping = Object.values(asked)[0]!
        expect(mapping).toMatchObject({
          holds: 'grades',
          columns: { G1: 'mark:G1', G2: 'mark:G2', G3: 'mark:G3' },
          constants: { bestMark: '20' },
        })
        Object.assign(mapping.constants, {
          studentId: 'mat-{row}',
          courseTitle: 'Mathematics',
          termEndsOn: '2022-06-30',
          gradeType: 'grading_period',
        })
      })
      const marks = rows.flatMap(({ G1, G2, G3 }) => [G1, G2, G3]).filter((mark) => mark !== '')
      expect(brought.counts.grade!.added).toBe(marks.length)
      await brought.apply()
      const [sum] = await town.rows<{ sum: string }>(
        'select sum(numeric_grade) as sum from grade where community_id = $1',
        [town.place.communityId],
      )
      expect(Number(sum!.sum)).toBeCloseTo(
        marks.reduce((all, mark) => all + Number(mark) * 5, 0),
        5,
      )
      expect(await count('attendance_event where true')).toBe(0)
    })

    test('the next files of the source with the same columns are read without asking; others ask again and say what is new', async () => {
      const first = mayRoster(['000101'])
      await (await bring([await town.folderOf(first)])).apply()
      const again = await town.check({
        ...first,
        'Pupils.csv': `${first['Pupils.csv']}000102,New,Pupil,S2,2021-09-01\n`,
      })
      expect(again).toMatchObject({ state: 'checked', counts: { student: { added: 1, unchanged: 1, withdrawn: 0 } } })
      const changed = await town.check({
        ...first,
        'Pupils.csv': first['Pupils.csv']
          .replace('Entry Date', 'Came on')
          .replace('First Name', 'First Name,Nickname')
          .replace('N000101', 'N000101,Nick'),
      })
      expect(changed.state).toBe('needs_mapping')
      const [look] = await town.world.database.as(town.place.session, null, (tx) => tx(findLook(changed.id)))
      expect(look!.changes).toEqual([{ file: 'Pupils.csv', added: ['Nickname', 'Came on'], gone: ['Entry Date'] }])
    })

    test('two stewards who change one mapping: the second is told', async () => {
      const id = await town.receive([await town.folderOf(mayRoster(['1']))])
      await checkImport(id, town.options)
      const [look] = await town.world.database.as(town.place.session, null, (tx) => tx(findLook(id)))
      const save = () =>
        town.world.database.as(town.place.session, null, (tx) =>
          tx(setMapping(id, look!.version, look!.proposal.files)),
        )
      await save()
      await checkImport(id, town.options)
      await expect(save()).rejects.toMatchObject({ code: 'CN409' })
    })
  },
)
