import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { attendanceLevel } from './attendance-level.ts'
import { shippedPresets } from './presets.ts'
import { dayAfter, idOf, openTestDistrict, type TestDistrict } from './testing-district.ts'

let district: TestDistrict
beforeAll(async () => {
  district = await openTestDistrict()
})
afterAll(() => district.close())

const start = '2024-01-08'
const schools = ['north', 'south'] as const
const codes = ['excused_absence', 'unexcused_absence', 'suspension', 'tardy', 'early_departure', 'partial'] as const
const length = 60

const at = fc.constantFrom(...schools)
const day = fc.integer({ min: -10, max: length + 10 })
const who = fc.constantFrom('ada', 'bo', 'cy')
const calendarDay = fc.record({ at, day: fc.nat(length), calendar: fc.constantFrom('', 'b'), isSchool: fc.boolean() })
const stay = fc.record({ who, at, entry: day, exit: fc.option(day) })
const exception = fc.record({
  who,
  at,
  day,
  code: fc.constantFrom(...codes),
  duration: fc.option(fc.constantFrom(0, 0.125, 0.25, 0.333, 0.5, 1)),
})
const unique = <T>(shape: fc.Arbitrary<T>, key: (value: T) => string, maxLength: number) =>
  fc.uniqueArray(shape, { selector: key, maxLength, size: 'max' })
const world = fc.record({
  calendar: unique(calendarDay, (d) => [d.at, d.day, d.calendar, d.isSchool].join(), 200),
  stays: unique(stay, (s) => [s.who, s.at, s.entry].join(), 8),
  exceptions: unique(exception, (e) => [e.who, e.at, e.day, e.code].join(), 120),
  asOf: fc.integer({ min: 20, max: length + 5 }),
})
type World = typeof world extends fc.Arbitrary<infer Shape> ? Shape : never

// The definition, day by day, without a set: a day is enrolled when the school held classes and some stay covers it.
function count({ calendar, stays, exceptions, asOf }: World, name: string, place: string) {
  let enrolled = 0
  let missed = 0
  for (let n = 0; n <= Math.min(asOf, length); n++) {
    const isSchool = calendar.some((d) => d.at === place && d.day === n && d.isSchool)
    const isHere = stays.some(
      (s) => s.who === name && s.at === place && s.entry <= n && (s.exit === null || n <= s.exit),
    )
    if (!isSchool || !isHere) continue
    enrolled += 1000
    const parts = exceptions
      .filter((e) => e.who === name && e.at === place && e.day === n)
      .map((e) => e.duration ?? (['excused_absence', 'unexcused_absence', 'suspension'].includes(e.code) ? 1 : 0))
    missed += Math.min(1000, Math.round(parts.reduce<number>((sum, part) => sum + part, 0) * 1000))
  }
  return { daysEnrolled: enrolled / 1000, daysMissed: missed / 1000 }
}

async function fill({ calendar, stays, exceptions }: World) {
  for (const table of ['enrollment', 'attendance_event', 'calendar_date', 'academic_session', 'student', 'school'])
    await district.write(`delete from ${table}`)
  const own = { district_id: district.districtId }
  const on = (n: number) => dayAfter(start, n)
  const fact = (name: string, place: string) => ({
    student_id: idOf(name),
    school_id: idOf(place),
    access_school_id: idOf('north'),
  })
  await district.add(
    'school',
    schools.map((name) => ({ ...own, id: idOf(name), external_id: name, name })),
  )
  await district.add('academic_session', [
    {
      ...own,
      id: idOf('year'),
      external_id: 'year',
      title: 'Year',
      kind: 'school_year',
      starts_on: start,
      ends_on: on(length),
    },
  ])
  const names = ['ada', 'bo', 'cy']
  await district.add(
    'student',
    names.map((n) => ({
      ...own,
      id: idOf(n),
      access_school_id: idOf('north'),
      external_id: n,
      given_name: n,
      family_name: n,
    })),
  )
  await district.add(
    'calendar_date',
    calendar.map((d) => ({
      ...own,
      id: idOf(JSON.stringify(d)),
      school_id: idOf(d.at),
      on_date: on(d.day),
      calendar_code: d.calendar,
      day_type: d.isSchool ? 'instructional' : 'holiday',
      is_instructional: d.isSchool,
    })),
  )
  await district.add(
    'enrollment',
    stays.map((s) => ({
      ...fact(s.who, s.at),
      id: idOf(JSON.stringify(s)),
      entry_on: on(s.entry),
      exit_on: s.exit === null ? null : on(s.exit),
    })),
  )
  await district.add(
    'attendance_event',
    exceptions.map((e) => ({
      ...fact(e.who, e.at),
      id: idOf(JSON.stringify(e)),
      on_date: on(e.day),
      code: e.code,
      duration: e.duration,
    })),
  )
}

const runs = Number(process.env.RUNS ?? 40)

test(
  'days enrolled, days missed and the level of random calendars, stays and exceptions are those of the definition',
  async () => {
    const rules = shippedPresets[0]!.rules
    await fc.assert(
      fc.asyncProperty(world, async (made) => {
        await fill(made)
        const rows = await district.list({ asOf: dayAfter(start, made.asOf) })
        for (const row of rows) expect({ ...row, ...count(made, row.externalId, row.schoolId) }).toEqual(row)
        for (const name of ['ada', 'bo', 'cy']) {
          const [north, south] = schools.map((place) => count(made, name, place))
          const listed = rows.filter((row) => row.externalId === name)
          const unlisted = schools.filter((place) => !listed.some((row) => row.schoolId === place))
          for (const place of unlisted) expect(count(made, name, place).daysEnrolled).toBe(0)
          const total = {
            daysEnrolled: north!.daysEnrolled + south!.daysEnrolled,
            daysMissed: north!.daysMissed + south!.daysMissed,
          }
          const level = attendanceLevel(total, rules, null)
          for (const row of listed) expect(row.flags.map((flag) => flag.level)).toEqual(level ? [level] : [])
        }
      }),
      { numRuns: runs },
    )
  },
  10_000 + runs * 1000,
)
