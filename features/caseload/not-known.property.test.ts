import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { previewRules } from '#features/indicators/preview.ts'
import { dayAfter, openTestDistrict, type TestDistrict } from '#features/indicators/testing-district.ts'
import { choose, fill, length, rulesShape, start, world } from '#features/indicators/testing-rules.ts'
import { toLine } from './lines.ts'
import { listDistrictRules, listStudents } from './queries.ts'

let district: TestDistrict
beforeAll(async () => {
  district = await openTestDistrict()
})
afterAll(() => district.close())

const runs = Number(process.env.RUNS ?? 12)
const session = () => ({ tokenHash: district.tokenHash, hat: null })

/** Of how many students each indicator is not known, as the lines of the list say it, student by student. */
async function toldByList() {
  const { rows, entered } = await district.db.database.read(session(), null, [
    listStudents({ scope: 'school', limit: 200 }),
    listDistrictRules(),
  ])
  const lines = rows[0].map((row) => toLine(row, { locale: 'en', today: entered.today }, rows[1]))
  return counted(lines.flatMap(({ notKnown }) => notKnown))
}

/** The same as the preview of rules counts it in the database. */
async function toldByPreview(rules: Parameters<typeof previewRules>[1]['rules'], asOf: string) {
  const { communityId, districtId } = district
  const { proposed } = await district.db.database.as(session(), null, (tx) =>
    previewRules(tx, { communityId, districtId, rules, asOf }),
  )
  return counted(
    proposed.flatMap(({ indicators }) =>
      Object.entries(indicators).flatMap(([indicator, { unknown }]) => Array<string>(unknown).fill(indicator)),
    ),
  )
}

const counted = (names: string[]) =>
  Object.fromEntries([...new Set(names)].sort().map((name) => [name, names.filter((each) => each === name).length]))

test(
  'the list says of as many students that too little is known as the preview of the same rules counts',
  async () => {
    const seen = new Set<string>()
    await fc.assert(
      fc.asyncProperty(world, rulesShape, async (made, rules) => {
        await fill(district, made)
        await choose(district, rules)
        const asOf = dayAfter(start, length - 1)
        await district.recompute(asOf)
        const told = await toldByList()
        expect(told).toEqual(await toldByPreview(rules, asOf))
        for (const indicator of Object.keys(told)) seen.add(indicator)
      }),
      { numRuns: runs },
    )
    expect(seen.size).toBeGreaterThan(0)
  },
  60_000 + runs * 5000,
)
