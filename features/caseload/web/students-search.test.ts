import { expect, it } from 'vitest'
import { readStudentsSearch } from './students-search.ts'

it('keeps what an address says and leaves out what is usual', () => {
  expect(readStudentsSearch({ search: 'amara', grade: '07', flag: 'attendance', sort: 'grade', page: 3 })).toEqual({
    search: 'amara',
    grade: '07',
    flag: 'attendance',
    sort: 'grade',
    page: 3,
  })
  expect(readStudentsSearch({ sort: 'name', page: 1, search: '' })).toEqual({})
})

it('leaves out what makes no sense', () => {
  expect(readStudentsSearch({ flag: 'race', sort: 'score', page: -4, grade: { $ne: 1 } })).toEqual({})
  expect(readStudentsSearch({ page: 'many', search: 7 })).toEqual({ search: '7' })
  expect(readStudentsSearch({ search: 'x'.repeat(500) }).search).toHaveLength(100)
})
