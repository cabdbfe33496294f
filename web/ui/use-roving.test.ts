import { expect, it } from 'vitest'
import { nextIndex } from './use-roving.ts'

it('moves by one, by a row, and to both ends', () => {
  expect(nextIndex('ArrowRight', 3, 10, 5)).toBe(4)
  expect(nextIndex('ArrowDown', 3, 10, 5)).toBe(8)
  expect(nextIndex('ArrowUp', 8, 10, 5)).toBe(3)
  expect(nextIndex('Home', 8, 10)).toBe(0)
  expect(nextIndex('End', 0, 10)).toBe(9)
})

it('stays where it is at an edge, and leaves other keys alone', () => {
  expect(nextIndex('ArrowLeft', 0, 10)).toBe(0)
  expect(nextIndex('ArrowDown', 8, 10, 5)).toBe(8)
  expect(nextIndex('Enter', 3, 10)).toBeNull()
})
