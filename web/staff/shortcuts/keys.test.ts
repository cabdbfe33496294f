import { expect, it } from 'vitest'
import { keysOf, meaningOf } from './keys.ts'

it('knows every shortcut by its keys, and none of them begins another', () => {
  for (const [name, keys] of Object.entries(keysOf)) {
    expect(meaningOf(keys)).toBe(name)
    for (let n = 1; n < keys.length; n++) expect(meaningOf(keys.slice(0, n))).toBe('begun')
  }
})

it('takes any other key for nothing', () => {
  expect(meaningOf(['x'])).toBeNull()
  expect(meaningOf(['g', 'x'])).toBeNull()
  expect(meaningOf([])).toBe('begun')
})
