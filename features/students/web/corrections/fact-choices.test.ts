import { expect, test } from 'vitest'
import type { StudentRecord } from '../../contract.ts'
import { choicesOf, factsIn } from './fact-choices.ts'

const record = (more: Partial<StudentRecord>) =>
  ({
    elements: ['directory', 'attendance', 'grades', 'behavior'],
    demographics: null,
    enrollments: [],
    contacts: [],
    incidents: [],
    actions: [],
    grades: [],
    assessments: [],
    collegeAccess: [],
    ...more,
  }) as unknown as StudentRecord

test('only what the reader sees can be said to be wrong, and only kinds that have something in them', () => {
  expect(factsIn(record({}))).toEqual(['name', 'grade_level', 'attendance'])
  expect(factsIn(record({ elements: ['attendance'] }))).toEqual(['attendance'])
  expect(factsIn(record({ incidents: [{ on: '2026-03-02', behavior: 'other', participation: 'witness' }] }))).toContain(
    'behavior',
  )
})

test('an incident and what was done about it on one day are one choice', () => {
  const both = record({
    incidents: [{ on: '2026-03-02', behavior: 'other', participation: 'witness' }],
    actions: [{ on: '2026-03-02', action: 'none', days: null }],
  })
  expect(choicesOf(both, 'behavior')).toEqual([{ key: '2026-03-02', on: '2026-03-02', words: [], day: '2026-03-02' }])
})
