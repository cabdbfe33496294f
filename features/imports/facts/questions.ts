import type { SentenceParams } from '../adapter.ts'
import type { Counts } from './queries.ts'
import { asksBeforeWithdrawing, positiveAttendanceShare } from './guards.ts'

/** What the data steward is asked. A blocking question holds the import until it is answered. */
export type Question = {
  key: string
  sentence: string
  params: SentenceParams
  choices: { value: string; label: string }[]
  isBlocking: boolean
  /** What was taken to be so while nobody has answered. */
  suggested?: string
}
export type Practice = 'positive' | 'exceptions'
export type Attendance = { rows: number; present: number }

const tableWords: Record<string, string> = {
  school: 'schools',
  academic_session: 'terms',
  calendar_date: 'calendar days',
  class: 'classes',
  person: 'people',
  membership: 'staff roles',
  student: 'students',
  enrollment: 'school enrollments',
  student_demographics: 'demographic records',
  student_program: 'students in programs',
  class_enrollment: 'class enrollments',
  class_teacher: 'teachers of classes',
  guardianship: 'guardians',
  student_contact: 'contacts',
  contact_restriction: 'contact restrictions',
  attendance_event: 'attendance events',
  behavior_incident: 'incidents',
  discipline_action: 'discipline actions',
  grade: 'grades',
  assessment_result: 'test results',
  college_access_event: 'steps toward college',
}

export const practiceOf = ({ rows, present }: Attendance): Practice | null =>
  rows === 0 ? null : present >= rows * positiveAttendanceShare ? 'positive' : 'exceptions'

export const withdrawalQuestion = (table: string, { withdrawn, live }: Counts & { live: number }): Question | null =>
  asksBeforeWithdrawing(withdrawn, live)
    ? {
        key: `withdraw_${table}`,
        sentence: `These files no longer have ${withdrawn} of ${live} ${tableWords[table]}. Is that so, or are the files incomplete?`,
        params: { withdrawn, live, table, context: 'withdraw' },
        choices: [
          { value: 'yes', label: 'It is so: withdraw them' },
          { value: 'no', label: 'The files are incomplete: stop' },
        ],
        isBlocking: true,
      }
    : null

/** Asked once for a source, and again when a file does not look like what was confirmed. */
export const attendanceQuestion = (seen: Attendance, confirmed: Practice | null): Question | null => {
  const looks = practiceOf(seen)
  if (!looks || looks === confirmed) return null
  const how =
    looks === 'positive'
      ? `${seen.present} of ${seen.rows} rows say that the student was present, so this looks like a row for every student and day.`
      : `${seen.present} of ${seen.rows} rows say that the student was present, so this looks like a file of absences and tardies only.`
  return {
    key: 'attendance_practice',
    sentence: `${how} Is that how this source writes attendance?`,
    params: { present: seen.present, rows: seen.rows, context: looks },
    choices: [
      { value: 'exceptions', label: 'Only absences, tardies and early departures' },
      { value: 'positive', label: 'A row for every student and day' },
    ],
    isBlocking: false,
    suggested: looks,
  }
}
