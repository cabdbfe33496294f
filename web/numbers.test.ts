import { expect, it } from 'vitest'
import { formatNumber, formatShare, roundedTimeLeft, secondsLeft } from './numbers.ts'

it('writes a share with one decimal in the language of the reader', () => {
  expect(formatShare(9 / 61, 'en-US', 'no rate')).toBe('14.8%')
  expect(formatShare(9 / 61, 'es-MX', 'sin tasa')).toMatch(/^14\.8\s?%$/)
  expect(formatNumber(1917, 'en-US')).toBe('1,917')
})

it('never writes a rate that does not exist as zero', () => {
  expect(formatShare(null, 'en-US', 'no rate')).toBe('no rate')
  expect(formatShare(0, 'en-US', 'no rate')).toBe('0.0%')
})

it('says how long is left only when there is something to judge by', () => {
  expect(secondsLeft(0, 100, 10)).toBeNull()
  expect(secondsLeft(50, 100, 1)).toBeNull()
  expect(secondsLeft(25, 100, 10)).toBe(30)
  expect(secondsLeft(100, 100, 10)).toBe(0)
})

it('rounds time left to what a person would say', () => {
  expect(roundedTimeLeft(3)).toEqual({ unit: 'second', count: 10 })
  expect(roundedTimeLeft(34)).toEqual({ unit: 'second', count: 40 })
  expect(roundedTimeLeft(51)).toEqual({ unit: 'minute', count: 1 })
  expect(roundedTimeLeft(200)).toEqual({ unit: 'minute', count: 3 })
})
