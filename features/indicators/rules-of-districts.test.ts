import { afterAll, beforeAll, expect, test } from 'vitest'
import { openImportDoor } from '#platform/import-door.ts'
import type { Statement } from '#platform/database.ts'
import { followChoice, stepsOfChoice } from './choice-job.ts'
import { choosePreset, findLastChoice, listPresets, savePreset } from './desk/queries.ts'
import type { PresetRules } from './preset-rules.ts'
import { daysFrom, idOf, openTestDistrict, type TestDistrict } from './testing-district.ts'

const start = '2024-01-08'
let district: TestDistrict

beforeAll(async () => {
  district = await openTestDistrict()
  const own = { district_id: district.districtId }
  const school_id = idOf('north')
  const who = { student_id: idOf('ada'), school_id, access_school_id: school_id }
  await district.write("update import set state = 'applied', applied_at = now()")
  await district.add('school', [{ ...own, id: school_id, external_id: 'north', name: 'North' }])
  await district.add(
    'calendar_date',
    daysFrom(start, 20).map((on_date) => ({
      ...{ ...own, id: idOf(on_date), school_id, on_date, calendar_code: '' },
      ...{ day_type: 'instructional', is_instructional: true },
    })),
  )
  const names = { external_id: 'ada', given_name: 'Ada', family_name: 'B', grade_level: '06' }
  await district.add('student', [{ ...own, id: idOf('ada'), access_school_id: school_id, ...names }])
  await district.add('enrollment', [{ ...who, id: idOf('in'), entry_on: start }])
  await district.add('attendance_event', [{ ...who, id: idOf('out'), on_date: start, code: 'excused_absence' }])
  await district.recompute()
})
afterAll(() => district.close())

const asSteward = <Row>(statement: Statement<Row>) =>
  district.db.database.as({ tokenHash: district.tokenHash, hat: null }, null, (tx) => tx(statement))
const presets = () => asSteward(listPresets())
const cited = async () => (await presets()).find(({ name }) => name === 'air-ewims')!
const strict = (rules: PresetRules): PresetRules => ({
  ...rules,
  cuts: rules.cuts.map((cut) =>
    cut.indicator === 'attendance' && cut.level === 'caution' ? { ...cut, value: 6 } : cut,
  ),
})
const save = async (base: string, rules: PresetRules, isCopy: boolean) =>
  (await asSteward(savePreset({ base, title: 'Ours', rules, isCopy })))[0]!.id
const flags = () => district.rows<{ preset_id: string; level: string }>('select preset_id, level from flag')

test('a copy is the district’s own, and every saving after it is a version of its own', async () => {
  const { id, rules } = await cited()
  const copy = await save(id, rules, true)
  const next = await save(copy, strict(rules), false)
  const own = (await presets()).filter(({ isOwn }) => isOwn)
  expect(own.map(({ version, isLatest, basedOn }) => [version, isLatest, basedOn])).toEqual([
    [1, false, id],
    [2, true, copy],
  ])
  expect(own.find((preset) => preset.id === copy)!.rules).toEqual(rules)
  expect(own.find((preset) => preset.id === next)!.rules).toEqual(strict(rules))
  expect(await cited()).toMatchObject({ id, rules, isOwn: false, version: 1 })
})

test('a cited preset is not changed, and of two who change one version the second is told', async () => {
  const { id, rules } = await cited()
  await expect(save(id, rules, false)).rejects.toMatchObject({ code: 'CN409', hint: 'preset_cited' })
  const copy = await save(id, rules, true)
  const both = await Promise.allSettled([save(copy, rules, false), save(copy, strict(rules), false)])
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  const refused = both.find(({ status }) => status === 'rejected') as PromiseRejectedResult
  expect(refused.reason).toMatchObject({ code: 'CN409', hint: 'preset_changed' })
})

test('the flags follow what the district chooses, by a job that tells how far it is, and keep the version that made them', async () => {
  const before = await cited()
  expect(await flags()).toEqual([{ preset_id: before.id, level: 'caution' }])
  const copy = await save(before.id, strict(before.rules), true)
  expect(await flags()).toEqual([{ preset_id: before.id, level: 'caution' }])
  const [chosen] = await asSteward(choosePreset({ id: copy, insteadOf: before.id }))
  expect(await asSteward(findLastChoice())).toMatchObject([{ presetId: copy, state: 'waiting', stepsDone: 0 }])
  const door = openImportDoor(district.db.urls.concentric_import)
  await followChoice(door, chosen!.door!).finally(() => door.close())
  expect(await flags()).toEqual([])
  expect(await asSteward(findLastChoice())).toMatchObject([{ state: 'done', stepsDone: stepsOfChoice }])
  const own = (await presets()).find(({ id }) => id === copy)
  expect(own).toMatchObject({ isChosen: true, flags: 0 })
  await expect(asSteward(choosePreset({ id: before.id, insteadOf: before.id }))).rejects.toMatchObject({
    code: 'CN409',
    hint: 'choice_changed',
  })
})
