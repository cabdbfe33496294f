import { expect, test } from 'vitest'
import { freshnessOf } from './freshness.ts'

const now = Date.parse('2026-09-01T12:00:00Z')
const ago = (days: number) => new Date(now - days * 86_400_000).toISOString()

test('a listing is stale once nobody confirmed it for half a year, and says how long it is', () => {
  expect(freshnessOf(null, now)).toBeUndefined()
  expect(freshnessOf(ago(0), now)).toEqual({ isStale: false, value: 0, unit: 'day' })
  expect(freshnessOf(ago(125), now)).toEqual({ isStale: false, value: 4, unit: 'month' })
  expect(freshnessOf(ago(182), now)!.isStale).toBe(false)
  expect(freshnessOf(ago(183), now)).toEqual({ isStale: true, value: 6, unit: 'month' })
  expect(freshnessOf(ago(800), now)).toEqual({ isStale: true, value: 2, unit: 'year' })
})
