import { expect, it } from 'vitest'
import { safePlace, signInAddress } from './place.ts'

it('brings a person back to the page where the session ended', () => {
  expect(safePlace('/app/students/7?tab=notes#last')).toBe('/app/students/7?tab=notes#last')
  expect(signInAddress('/app/students?grade=7')).toBe('/sign-in?next=%2Fapp%2Fstudents%3Fgrade%3D7')
})

it.each([
  'https://evil.example/',
  '//evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  'javascript:alert(1)',
  '/..//evil.example',
  '/\t/evil.example',
  '',
])('never leads to another site: %j', (wanted) => expect(safePlace(wanted)).toBe('/'))

it('does not lead from signing in to signing in', () => {
  expect(safePlace('/sign-in?next=/app')).toBe('/')
  expect(safePlace(null, '/app')).toBe('/app')
})
