import { expect, it } from 'vitest'
import { monthTicks, placeIncidents } from './incident-places.ts'

it('places incidents in the order of their days and stacks those that touch', () => {
  const placed = placeIncidents(
    [{ day: '2026-09-12' }, { day: '2026-09-11' }, { day: '2026-11-20' }],
    '2026-09-01',
    '2026-12-10',
  )
  expect(placed.map(({ day, lane }) => [day, lane])).toEqual([
    ['2026-09-11', 0],
    ['2026-09-12', 1],
    ['2026-11-20', 0],
  ])
  expect(placed[0]?.along).toBeCloseTo(0.1)
})

it('marks each month that begins on the line, over the new year too', () => {
  expect(monthTicks('2026-10-05', '2027-02-01').map(({ day }) => day)).toEqual([
    '2026-11-01',
    '2026-12-01',
    '2027-01-01',
    '2027-02-01',
  ])
  expect(monthTicks('2027-01-31', '2027-03-31').map(({ day }) => day)).toEqual(['2027-02-01', '2027-03-01'])
})
