import { expect, it } from 'vitest'
import { heightOf, runs } from './marks.ts'

it('puts letters and numbers at their height', () => {
  expect([heightOf('A'), heightOf('c'), heightOf('F'), heightOf('72'), heightOf(100), heightOf(31)]).toEqual([
    1, 0.5, 0, 0.44, 1, 0,
  ])
  expect(heightOf('B+')).toBeCloseTo(0.833, 3)
  expect(heightOf('B-')).toBeCloseTo(0.667, 3)
  expect(heightOf('A+')).toBe(1)
})

it('gives no height to what has none', () => {
  expect([heightOf(null), heightOf('P'), heightOf(''), heightOf('incomplete')]).toEqual([null, null, null, null])
})

it('never draws a line over a term without a mark', () => {
  expect(runs([0.5, 0.6, null, 0.7, 0.8, 0.9])).toEqual([
    [0, 1],
    [3, 4, 5],
  ])
  expect(runs([0.5, null, 0.6])).toEqual([])
})
