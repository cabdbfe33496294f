import type { CollegeEvent } from '#features/students/contract.ts'

export const stepsByGrade = {
  '11': ['entrance_test', 'early_college_credit'],
  '12': ['fafsa_completed', 'application', 'acceptance'],
} as const

export type StepName = (typeof stepsByGrade)[keyof typeof stepsByGrade][number]

/** The first day on which a step was taken, and at how many places; null where nothing is on record, which is not the same as "not done". */
export function stepTaken(events: readonly CollegeEvent[], step: StepName): { on: string; times: number } | null {
  const days = events
    .filter(({ event }) => event === step)
    .map(({ on }) => on)
    .sort()
  return days[0] === undefined ? null : { on: days[0], times: days.length }
}

const highSchool = new Set(['09', '10', '11', '12', '9'])

export const isInHighSchool = (grade: string | null | undefined): boolean => grade != null && highSchool.has(grade)
