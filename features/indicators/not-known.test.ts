import { expect, test } from 'vitest'
import { notKnown, type StoredFacts } from './not-known.ts'
import type { PresetRules } from './preset-rules.ts'

const rules: PresetRules = {
  window: 'year_to_date',
  minimumDays: 20,
  passMark: 60,
  cuts: [
    { indicator: 'attendance', level: 'concern', rule: 'missed_at_least', value: 10 },
    { indicator: 'behavior', level: 'concern', rule: 'incidents_at_least', value: 6, grades: ['09'] },
    { indicator: 'course', level: 'concern', rule: 'average_below', value: 65, subjects: ['english'] },
  ],
}
const all: StoredFacts = {
  gradeLevel: '09',
  daysEnrolled: 20,
  subjects: ['english'],
  hasIncidents: true,
  inSight: ['attendance', 'behavior', 'course'],
}
const missing = (facts: Partial<StoredFacts>) => notKnown(rules, { ...all, ...facts })

test('who has enough days, a mark asked for and a district that tells of incidents is known', () => {
  expect(missing({})).toEqual([])
})

test('too few days, no mark in the subjects asked for and no incidents brought in are each told by themselves', () => {
  expect(missing({ daysEnrolled: 19 })).toEqual(['attendance'])
  expect(missing({ daysEnrolled: null })).toEqual(['attendance'])
  expect(missing({ subjects: ['science'] })).toEqual(['course'])
  expect(missing({ hasIncidents: false })).toEqual(['behavior'])
})

test('what the rules do not look at in a grade, and what the reader may not see, is not told as missing', () => {
  expect(missing({ hasIncidents: false, gradeLevel: '08' })).toEqual([])
  expect(missing({ daysEnrolled: 0, subjects: [], hasIncidents: false, inSight: ['attendance'] })).toEqual([
    'attendance',
  ])
})

test('no day at all is never enough, whatever the rules ask', () => {
  expect(notKnown({ ...rules, minimumDays: 0 }, { ...all, daysEnrolled: 0 })).toEqual(['attendance'])
})
