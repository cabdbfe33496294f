import { expect, it } from 'vitest'
import { isShown, searchOf, settingsOf } from './view-search.ts'

const view = { id: '1', name: 'Away', version: 1, flag: 'attendance' as const, scope: 'school' as const }

it('keeps how the list is filtered and sorted, and never whom somebody looked for', () => {
  expect(settingsOf({ search: 'Okafor', flag: 'attendance', scope: 'school', page: 3 })).toEqual({
    flag: 'attendance',
    scope: 'school',
  })
})

it('knows which view is shown', () => {
  expect(isShown(view, searchOf(view))).toBe(true)
  expect(isShown(view, { ...searchOf(view), page: 2 })).toBe(true)
  expect(isShown(view, { flag: 'attendance' })).toBe(false)
  expect(isShown(view, { ...searchOf(view), search: 'Okafor' })).toBe(false)
})
