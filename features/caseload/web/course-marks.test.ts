import { expect, it } from 'vitest'
import type { Grade } from '#features/students/contract.ts'
import { courseMarks } from './course-marks.ts'

const grade = (
  termTitle: string,
  gradeType: string,
  numericGrade: number | null,
  more: Partial<Grade> = {},
): Grade => ({
  courseTitle: 'Math 7',
  subject: 'mathematics',
  termTitle,
  termEndsOn: termTitle === 'Q1' ? '2026-10-30' : '2027-01-20',
  gradeType,
  numericGrade,
  letterGrade: null,
  ...more,
})

it('draws the grading periods in order and leaves out the final mark beside them', () => {
  const grades = [grade('Q2', 'progress', 71), grade('S1', 'final', 73), grade('Q1', 'grading_period', 74)]
  expect(courseMarks(grades)).toEqual([
    {
      course: 'Math 7',
      marks: [
        { term: 'Q1', mark: 74 },
        { term: 'Q2', mark: 71 },
      ],
    },
  ])
})

it('prefers the finished mark of a term to the one in progress', () => {
  expect(courseMarks([grade('Q1', 'grading_period', 74), grade('Q1', 'progress', 60)])[0]?.marks).toEqual([
    { term: 'Q1', mark: 74 },
  ])
})

it('shows final marks where there are no others, and a letter where there is no number', () => {
  expect(courseMarks([grade('S1', 'final', null, { letterGrade: 'B+' })])[0]?.marks).toEqual([
    { term: 'S1', mark: 'B+' },
  ])
  expect(courseMarks([])).toEqual([])
})
