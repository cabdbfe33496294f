import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { faultsOf } from './preset-bounds.ts'
import { readRules, type Cut, type PresetRules } from './preset-rules.ts'
import { previewRules } from './preview.ts'
import { dayAfter, daysFrom, idOf, openTestDistrict, type TestDistrict } from './testing-district.ts'

let district: TestDistrict
beforeAll(async () => {
  district = await openTestDistrict()
})
afterAll(() => district.close())

const start = '2024-01-08'
const length = 40
const schools = ['north', 'south'] as const
const names = ['ada', 'bo', 'cy', 'di', 'eva', 'fay'] as const

const student = fc.record({
  at: fc.constantFrom(...schools, null),
  grade: fc.constantFrom('06', '09', null),
  days: fc.integer({ min: 0, max: length }),
  missed: fc.integer({ min: 0, max: 12 }),
  incidents: fc.integer({ min: 0, max: 4 }),
  english: fc.option(fc.integer({ min: 30, max: 100 })),
  science: fc.option(fc.integer({ min: 30, max: 100 })),
})
const world = fc.array(student, { minLength: names.length, maxLength: names.length })
type World = typeof world extends fc.Arbitrary<infer Shape> ? Shape : never

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
const rulesShape = fc
  .record({
    window: fc.constantFrom('year_to_date', 'last_45_days', 'term'),
    minimumDays: fc.integer({ min: 1, max: 30 }),
    passMark: fc.constantFrom(60, 70),
    grades,
    cuts: fc.array(cut, { minLength: 1, maxLength: 6 }),
  })
  .map((made) => readRules(JSON.parse(JSON.stringify(made))))

async function fill(made: World) {
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
  for (const [i, each] of made.entries()) await addFacts(names[i]!, each)
}

async function addFacts(name: string, { at, days, missed, incidents, english, science }: World[number]) {
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

const preview = (rules: PresetRules, asOf: string) =>
  district.db.database.as({ tokenHash: district.tokenHash, hat: null }, null, (tx) =>
    previewRules(tx, { communityId: district.communityId, districtId: district.districtId, rules, asOf }),
  )

async function choose(rules: PresetRules) {
  await district.write('update district set preset_id = null')
  await district.write("delete from indicator_preset where name = 'ours'")
  await district.write(
    `with made as (insert into indicator_preset (community_id, district_id, name, title, citation, rules) values ($1, $2, 'ours', 'Ours', '', $3) returning id)
     update district set preset_id = (select id from made)`,
    [district.communityId, district.districtId, JSON.stringify(rules)],
  )
}

type Tally = { school: string | null; indicator: string; level: string; count: number }
const storedFlags = () =>
  district.rows<Tally>(
    `select s.name as school, f.indicator, f.level, count(*)::int as count from flag f
     left join school s on s.id = f.access_school_id group by 1, 2, 3 order by 1 nulls last, 2, 3`,
  )

const appliesIn = (rules: PresetRules, indicator: string, grade: string | null) =>
  rules.cuts.some(
    (one: Cut) =>
      one.indicator === indicator && [rules.grades, one.grades].every((only) => !only || only.includes(grade ?? '')),
  )

const runs = Number(process.env.RUNS ?? 12)

test(
  'the preview counts whom recomputing then flags, school by school, and tells those of whom nothing is known',
  async () => {
    await fc.assert(
      fc.asyncProperty(world, rulesShape, async (made, rules) => {
        await fill(made)
        const asOf = dayAfter(start, length - 1)
        const before = await preview(rules, asOf)
        await choose(rules)
        await district.recompute(asOf)
        const told = before.proposed.flatMap(({ schoolName, indicators }) =>
          Object.entries(indicators).flatMap(([indicator, found]) =>
            (['caution', 'concern'] as const).map((each) => ({
              ...{ school: schoolName, indicator, level: each },
              count: found[each],
            })),
          ),
        )
        expect(new Set(told.filter(({ count }) => count > 0).map((each) => JSON.stringify(each)))).toEqual(
          new Set((await storedFlags()).map((each) => JSON.stringify(each))),
        )
        const after = await preview(rules, asOf)
        expect(after.present).toEqual(before.proposed)
        for (const school of [...schools, null]) {
          const here = made.filter(({ at }) => at === school)
          const row = before.proposed.find(({ schoolName }) => (schoolName?.toLowerCase() ?? null) === school)
          expect(row?.students ?? 0).toBe(here.length)
          const looked = here.filter(({ grade }) => appliesIn(rules, 'attendance', grade))
          const few = looked.filter(({ at, days }) => (at === null ? 0 : days) < rules.minimumDays)
          expect(row?.indicators['attendance']?.looked ?? 0).toBe(looked.length)
          if (rules.window === 'year_to_date') expect(row?.indicators['attendance']?.unknown ?? 0).toBe(few.length)
        }
      }),
      { numRuns: runs },
    )
  },
  60_000 + runs * 5000,
)

test('rules that the form lets through are rules that the program reads, and the other way round for their values', () => {
  fc.assert(
    fc.property(rulesShape, (rules) => {
      const faults = faultsOf(rules, 'Ours')
      expect(faults.filter(({ code }) => !['twice', 'order'].includes(code))).toEqual([])
      expect(readRules(JSON.parse(JSON.stringify(rules)))).toEqual(rules)
    }),
  )
})
