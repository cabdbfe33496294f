import { expect, test } from 'vitest'
import en from '#web/words/en.json' with { type: 'json' }
import { choosableRules, faultsOf, measures } from './preset-bounds.ts'
import { ruleNames, type Cut, type PresetRules } from './preset-rules.ts'
import { shippedPresets } from './presets.ts'

const [airEwims] = shippedPresets
const rules = (more: Partial<PresetRules>): PresetRules => ({ ...airEwims!.rules, ...more })
const missed = (value: number, more: Partial<Cut> = {}): Cut => ({
  ...{ indicator: 'attendance', level: 'concern', rule: 'missed_at_least', value },
  ...more,
})
const codesOf = (more: Partial<PresetRules>, title = 'Ours') => faultsOf(rules(more), title).map(({ code }) => code)

test('every cited preset could be saved as it is', () => {
  for (const preset of shippedPresets) expect(faultsOf(preset.rules, preset.title)).toEqual([])
})

test('what is missing or out of bounds is said at its field', () => {
  expect(codesOf({}, '  ')).toEqual(['title'])
  expect(codesOf({ minimumDays: 0 })).toEqual(['days'])
  expect(codesOf({ minimumDays: NaN })).toEqual(['days'])
  expect(codesOf({ passMark: 101 })).toEqual(['mark'])
  expect(codesOf({ grades: [] })).toEqual(['grades'])
  expect(codesOf({ cuts: [] })).toEqual(['none'])
  expect(codesOf({ cuts: [missed(0)] })).toEqual(['value'])
  expect(codesOf({ cuts: [missed(NaN)] })).toEqual(['value'])
  expect(codesOf({ cuts: [{ ...missed(1.5), indicator: 'behavior', rule: 'incidents_at_least' }] })).toEqual(['whole'])
  expect(faultsOf(rules({ cuts: [missed(10), missed(101)] }), 'Ours')).toEqual([
    { at: 1, code: 'value', least: 1, most: 100 },
  ])
})

test('concern lies beyond caution, whichever way the rule counts', () => {
  const average = (level: Cut['level'], value: number): Cut => ({
    ...{ indicator: 'course', level, rule: 'average_below', value },
    subjects: ['english'],
  })
  expect(codesOf({ cuts: [missed(5, { level: 'caution' }), missed(10)] })).toEqual([])
  expect(codesOf({ cuts: [missed(10, { level: 'caution' }), missed(10)] })).toEqual(['order'])
  expect(codesOf({ cuts: [average('caution', 70), average('concern', 60)] })).toEqual([])
  expect(codesOf({ cuts: [average('caution', 60), average('concern', 70)] })).toEqual(['order'])
  expect(codesOf({ cuts: [missed(10), missed(12)] })).toEqual(['twice'])
  expect(codesOf({ cuts: [missed(10, { grades: ['06'] }), missed(12, { grades: ['07'] })] })).toEqual([])
})

test('every rule has a measure and words, and only what files bring in can be added', () => {
  const all = Object.values(ruleNames).flat()
  expect(Object.keys(measures).sort()).toEqual([...all].sort())
  expect(Object.keys(en.presets.rule).sort()).toEqual([...all].sort())
  expect(Object.values(choosableRules).flat()).not.toContain('unsatisfactory_mark')
})
