import { expect, test } from 'vitest'
import { daysOverdue, type Rhythm } from './freshness.ts'

const rhythm = (change: Partial<Rhythm> = {}): Rhythm => ({
  expectedEveryDays: 7,
  expectedSince: '2026-08-01',
  lastAppliedOn: '2026-09-01',
  ...change,
})

test('a source is fresh up to and on the last day on which it is expected, and overdue from the next one', () => {
  expect(daysOverdue(rhythm(), '2026-09-01')).toBe(0)
  expect(daysOverdue(rhythm(), '2026-09-08')).toBe(0)
  expect(daysOverdue(rhythm(), '2026-09-09')).toBe(1)
  expect(daysOverdue(rhythm(), '2026-10-08')).toBe(30)
})

test('days are days of the calendar: neither the end of summer time nor a leap day adds or takes one', () => {
  expect(daysOverdue(rhythm({ lastAppliedOn: '2026-10-31', expectedEveryDays: 1 }), '2026-11-02')).toBe(1)
  expect(daysOverdue(rhythm({ lastAppliedOn: '2028-02-28', expectedEveryDays: 1 }), '2028-03-01')).toBe(1)
})

test('a source that never brought anything counts from the day on which it was expected', () => {
  expect(daysOverdue(rhythm({ lastAppliedOn: null }), '2026-08-08')).toBe(0)
  expect(daysOverdue(rhythm({ lastAppliedOn: null }), '2026-08-10')).toBe(2)
})

test('nobody is alarmed about a source that nobody expects', () => {
  expect(daysOverdue(rhythm({ expectedEveryDays: null }), '2030-01-01')).toBe(0)
})
