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

const held = (term: Term, stay: Stay, today: string) =>
  term.days.filter((day) => day >= stay.from && (!stay.until || day < stay.until) && day <= today)

/** Only the school where the student is when the term ends, or today, gives the mark. */
const isMarkedIn = (term: Term, stay: Stay, today: string) => {
  const last = term.days.findLast((day) => day <= today)
  return (
    last !== undefined && held(term, stay, today).length >= daysForProgress && held(term, stay, today).at(-1) === last
  )
}

type Occasion = { term: Term; gradeType: Mark['gradeType'] }

const occasions = (year: SchoolYear, today: string): Occasion[] => {
  const over = (term: Term) => term.days.at(-1)! <= today
  return [
    ...year.quarters.map((term) => ({ term, gradeType: over(term) ? 'gradingPeriod' : 'progress' }) as const),
    ...year.semesters.filter(over).map((term) => ({ term, gradeType: 'final' }) as const),
  ]
}

const credits = (grade: string, type: Mark['gradeType'], mark: number) =>
  type === 'final' && grade >= '09' && grade !== 'KG'
    ? { creditsAttempted: 0.5, creditsEarned: mark >= 60 ? 0.5 : 0 }
    : undefined

/** The marks of one stay. Kindergarten through grade 2 have report cards in words, so no marks. */
export const marksOf = (
  stay: Stay,
  year: SchoolYear,
  today: string,
  usualGrade: number,
  facts: Facts | undefined,
  random: Random,
): Mark[] => {
  if (stay.grade === 'KG' || stay.grade < '03') return []
  const inTime = occasions(year, today).filter(({ term }) => isMarkedIn(term, stay, today))
  return coursesOf(stay.grade).flatMap(({ title, subject }) => {
    const lean = facts ? 0 : (random.next() - 0.5) * 12
    return inTime.map(({ term, gradeType }): Mark => {
      const drawn = usualGrade + lean + (random.next() - 0.5) * (facts ? 1 : 7)
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
