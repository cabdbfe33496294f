import { describe, expect, test } from 'vitest'
import { weekdayOf } from './dates.ts'
import { generateDemo } from './generate.ts'
import { tablesOf, type TableRow } from './tables.ts'
import { countYears } from './year-count.ts'

const isChronic = ({ missed, enrolled }: { missed: number; enrolled: number }) => missed * 10 >= enrolled
const mean = (values: number[]) => values.reduce((a, b) => a + b, 0) / values.length

/** Pearson's r. */
const correlation = (pairs: [number, number][]) => {
  const [x, y] = [mean(pairs.map((pair) => pair[0])), mean(pairs.map((pair) => pair[1]))]
  const sum = (of: (pair: [number, number]) => number) => mean(pairs.map(of))
  const spread = Math.sqrt(sum(([a]) => (a - x) ** 2) * sum(([, b]) => (b - y) ** 2))
  return sum(([a, b]) => (a - x) * (b - y)) / spread
}

describe.each([
  [1, '2026-11-20'],
  [2, '2027-03-12'],
  [3, '2027-07-15'],
])('1,200 students, seed %i, on %s', (seed, today) => {
  const tables = tablesOf(generateDemo({ seed, today }))
  const years = countYears(tables)
  const counted = [...years].filter(([, year]) => year.enrolled >= 10)
  const attendance = tables.attendance!.filter((row) => row.code !== 'tardy' && row.code !== 'earlyDeparture')
  const students = tables.users!.filter((user) => user.role === 'student')

  test('12% to 18% are chronically absent', () => {
    const share = counted.filter(([, year]) => isChronic(year)).length / counted.length
    expect(share).toBeGreaterThan(0.12)
    expect(share).toBeLessThan(0.18)
  })

  test('a fifth of the students carry most of the missed days, and some miss none', () => {
    const missed = counted.map(([, year]) => year.missed).sort((a, b) => b - a)
    const total = missed.reduce((a, b) => a + b, 0)
    const fifth = missed.slice(0, Math.round(missed.length / 5)).reduce((a, b) => a + b, 0)
    expect(fifth / total).toBeGreaterThan(0.5)
    expect(missed.filter((days) => days === 0).length).toBeGreaterThan(40)
  })

  test('more is missed on Mondays and Fridays', () => {
    const schoolDays = tables.calendar!.filter(
      (row) => row.schoolSourcedId === '0701' && row.dayType === 'instructional',
    )
    const perDay = (weekdays: number[]) => {
      const on = (rows: TableRow[]) => rows.filter((row) => weekdays.includes(weekdayOf(row.date!))).length
      return on(attendance) / on(schoolDays)
    }
    expect(perDay([1, 5])).toBeGreaterThan(perDay([2, 3, 4]) * 1.1)
  })

  test('absences come in runs', () => {
    const missed = new Map<string, Set<string>>()
    for (const row of attendance)
      missed.set(row.studentSourcedId!, (missed.get(row.studentSourcedId!) ?? new Set()).add(row.date!))
    const some = [...missed].filter(([id, days]) => days.size / years.get(id)!.enrolled < 0.1)
    const days = [...new Set(tables.calendar!.filter((row) => row.dayType === 'instructional').map((row) => row.date!))]
    const next = new Map(days.map((day, i) => [day, days[i + 1] ?? '']))
    const followed = some.flatMap(([, own]) => [...own].map((day) => own.has(next.get(day)!)))
    expect(followed.filter(Boolean).length / followed.length).toBeGreaterThan(0.15)
  })

  test('most students have no incident, and a twentieth have most of them', () => {
    const own = tables.incidents!.filter((row) => row.participation === 'perpetrator')
    const counts = students.map(({ sourcedId }) => own.filter((row) => row.studentSourcedId === sourcedId).length)
    expect(counts.filter((count) => count === 0).length / counts.length).toBeGreaterThan(0.78)
    const top = counts.sort((a, b) => b - a).slice(0, Math.round(counts.length / 20))
    expect(top.reduce((a, b) => a + b, 0) / own.length).toBeGreaterThan(0.5)
  })

  test('every suspension has its day of absence', () => {
    const absent = new Set(attendance.filter((row) => row.code === 'suspension').map((row) => row.studentSourcedId))
    const out = tables.incidents!.filter((row) => row.action === 'outOfSchoolSuspension' && Number(row.actionDays) > 0)
    expect(out.length).toBeGreaterThan(0)
    for (const row of out) expect(absent).toContain(row.studentSourcedId)
  })

  test('marks fall as missed days rise, and some fail', () => {
    const marks = new Map<string, number[]>()
    for (const row of tables.grades!)
      marks.set(row.studentSourcedId!, [...(marks.get(row.studentSourcedId!) ?? []), Number(row.numericGrade)])
    const pairs = [...marks].map(([id, own]): [number, number] => {
      const { missed, enrolled } = years.get(id)!
      return [missed / enrolled, mean(own)]
    })
    expect(correlation(pairs)).toBeLessThan(-0.3)
    expect(correlation(pairs)).toBeGreaterThan(-0.85)
    const failing = tables.grades!.filter((row) => row.letterGrade === 'F').length / tables.grades!.length
    expect(failing).toBeGreaterThan(0.005)
    expect(failing).toBeLessThan(0.08)
  })

  test('about 3% come late, about 2% leave, and a few change schools', () => {
    const homerooms = tables.enrollments!.filter(
      (row) => row.classSourcedId!.endsWith('homeroom') && row.role === 'student',
    )
    const first = homerooms.map((row) => row.beginDate!).sort()[0]!
    const of = (id: string) => homerooms.filter((row) => row.userSourcedId === id)
    const share = (test: (rows: TableRow[]) => boolean) =>
      students.filter(({ sourcedId }) => test(of(sourcedId!))).length / students.length
    const late = share((rows) => rows.every((row) => row.beginDate! > first))
    const left = share((rows) => rows.every((row) => row.endDate !== ''))
    const moved = share((rows) => rows.length > 1)
    expect([late > 0.015, late < 0.05, left > 0.008, left < 0.035, moved > 0.001, moved < 0.03]).not.toContain(false)
  })

  test('at least ten languages are spoken at home', () => {
    const languages = tables.users!.filter((user) => user.agentSourcedIds).map((user) => user['metadata.language'])
    expect(new Set(languages).size).toBeGreaterThanOrEqual(10)
  })
})

test('in a whole year, winter days are missed more than autumn days', () => {
  const tables = tablesOf(generateDemo({ seed: 4, today: '2027-06-30' }))
  const perDay = (months: string[]) => {
    const within = (rows: TableRow[]) => rows.filter((row) => months.includes(row.date!.slice(5, 7))).length
    return within(tables.attendance!) / within(tables.calendar!.filter((row) => row.dayType === 'instructional'))
  }
  expect(perDay(['12', '01', '02'])).toBeGreaterThan(perDay(['09', '10', '11']) * 1.15)
})
