import { expect, it } from 'vitest'
import { between } from './use-selection.ts'

it('chooses all from the one that was clicked last to this one, upward and downward', () => {
  const shown = ['a', 'b', 'c', 'd']
  expect(between(shown, 'b', 'd')).toEqual(['b', 'c', 'd'])
  expect(between(shown, 'd', 'b')).toEqual(['b', 'c', 'd'])
  expect(between(shown, 'c', 'c')).toEqual(['c'])
})

it('chooses this one alone when nothing was clicked before, or it is not shown any more', () => {
  expect(between(['a', 'b'], null, 'b')).toEqual(['b'])
  expect(between(['a', 'b'], 'gone', 'b')).toEqual(['b'])
})
