import { describe, expect, test } from 'vitest'
import { templates } from '#features/imports/csv/templates.ts'
import { generateDemo } from './generate.ts'
import { tablesOf, type TableRow } from './tables.ts'
import { buildTown } from './town.ts'
import { countYears } from './year-count.ts'

const today = '2026-11-20'
const small = generateDemo({ today, seed: 7, students: 0 })
const files = generateDemo({ today, seed: 7, students: 300 })
const tables = tablesOf(files)
const idsIn = (table: string) => new Set(tables[table]!.map((row) => row.sourcedId))
const listOf = (text = '') => text.split(',').filter(Boolean)

describe('the seed', () => {
  test('makes the same bytes every time', () => {
    expect(generateDemo({ today, seed: 7, students: 300 })).toEqual(files)
  })

  test('makes another town when it is another', () => {
    const other = generateDemo({ today, seed: 8, students: 300 })
    for (const name of ['users.csv', 'attendance.csv', 'incidents.csv', 'grades.csv'])
      expect(other.find((file) => file.name === name)).not.toEqual(files.find((file) => file.name === name))
  })
})

test('nobody has the name of a brother, a sister or a guardian', () => {
  const { students } = buildTown(7, 600, 3, today)
  const namesakes = students.flatMap((student) => {
    const atHome = student.guardians.flatMap((guardian) => [guardian, ...guardian.children])
    return atHome.filter((other) => other !== student && other.given === student.given)
  })
  expect(namesakes).toEqual([])
})

describe('the size', () => {
  const countStudents = (students: number, schools?: number) =>
    tablesOf(generateDemo({ today, students, schools })).users!.filter((user) => user.role === 'student').length

  test('is the number of students asked for', () => {
    expect(countStudents(300)).toBe(300)
    expect(countStudents(501, 6)).toBe(501)
  })

  test('is the cast and two dozen classmates at 0', () => {
    expect(countStudents(0)).toBe(34)
  })

  test('no file is empty, even at 0', () => {
    for (const [name, rows] of Object.entries(tablesOf(small))) expect(rows.length, name).toBeGreaterThan(0)
  })

  test('costs next to nothing at 0, and less than five seconds of computing at 1,200', () => {
    const fastest = (students: number, tries: number) =>
      Math.min(
        ...Array.from({ length: tries }, () => {
          const started = process.cpuUsage()
          generateDemo({ today, students })
          const { user, system } = process.cpuUsage(started)
          return (user + system) / 1000
        }),
      )
    expect(fastest(0, 20)).toBeLessThan(100)
    expect(fastest(1200, 2)).toBeLessThan(5000)
  })

  test('more schools than three share the grades', () => {
    const { orgs, users } = tablesOf(generateDemo({ today, students: 400, schools: 6 }))
    const schools = orgs!.filter((org) => org.type === 'school').map((org) => org.sourcedId)
    expect(schools).toEqual(['0701', '0702', '0703', '0704', '0705', '0706'])
    for (const school of schools)
      expect(
        users!.some((user) => user.role === 'student' && user.orgSourcedIds === school),
        school,
      ).toBe(true)
  })
})

