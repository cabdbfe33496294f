import { expect, test } from 'vitest'
import { lookOf, mayTake, type SeenFile } from './steadiness.ts'
import { waitsFor } from './waiting.ts'

const file = (name: string, bytes = 10, modifiedMs = 1000): SeenFile => ({ name, bytes, modifiedMs })
const names = (files: readonly SeenFile[]) => files.map(({ name }) => name)
const roster = [file('orgs.csv'), file('users.csv')]

test('files are taken once they look the same twice', () => {
  expect(mayTake(names(roster), roster, null)).toBe(false)
  expect(mayTake(names(roster), roster, lookOf(roster))).toBe(true)
  expect(mayTake(names(roster), roster, lookOf([...roster].reverse()))).toBe(true)
})

test('a file that has grown, was written again or came later holds the others for one more look', () => {
  for (const now of [
    [file('orgs.csv', 11), file('users.csv')],
    [file('orgs.csv', 10, 2000), file('users.csv')],
    [...roster, file('classes.csv')],
  ])
    expect(mayTake(names(now), now, lookOf(roster))).toBe(false)
})

test('a marker says at once that the files are complete', () => {
  expect(mayTake([...names(roster), '.done'], roster, null)).toBe(true)
  expect(mayTake([...names(roster), 'roster.done'], roster, null)).toBe(true)
  expect(mayTake(['.done'], [], null)).toBe(false)
})

test('nothing is taken while a transfer is under way, whatever a marker says', () => {
  expect(mayTake([...names(roster), 'users.csv.part', '.done'], roster, lookOf(roster))).toBe(false)
  expect(mayTake([...names(roster), 'enrollments.csv.filepart'], roster, lookOf(roster))).toBe(false)
})

test('only files without an error and without a question apply themselves, and only where the source says so', () => {
  const clean = { appliesItself: true, state: 'checked', errors: 0, questions: 0 }
  expect(waitsFor(clean)).toBeNull()
  expect(waitsFor({ ...clean, appliesItself: false })).toBe('steward')
  expect(waitsFor({ ...clean, errors: 1 })).toBe('errors')
  expect(waitsFor({ ...clean, questions: 1 })).toBe('questions')
  expect(waitsFor({ ...clean, state: 'needs_answer', questions: 1 })).toBe('questions')
})
