import { placesAmong, randomFor } from './random.ts'
import type { Student } from './student.ts'

/** What a student's year is drawn toward. Names, languages, races and sex have no part in it. */
export type Tendency = { missed: number; incidents: number; usualGrade: number }

type Steps = readonly (readonly [number, number])[]

/** Of every hundred students, so many miss at most that share of their days: 15 in 100 miss a tenth or more. */
const missedByPlace: Steps = [
  [0, 0],
  [0.1, 0.004],
  [0.3, 0.02],
  [0.5, 0.037],
  [0.7, 0.06],
  [0.85, 0.098],
  [0.92, 0.145],
  [0.955, 0.2],
  [0.99, 0.33],
  [1, 0.55],
]

/** Incidents in a whole year: five in six students have none. */
const incidentsByPlace: Steps = [
  [0.84, 0],
  [0.92, 1],
  [0.955, 2],
  [0.97, 3],
  [0.982, 5],
  [0.993, 8],
  [1, 12],
]

const between = (steps: Steps, place: number) => {
  const i = Math.max(
    1,
    steps.findIndex(([upTo]) => place <= upTo),
  )
  const [from, low] = steps[i - 1]!
  const [to, high] = steps[i]!
  return low + ((high - low) * (place - from)) / (to - from)
}

const stepAt = (steps: Steps, place: number) => steps.find(([upTo]) => place <= upTo)![1]

const bell = (next: () => number) => (next() + next() + next() + next() - 2) * 1.73

const rounded = (value: number, next: () => number) => Math.floor(value + next())

/** Kindergarten and high school miss more; the youngest have fewer incidents. */
const missesMore = (grade: string) => (grade === 'KG' || grade >= '09' ? 0.12 : 0)
const fewerIncidents = (grade: string) => (grade === 'KG' || grade < '06' ? 0.45 : 0)

/** `elapsed` is the share of the school year that has passed. */
export const tendenciesOf = (students: readonly Student[], elapsed: number, seed: number): Map<Student, Tendency> => {
  const invented = students.filter((student) => !student.facts)
  const streams = new Map(invented.map((student) => [student, randomFor(seed, 'tendency', student.sourcedId)]))
  const drawn = (student: Student) => streams.get(student)!.next()
  const absence = placesAmong(invented, (student) => drawn(student) + missesMore(student.grade))
  const trouble = placesAmong(
    invented,
    (student) => drawn(student) + absence.get(student)! - fewerIncidents(student.grade),
  )
  const tendencyOf = (student: Student): Tendency => {
    if (student.facts) return student.facts
    const { next } = streams.get(student)!
    const missed = between(missedByPlace, absence.get(student)!)
    const incidents = rounded(
      stepAt(incidentsByPlace, trouble.get(student)!) * (0.4 + 0.6 * elapsed),
      () => next() * 0.9,
    )
    return { missed, incidents, usualGrade: 85 - 70 * missed + 8 * bell(next) }
  }
  return new Map(students.map((student) => [student, tendencyOf(student)]))
}
