import { expect, test } from 'vitest'
import { nextSchoolYear } from './next-school-year.ts'

test('the year that begins next is this summer’s, and from September on that of the next summer', () => {
  expect(nextSchoolYear(new Date(2026, 5, 12))).toBe('2026-27')
  expect(nextSchoolYear(new Date(2026, 7, 31))).toBe('2026-27')
  expect(nextSchoolYear(new Date(2026, 8, 1))).toBe('2027-28')
  expect(nextSchoolYear(new Date(2098, 11, 1))).toBe('2099-00')
})
