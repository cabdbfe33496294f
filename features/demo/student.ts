import type { Stay } from './stays.ts'
import type { Facts } from './students.ts'

export type Guardian = {
  sourcedId: string
  given: string
  family: string
  relation: 'parent' | 'guardian' | 'relative'
  email: string
  phone: string
  language: string
  children: Student[]
}

export type Student = {
  sourcedId: string
  given: string
  family: string
  sex: 'female' | 'male'
  birthDate: string
  grade: string
  language: string
  /** The race columns of demographics.csv that are true; nothing at all when the family has not said. */
  races?: string[]
  guardians: Guardian[]
  /** Where the student is enrolled, the latest last. */
  stays: Stay[]
  facts?: Facts
}

/** A birthday in the year that makes the student this old on the first of September. */
export const birthDateFor = (age: number, schoolYearEndsIn: number, month: number, day: number) => {
  const year = schoolYearEndsIn - 1 - age - (month >= 9 ? 1 : 0)
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

/** Numbers set aside for fiction. */
export const phoneNumber = (n: number) => `555-01${String(n % 100).padStart(2, '0')}`
