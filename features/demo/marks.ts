import { coursesOf, type Subject } from './courses.ts'
import type { Random } from './random.ts'
import type { SchoolYear, Term } from './school-year.ts'
import type { Stay } from './stays.ts'
import type { Facts } from './students.ts'

export type Mark = {
  courseTitle: string
  subject: Subject
  termTitle: string
  termEndDate: string
  gradeType: 'final' | 'gradingPeriod' | 'progress'
  numericGrade: number
  letterGrade: string
  creditsAttempted?: number
  creditsEarned?: number
}

const daysForProgress = 10

export const letterOf = (grade: number) =>
  grade >= 90 ? 'A' : grade >= 80 ? 'B' : grade >= 70 ? 'C' : grade >= 60 ? 'D' : 'F'

/** A moment at which marks are given, with the school days of its term that have passed. */
export type Occasion = { term: Term; gradeType: Mark['gradeType']; passed: string[] }

export const occasionsUntil = (today: string, year: SchoolYear): Occasion[] => {
  const passed = (term: Term) => term.days.filter((day) => day <= today)
  const over = (term: Term) => term.days.at(-1)! <= today
  return [
    ...year.quarters.map((term) => ({
      term,
      gradeType: over(term) ? ('gradingPeriod' as const) : ('progress' as const),
      passed: passed(term),
    })),
    ...year.semesters.filter(over).map((term) => ({ term, gradeType: 'final' as const, passed: passed(term) })),
  ]
}

/** Only the school where the student is when the term ends, or today, gives the mark, and only after ten days there. */
const isMarkedOn = ({ passed }: Occasion, { from, until }: Stay) => {
  const last = passed.at(-1)
  const tenth = passed.at(-daysForProgress)
  return last !== undefined && tenth !== undefined && from <= tenth && (until === '' || last < until)
}

const credits = (grade: string, type: Mark['gradeType'], mark: number) =>
  type === 'final' && grade >= '09' && grade !== 'KG'
    ? { creditsAttempted: 0.5, creditsEarned: mark >= 60 ? 0.5 : 0 }
    : undefined

/** The marks of one stay. Kindergarten through grade 2 have report cards in words, so no marks. */
export const marksOf = (
  stay: Stay,
  occasions: readonly Occasion[],
  usualGrade: number,
  facts: Facts | undefined,
  random: Random,
): Mark[] => {
  if (stay.grade === 'KG' || stay.grade < '03') return []
  const inTime = occasions.filter((occasion) => isMarkedOn(occasion, stay))
  return coursesOf(stay.grade).flatMap(({ title, subject }) => {
    const lean = facts ? 0 : (random.next() - 0.5) * 12
    return inTime.map(({ term, gradeType }): Mark => {
      const drawn = usualGrade + lean + (random.next() - 0.5) * (facts ? 3 : 7)
      const numericGrade = facts?.marks?.[subject] ?? Math.round(Math.min(100, Math.max(30, drawn)))
      return {
        ...{
          courseTitle: title,
          subject,
          termTitle: term.title,
          termEndDate: term.days.at(-1)!,
          gradeType,
          numericGrade,
        },
        letterGrade: letterOf(numericGrade),
        ...credits(stay.grade, gradeType, numericGrade),
      }
    })
  })
}
