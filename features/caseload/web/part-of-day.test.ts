import { expect, it } from 'vitest'
import { partOfDay } from './part-of-day.ts'

it('greets by the clock of the community', () => {
  const moment = new Date('2026-11-20T17:30:00Z')
  expect(partOfDay(moment, 'America/Chicago')).toBe('morning')
  expect(partOfDay(moment, 'America/New_York')).toBe('afternoon')
  expect(partOfDay(moment, 'Europe/Berlin')).toBe('evening')
})

it('changes at noon and at six', () => {
  expect(partOfDay(new Date('2026-11-20T11:59:00Z'), 'UTC')).toBe('morning')
  expect(partOfDay(new Date('2026-11-20T12:00:00Z'), 'UTC')).toBe('afternoon')
  expect(partOfDay(new Date('2026-11-20T18:00:00Z'), 'UTC')).toBe('evening')
  expect(partOfDay(new Date('2026-11-20T02:00:00Z'), 'UTC')).toBe('evening')
})
