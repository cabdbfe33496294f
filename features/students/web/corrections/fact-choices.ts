import type { StudentRecord } from '../../contract.ts'
import type { Fact } from '../../corrections/contract.ts'

/** One fact that somebody may say is wrong: what the server knows it by, and what the reader does. */
export type FactChoice = { key: string; on?: string; label?: string; words: string[]; day?: string }

const elementOf: Record<Fact, string> = {
  name: 'directory',
  grade_level: 'directory',
  birth_date: 'demographics',
  contact: 'contacts',
  enrollment: 'enrollment',
  attendance: 'attendance',
  behavior: 'behavior',
  grade: 'grades',
  assessment: 'assessments',
  college_access: 'college_access',
}

/** The days of attendance are too many for a list: the day is written. */
export const isByDay = (fact: Fact) => fact === 'attendance'

const unique = (choices: FactChoice[]) => [...new Map(choices.map((each) => [each.key, each])).values()]

/** The facts of one kind that stand in the record. A kind that there is one of has one choice without words. */
export function choicesOf(record: StudentRecord, fact: Fact): FactChoice[] {
  switch (fact) {
    case 'contact':
      return record.contacts.map(({ id, name }) => ({ key: id, label: id, words: [name] }))
    case 'enrollment':
      return record.enrollments.map(({ entryOn, schoolName }) => ({
        key: entryOn,
        on: entryOn,
        words: [schoolName ?? ''],
        day: entryOn,
      }))
    case 'behavior':
      return unique([...record.incidents, ...record.actions].map(({ on }) => ({ key: on, on, words: [], day: on })))
    case 'grade':
      return unique(
        record.grades.map(({ courseTitle, termTitle, termEndsOn }) => ({
          key: `${courseTitle} ${termEndsOn}`,
          on: termEndsOn,
          label: courseTitle,
          words: [courseTitle, termTitle],
        })),
      )
    case 'assessment':
      return unique(
        record.assessments.map(({ assessment, on }) => ({
          key: `${assessment} ${on}`,
          on,
          label: assessment,
          words: [assessment],
          day: on,
        })),
      )
    case 'college_access':
      return unique(
        record.collegeAccess.map(({ event, on }) => ({
          key: `${event} ${on}`,
          on,
          label: event,
          words: [event],
          day: on,
        })),
      )
    default:
      return [{ key: fact, words: [] }]
  }
}

/** The kinds of fact that the reader sees in this record. */
export const factsIn = (record: StudentRecord): Fact[] =>
  (Object.keys(elementOf) as Fact[]).filter(
    (fact) =>
      record.elements.includes(elementOf[fact]) &&
      (fact !== 'birth_date' || record.demographics !== null) &&
      choicesOf(record, fact).length > 0,
  )
