import fc from 'fast-check'
import { readRules, type PresetRules } from './preset-rules.ts'
import { dayAfter, daysFrom, idOf, type TestDistrict } from './testing-district.ts'

export const start = '2024-01-08'
export const length = 40
export const schools = ['north', 'south'] as const
export const names = ['ada', 'bo', 'cy', 'di', 'eva', 'fay'] as const

const student = fc.record({
  at: fc.constantFrom(...schools, null),
  grade: fc.constantFrom('06', '09', null),
  days: fc.integer({ min: 0, max: length }),
  missed: fc.integer({ min: 0, max: 12 }),
  incidents: fc.integer({ min: 0, max: 4 }),
  english: fc.option(fc.integer({ min: 30, max: 100 })),
  science: fc.option(fc.integer({ min: 30, max: 100 })),
})
/** Six students of two schools or of none, with some days, absences, incidents and marks. */
export const world = fc.array(student, { minLength: names.length, maxLength: names.length })
export type World = typeof world extends fc.Arbitrary<infer Shape> ? Shape : never

const grades = fc.option(fc.constantFrom(['06'], ['09'], ['06', '09']), { nil: undefined, freq: 2 })
const level = fc.constantFrom('caution', 'concern')
const cut = fc
  .oneof(
    fc.record({
      indicator: fc.constant('attendance'),
      rule: fc.constantFrom('missed_at_least', 'missed_more_than'),
      value: fc.integer({ min: 1, max: 40 }),
    }),
    fc.record({
      indicator: fc.constant('behavior'),
      rule: fc.constant('incidents_at_least'),
      value: fc.integer({ min: 1, max: 4 }),
    }),
    fc.record({
      indicator: fc.constant('course'),
      rule: fc.constantFrom('average_below', 'failed_at_least'),
      value: fc.integer({ min: 1, max: 20 }).map((n) => n),
      subjects: fc.option(fc.constantFrom(['english'], ['english', 'mathematics']), { nil: undefined }),
    }),
  )
  .chain((part) => fc.record({ level, grades }).map((more) => ({ ...part, ...more })))
  .map((made) => (made.rule === 'average_below' ? { ...made, value: made.value * 5 } : made))
/** Rules as a district may save them. */
export const rulesShape = fc
  .record({
    window: fc.constantFrom('year_to_date', 'last_45_days', 'term'),
    minimumDays: fc.integer({ min: 1, max: 30 }),
    passMark: fc.constantFrom(60, 70),
    grades,
    cuts: fc.array(cut, { minLength: 1, maxLength: 6 }),
  })
  .map((made) => readRules(JSON.parse(JSON.stringify(made))))

/** Puts the students into an emptied district, with what is known of them. */
export async function fill(district: TestDistrict, made: World) {
  for (const table of [
    ...['grade', 'behavior_incident', 'attendance_event', 'enrollment', 'calendar_date', 'academic_session'],
    ...['flag', 'attendance_summary', 'behavior_summary', 'course_summary', 'student', 'school'],
  ])
    await district.write(`delete from ${table}`)
  const own = { district_id: district.districtId }
  await district.add(
    'school',
    schools.map((name) => ({ ...own, id: idOf(name), external_id: name, name })),
  )
  await district.add(
    'calendar_date',
    schools.flatMap((name) =>
      daysFrom(start, length).map((on_date) => ({
        ...own,
        ...{ id: idOf(name + on_date), school_id: idOf(name), on_date, calendar_code: '' },
        ...{ day_type: 'instructional', is_instructional: true },
      })),
    ),
  )
  await district.add(
    'student',
    made.map(({ at, grade }, i) => ({
      ...own,
      ...{ id: idOf(names[i]!), access_school_id: at && idOf(at), grade_level: grade },
      ...{ external_id: names[i], given_name: names[i], family_name: 'B' },
    })),
  )
  for (const [i, each] of made.entries()) await addFacts(district, names[i]!, each)
}

async function addFacts(
  district: TestDistrict,
  name: string,
  { at, days, missed, incidents, english, science }: World[number],
) {
  // Whoever is in no school has no facts: a school that once enrolled somebody keeps the student until another one does.
  if (at === null || days === 0) return
  const who = { student_id: idOf(name), school_id: idOf(at), access_school_id: idOf(at) }
  const fact = (what: string) => ({ ...who, id: idOf(name + what) })
  await district.add('enrollment', [{ ...fact('in'), entry_on: start, exit_on: dayAfter(start, days - 1) }])
  await district.add(
    'attendance_event',
    daysFrom(start, missed).map((on_date) => ({ ...fact(on_date), on_date, code: 'excused_absence' })),
  )
  await district.add(
    'behavior_incident',
    Array.from({ length: incidents }, (_, i) => ({
      ...fact(`incident ${i}`),
      ...{ external_id: `${name} ${i}`, on_date: start, behavior: 'school_violation', participation: 'perpetrator' },
    })),
  )
  await district.add(
    'grade',
    Object.entries({ english, science }).flatMap(([subject, numeric_grade]) =>
      numeric_grade === null
        ? []
        : [
            {
              ...fact(subject),
              ...{ course_title: subject, subject, term_title: 'T', term_ends_on: dayAfter(start, 5), numeric_grade },
              grade_type: 'final',
            },
          ],
    ),
  )
}

/** The district follows these rules from now on; flags are as they were until they are computed. */
export async function choose(district: TestDistrict, rules: PresetRules) {
  await district.write('update district set preset_id = null')
  await district.write("delete from indicator_preset where name = 'ours'")
  await district.write(
    `with made as (insert into indicator_preset (community_id, district_id, name, title, citation, rules) values ($1, $2, 'ours', 'Ours', '', $3) returning id)
     update district set preset_id = (select id from made)`,
    [district.communityId, district.districtId, JSON.stringify(rules)],
  )
}
