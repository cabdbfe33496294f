import { dayIn, type Cause, type Numbers, type Words } from './reason.ts'
import type { Subject } from './preset-rules.ts'

const subjects: Record<Subject, string> = {
  english: 'English',
  mathematics: 'mathematics',
  science: 'science',
  social_science: 'social science',
  other: 'other subjects',
}
const count = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`

function measured(cause: Cause, period: string, { plain, percent }: Numbers): string {
  const subject = cause.subject ? subjects[cause.subject] : ''
  switch (cause.rule) {
    case 'missed_at_least':
    case 'missed_more_than':
      return `missed ${plain(cause.daysMissed!)} of ${plain(cause.daysEnrolled!)} days ${period} (${percent(cause)}%)`
    case 'incidents_at_least':
      return `${count(cause.incidents!, 'incident', 'incidents')} ${period}`
    case 'state_offenses_at_least':
      return `${count(cause.stateOffenses!, 'incident', 'incidents')} reportable to the state ${period}`
    case 'suspension_days_at_least':
      return `suspended for ${plain(cause.suspensionDays!)} ${cause.suspensionDays === 1 ? 'day' : 'days'} ${period}`
    case 'average_below':
      return `average ${plain(cause.average!)} in ${subject} ${period}`
    case 'failed_at_least':
      return `failing mark in ${cause.failures} of ${count(cause.courses!, 'course', 'courses')}${subject && ` in ${subject}`} ${period}`
    case 'grade_points_below':
      return `grade point average ${plain(cause.gradePointAverage!)} over ${count(cause.courses!, 'course', 'courses')} ${period}`
    case 'semester_failures_at_least':
      return `${count(cause.semesterFailures!, 'final mark', 'final marks')} of F in core courses ${period}`
    case 'credits_below_at_year_end':
      return `${plain(cause.creditsEarned!)} credits earned ${period}`
    case 'unsatisfactory_mark':
      return `unsatisfactory behavior mark ${period}`
  }
}

function start({ rule, value }: Cause, { plain }: Numbers): string {
  switch (rule) {
    case 'missed_at_least':
      return `at ${plain(value)}%`
    case 'missed_more_than':
      return `above ${plain(value)}%`
    case 'average_below':
    case 'grade_points_below':
    case 'credits_below_at_year_end':
      return `below ${plain(value)}`
    default:
      return `at ${plain(value)}`
  }
}

export const english: Words = {
  locale: 'en-US',
  since: (from) => `since ${dayIn('en-US', from, false)}`,
  between: (from, to) => `from ${dayIn('en-US', from, true)} to ${dayIn('en-US', to, true)}`,
  measured,
  cut: (cause, level, numbers) => `${level} starts ${start(cause, numbers)}`,
  also: '; also ',
}
