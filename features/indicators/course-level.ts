import { cutsFor, subjects, worst, type Cut, type Level, type PresetRules, type Subject } from './preset-rules.ts'

/**
 * The courses of one subject, each by its latest mark in the window (of marks of the same day a final one before that of
 * a grading period before one on the way). Only marks that can be read count: a number out of 100 or a letter A, B, C, D or F.
 */
export type CourseFacts = {
  subject: Subject
  courses: number
  /** Of the numbers; a letter alone stands for 95, 85, 75, 65 or 55. */
  average: number | null
  /** Courses whose latest mark is an F or below the pass mark. */
  failures: number
  /** A 4, B 3, C 2, D 1, F 0, added up; without weights. */
  gradePoints: number
  /** Final marks in the window that are an F or below the pass mark. */
  semesterFailures: number
  /** Over the final marks; null when no file says. */
  creditsEarned: number | null
}

/** The level of a student's courses; null when no mark is known, or no cut point is reached. `yearIsOver`: all days of school are past. */
export function courseLevel(
  facts: CourseFacts[],
  rules: PresetRules,
  grade: string | null,
  yearIsOver: boolean,
): Level | null {
  const reached = cutsFor(rules, 'course', grade).filter((cut) => {
    const asked = facts.filter(({ subject }) => (cut.subjects ?? subjects).includes(subject))
    return cut.rule === 'average_below' || (cut.rule === 'failed_at_least' && cut.subjects)
      ? asked.some((one) => reachesInSubject(cut, one))
      : asked.length > 0 && reachesInAll(cut, asked, yearIsOver)
  })
  return worst(reached.map((cut) => cut.level))
}

const reachesInSubject = ({ rule, value }: Cut, { average, failures }: CourseFacts) =>
  rule === 'average_below' ? average !== null && average < value : failures >= value

function reachesInAll({ rule, value }: Cut, facts: CourseFacts[], yearIsOver: boolean) {
  const total = (figure: (one: CourseFacts) => number) => facts.reduce((sum, one) => sum + figure(one), 0)
  switch (rule) {
    case 'failed_at_least':
      return total((one) => one.failures) >= value
    case 'grade_points_below':
      return total((one) => one.gradePoints) < value * total((one) => one.courses)
    case 'semester_failures_at_least':
      return total((one) => one.semesterFailures) >= value
    case 'credits_below_at_year_end': {
      const isKnown = facts.some((one) => one.creditsEarned !== null)
      return yearIsOver && isKnown && total((one) => one.creditsEarned ?? 0) < value
    }
    default:
      return false
  }
}
