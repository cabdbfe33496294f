import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { faultsOf } from './preset-bounds.ts'
import { readRules, type Cut, type PresetRules } from './preset-rules.ts'
import { previewRules } from './preview.ts'
import { dayAfter, openTestDistrict, type TestDistrict } from './testing-district.ts'
import { choose, fill, length, rulesShape, schools, start, world } from './testing-rules.ts'

let district: TestDistrict
beforeAll(async () => {
  district = await openTestDistrict()
})
afterAll(() => district.close())

const preview = (rules: PresetRules, asOf: string) =>
  district.db.database.as({ tokenHash: district.tokenHash, hat: null }, null, (tx) =>
    previewRules(tx, { communityId: district.communityId, districtId: district.districtId, rules, asOf }),
  )

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
        await fill(district, made)
        const asOf = dayAfter(start, length - 1)
        const before = await preview(rules, asOf)
        await choose(district, rules)
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
