import { expect, it } from 'vitest'
import { bands, placeItems, type Ring, wrap } from './concentric-layout.ts'

const ring = (name: Ring['name'], ...labels: string[]): Ring => ({
  name,
  items: labels.map((label) => ({ id: `${name}-${label}`, label })),
})
const rings = [
  ring('family', 'Grandmother Rose', 'Name a caring adult'),
  ring('school', 'Ms. Reyes, homeroom', 'Dana, coordinator', 'Mr. Lee, counselor'),
  ring('partners', 'River Clinic', 'YMCA tutoring', 'Find a mentor'),
]

it('gives every item a place near its own ring', () => {
  const places = placeItems(rings)
  expect(places.size).toBe(8)
  for (const { name, items } of rings)
    for (const { id } of items) {
      const { x, y } = places.get(id) ?? { x: 0, y: 0 }
      expect(Math.hypot(x, y)).toBeGreaterThan(bands[name].inner - 35)
      expect(Math.hypot(x, y)).toBeLessThan(bands[name].outer + 35)
    }
})

it('draws the same facts alike each time, and no two items at one place', () => {
  expect(placeItems(rings)).toEqual(placeItems(rings))
  const spots = [...placeItems(rings).values()].map(({ x, y }) => `${Math.round(x)},${Math.round(y)}`)
  expect(new Set(spots).size).toBe(spots.length)
})

it('wraps a label at words and shortens what is longer than three lines', () => {
  expect(wrap('Grandmother Rose Okafor')).toEqual(['Grandmother', 'Rose Okafor'])
  expect(wrap('Mentoring')).toEqual(['Mentoring'])
  expect(wrap('one two three four five six seven eight nine ten eleven')).toHaveLength(3)
})
