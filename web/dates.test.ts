import { describe, expect, it } from 'vitest'
import {
  addDays,
  dayNumber,
  dayOf,
  daysBetween,
  daysFrom,
  formatDay,
  formatMoment,
  mondayOf,
  weekday,
} from './dates.ts'

describe('a school day is text without a time zone', () => {
  it('keeps its date in every language and in any zone of the machine', () => {
    expect(formatDay('2026-09-03', 'en-US')).toBe('September 3, 2026')
    expect(formatDay('2026-09-03', 'es-US')).toBe('3 de septiembre de 2026')
    expect(formatDay('2026-01-01', 'en-US', 'full')).toBe('Thursday, January 1, 2026')
  })

  it('counts over the ends of months, leap years and the change of clocks', () => {
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29')
    expect(addDays('2026-02-28', 1)).toBe('2026-03-01')
    expect(daysBetween('2026-10-31', '2026-11-02')).toBe(2)
    expect(daysFrom('2026-12-30', '2027-01-02')).toEqual(['2026-12-30', '2026-12-31', '2027-01-01', '2027-01-02'])
    expect(daysFrom('2026-12-30', '2026-12-29')).toEqual([])
  })

  it('knows its weekday, before 1970 too', () => {
    expect(weekday('2026-09-07')).toBe(1)
    expect(weekday('2026-09-13')).toBe(7)
    expect(weekday('1969-12-31')).toBe(3)
    expect(mondayOf('2026-09-13')).toBe('2026-09-07')
    expect(mondayOf('2026-09-07')).toBe('2026-09-07')
  })

  it('refuses a day that does not exist', () => {
    expect(() => dayNumber('2026-02-30')).toThrow('does not exist')
    expect(() => dayNumber('2026-13-01')).toThrow('does not exist')
    expect(() => dayNumber('9/3/2026')).toThrow('not YYYY-MM-DD')
  })
})

describe('a moment belongs to the day of the community', () => {
  it('is still yesterday in Chicago when it is already today in London', () => {
    expect(dayOf('2026-09-04T03:30:00Z', 'America/Chicago')).toBe('2026-09-03')
    expect(dayOf('2026-09-04T03:30:00Z', 'Europe/London')).toBe('2026-09-04')
    expect(dayOf('2026-09-04T05:00:00Z', 'America/Chicago')).toBe('2026-09-04')
  })

  it('is written in the zone of the community', () => {
    expect(formatMoment('2026-09-04T07:10:00Z', 'en-US', 'America/Chicago')).toContain('2:10')
  })
})
