import { describe, expect, test } from 'vitest'
import { cast, childrenOf, fullName } from './cast.ts'
import { generateDemo } from './generate.ts'
import { tablesOf } from './tables.ts'
import { countYears } from './year-count.ts'

const { people, students } = cast
const roles = Object.values(people).map((person) => person.role)

describe('the cast', () => {
  test.each([
    'coordinator',
    'principal',
    'counselor',
    'teacher',
    'data_steward',
    'partner_worker',
    'guardian',
    'eligible_student',
    'backbone',
    'network_analyst',
    'stranger',
  ] as const)('has someone who is %s', (role) => {
    expect(roles).toContain(role)
  })

  test('every guardian who is named is a person, and has a child', () => {
    for (const person of Object.values(people).filter((each) => each.role === 'guardian'))
      expect(childrenOf(person.key).length, person.key).toBeGreaterThan(0)
    expect(childrenOf('lucia').map(fullName)).toEqual(['Sofía Ramírez', 'Mateo Ramírez'])
  })

  test('one parent has no e-mail; everyone else who signs in has one', () => {
    expect(
      Object.values(people)
        .filter((person) => !person.email)
        .map((person) => person.key),
    ).toEqual(['hector'])
  })

  test('no two have the same name, id or address', () => {
    const named = [...Object.values(people).filter((person) => person.key !== 'leila'), ...Object.values(students)]
    expect(new Set(named.map(fullName)).size).toBe(named.length)
    const ids = named.map((each) => each.sourcedId).filter(Boolean)
    expect(new Set(ids).size).toBe(ids.length)
  })
})

describe.each([0, 150])('at size %i the files say of the cast what they should', (size) => {
  const today = '2026-11-20'
  const tables = tablesOf(generateDemo({ today, seed: 3, students: size }))
  const years = countYears(tables)
  const user = (id: string) => tables.users!.find((row) => row.sourcedId === id)!
  const rateOf = (student: { sourcedId: string }) => {
    const { missed, enrolled } = years.get(student.sourcedId)!
    return missed / enrolled
  }
  const marksOf = (student: { sourcedId: string }) =>
    tables.grades!.filter((row) => row.studentSourcedId === student.sourcedId)
  const incidentsOf = (student: { sourcedId: string }) =>
    tables.incidents!.filter((row) => row.studentSourcedId === student.sourcedId && row.participation === 'perpetrator')

  test('everyone whom the district knows is there by id and name', () => {
    for (const each of [...Object.values(people), ...Object.values(students)].filter((one) => one.sourcedId))
      expect([user(each.sourcedId!).givenName, user(each.sourcedId!).familyName]).toEqual(Object.values(each.name))
  })

  test('Amara misses about 15% and has her only D in mathematics', () => {
    expect(rateOf(students.amara)).toBeCloseTo(0.148, 1)
    expect(rateOf(students.amara)).toBeGreaterThan(0.1)
    const low = marksOf(students.amara).filter((row) => Number(row.numericGrade) < 70)
    expect(new Set(low.map((row) => `${row.letterGrade} ${row.subject}`))).toEqual(new Set(['D mathematics']))
  })

  test('Ben is doing well on every count', () => {
    expect(rateOf(students.ben)).toBeLessThan(0.05)
    expect(incidentsOf(students.ben)).toEqual([])
    expect(marksOf(students.ben).every((row) => Number(row.numericGrade) >= 80)).toBe(true)
  })

  test('Amara and Ben are in Grace’s mathematics class, her only one', () => {
    const taught = tables.enrollments!.filter((row) => row.userSourcedId === people.grace.sourcedId)
    expect(taught.map((row) => row.role)).toEqual(['teacher'])
    const class_ = tables.enrollments!.filter((row) => row.classSourcedId === taught[0]!.classSourcedId)
    expect(class_.map((row) => row.userSourcedId)).toEqual(
      expect.arrayContaining([students.amara.sourcedId, students.ben.sourcedId]),
    )
  })

  test('Chidi has four incidents and no guardian on file', () => {
    expect(new Set(incidentsOf(students.chidi).map((row) => row.incidentSourcedId)).size).toBe(4)
    expect(user(students.chidi.sourcedId).agentSourcedIds).toBe('')
  })

  test('Sofía’s absences ask for caution, and Mateo has none', () => {
    expect(rateOf(students.sofia)).toBeGreaterThan(0.05)
    expect(rateOf(students.sofia)).toBeLessThan(0.1)
    expect(years.get(students.mateo.sourcedId)!.missed).toBe(0)
  })

  test('their grandmother’s language is Spanish, and both children are hers', () => {
    const lucia = user(people.lucia.sourcedId!)
    expect(lucia['metadata.language']).toBe('es')
    expect(lucia.agentSourcedIds).toBe('000104,000105')
    expect(lucia.orgSourcedIds).toBe('0703,0701')
  })

  test('Jonah has two guardians and fails English', () => {
    expect(user(students.jonah.sourcedId).agentSourcedIds).toBe('g000103,g000104')
    const english = marksOf(students.jonah).filter((row) => row.subject === 'english')
    expect(english.every((row) => row.letterGrade === 'F')).toBe(true)
  })

  test('Zoë misses half days only', () => {
    const durations = tables.attendance!.filter(
      (row) => row.studentSourcedId === students.zoe.sourcedId && row.code === 'excusedAbsence',
    )
    expect(new Set(durations.map((row) => row.duration))).toEqual(new Set(['0.5']))
  })

  test('Leila is eighteen and on her way to college', () => {
    const birth = tables.demographics!.find((row) => row.sourcedId === students.leila.sourcedId)!.birthDate!
    expect(`${Number(birth.slice(0, 4)) + 18}${birth.slice(4)}` <= '2026-09-01').toBe(true)
    const events = tables.collegeAccess!.filter((row) => row.studentSourcedId === students.leila.sourcedId)
    expect(events.map((row) => row.event)).toEqual(expect.arrayContaining(['fafsaCompleted', 'application']))
  })

  test('Theo left Lincoln on the day he began at Grant', () => {
    const own = tables.enrollments!.filter((row) => row.userSourcedId === students.theo.sourcedId)
    const left = own.find((row) => row.schoolSourcedId === cast.schools.lincoln.sourcedId)!
    const began = own.find((row) => row.schoolSourcedId === cast.schools.grant.sourcedId)!
    expect([left.endDate, began.endDate]).toEqual([began.beginDate, ''])
    expect(left.beginDate! < began.beginDate!).toBe(true)
  })

  test('Wen has been enrolled for fewer than ten days', () => {
    expect(years.get(students.wen.sourcedId)!.enrolled).toBe(6)
  })
})