describe('the OneRoster set', () => {
  test('has a manifest that names exactly the files that are there', () => {
    const modes = tables.manifest!.filter((row) => row.propertyName!.startsWith('file.'))
    const bulk = modes.filter((row) => row.value === 'bulk').map((row) => `${row.propertyName!.slice(5)}.csv`)
    const ours = ['manifest.csv', ...templates.map((template) => template.file)]
    expect(bulk.sort()).toEqual(
      files
        .map((file) => file.name)
        .filter((name) => !ours.includes(name))
        .sort(),
    )
    expect(modes).toHaveLength(13)
  })

  test('leaves status and modification date blank, as a bulk set must', () => {
    for (const name of ['orgs', 'academicSessions', 'courses', 'classes', 'users', 'enrollments', 'demographics'])
      for (const row of tables[name]!) expect([row.status, row.dateLastModified], name).toEqual(['', ''])
  })

  test('gives no two rows of a file the same id', () => {
    for (const name of ['orgs', 'academicSessions', 'courses', 'classes', 'users', 'enrollments', 'demographics'])
      expect(idsIn(name).size, name).toBe(tables[name]!.length)
  })

  test.each([
    ['orgs', 'parentSourcedId', 'orgs'],
    ['academicSessions', 'parentSourcedId', 'academicSessions'],
    ['courses', 'orgSourcedId', 'orgs'],
    ['courses', 'schoolYearSourcedId', 'academicSessions'],
    ['classes', 'courseSourcedId', 'courses'],
    ['classes', 'schoolSourcedId', 'orgs'],
    ['classes', 'termSourcedIds', 'academicSessions'],
    ['users', 'orgSourcedIds', 'orgs'],
    ['users', 'agentSourcedIds', 'users'],
    ['enrollments', 'classSourcedId', 'classes'],
    ['enrollments', 'schoolSourcedId', 'orgs'],
    ['enrollments', 'userSourcedId', 'users'],
    ['demographics', 'sourcedId', 'users'],
    ['attendance', 'studentSourcedId', 'users'],
    ['attendance', 'schoolSourcedId', 'orgs'],
    ['calendar', 'schoolSourcedId', 'orgs'],
    ['incidents', 'studentSourcedId', 'users'],
    ['incidents', 'schoolSourcedId', 'orgs'],
    ['grades', 'studentSourcedId', 'users'],
    ['grades', 'classSourcedId', 'classes'],
    ['collegeAccess', 'studentSourcedId', 'users'],
  ])('%s.%s is always found in %s', (table, column, target) => {
    const known = idsIn(target)
    const references = tables[table]!.flatMap((row) => listOf(row[column]))
    expect(references.length).toBeGreaterThan(0)
    expect(references.filter((id) => !known.has(id))).toEqual([])
  })

  test('guardian and child name each other', () => {
    const users = new Map(tables.users!.map((user) => [user.sourcedId!, user]))
    const pairs = tables.users!.flatMap((user) =>
      listOf(user.agentSourcedIds).map((id) => [user, users.get(id)!] as const),
    )
    for (const [user, other] of pairs) expect(listOf(other.agentSourcedIds)).toContain(user.sourcedId)
  })

  test('keeps leading zeros and never sends a password', () => {
    const students = tables.users!.filter((user) => user.role === 'student')
    for (const { sourcedId } of students) expect(sourcedId).toMatch(/^0\d{5}$/)
    expect(new Set(tables.users!.map((user) => user.password))).toEqual(new Set(['']))
  })
})

describe('our own files', () => {
  const within = (rows: TableRow[], span: TableRow) =>
    rows.some(
      (row) =>
        row.schoolSourcedId === span.schoolSourcedId &&
        row.beginDate! <= span.date! &&
        (row.endDate === '' || span.date! < row.endDate!),
    )

  test.each(templates.map((template) => [template.file, template] as const))(
    '%s keeps its template',
    (file, template) => {
      const rows = tables[file.replace('.csv', '')]!
      expect(Object.keys(rows[0]!)).toEqual(template.columns.map((column) => column.name))
      for (const { name, required, codes } of template.columns) {
        const values = new Set(rows.map((row) => row[name]!))
        expect(required && values.has(''), name).toBe(false)
        if (codes) expect([...codes, '']).toEqual(expect.arrayContaining([...values]))
      }
      const keys = new Set(rows.map((row) => template.key.map((name) => row[name]).join('|')))
      expect(keys.size).toBe(rows.length)
    },
  )

  test.each(['attendance', 'incidents'])('%s has only days of school, up to today, of enrolled students', (name) => {
    const open = new Set(
      tables
        .calendar!.filter((day) => day.dayType === 'instructional' || day.dayType === 'makeUp')
        .map((day) => `${day.schoolSourcedId} ${day.date}`),
    )
    const stays = new Map<string, TableRow[]>()
    for (const row of tables.enrollments!)
      stays.set(row.userSourcedId!, [...(stays.get(row.userSourcedId!) ?? []), row])
    for (const row of tables[name]!) {
      expect(row.date! <= today).toBe(true)
      expect(open.has(`${row.schoolSourcedId} ${row.date}`)).toBe(true)
      expect(within(stays.get(row.studentSourcedId!)!, row)).toBe(true)
    }
  })

  test('absences are drawn from exactly the days that the enrollments say', () => {
    const years = countYears(tables)
    for (const [student, days] of buildTown(7, 300, 3, today).enrolledDays)
      expect(days.length, student.sourcedId).toBe(years.get(student.sourcedId)!.enrolled)
  })

  test('attendance is exceptions only', () => {
    expect(tables.attendance!.map((row) => row.code)).not.toContain('present')
  })

  test('a value with a comma or a quotation mark comes back as it was', () => {
    expect(tables.calendar!.map((day) => day.title)).toContain('Water main break, school closed')
    expect(files.find((file) => file.name === 'calendar.csv')!.text).toContain('"Water main break, school closed"')
    expect(tables.attendance!.map((row) => row.reason)).toContain('wrote "not feeling well"')
  })
})
