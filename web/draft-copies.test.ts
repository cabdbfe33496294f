import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { copiesOf, forgetAllCopies, forgetCopiesOfOthers } from './draft-copies.ts'

const methods = {
  getItem(this: Record<string, string>, key: string) {
    return this[key] ?? null
  },
  setItem(this: Record<string, string>, key: string, text: string) {
    this[key] = text
  },
  removeItem(this: Record<string, string>, key: string) {
    delete this[key]
  },
}
beforeEach(() => {
  vi.stubGlobal('localStorage', Object.create(methods))
  vi.stubGlobal('sessionStorage', Object.create(methods))
})
afterEach(() => vi.unstubAllGlobals())

test('whoever signs in next on the same computer finds nothing of what another was writing, and the own text stays', () => {
  const [mine, theirs, closed] = [
    copiesOf('hat-1', 'amara notes', false),
    copiesOf('hat-10', 'amara notes', false),
    copiesOf('hat-2', 'amara restricted_notes', true),
  ]
  for (const copies of [mine, theirs, closed]) copies.keep('half a sentence')
  localStorage.setItem('language', 'es')
  forgetCopiesOfOthers(['hat-1'])
  expect([mine.find(), theirs.find(), closed.find()]).toEqual(['half a sentence', null, null])
  forgetAllCopies()
  expect([mine.find(), localStorage.getItem('language')]).toEqual([null, 'es'])
})
