import type { AttendanceException, AttendanceYear } from '../charts/attendance-days.ts'
import type { CollegeStep } from '../charts/CollegeChecklist.tsx'
import type { Ring } from '../charts/concentric-layout.ts'
import type { CourseMarks } from '../charts/GradeMultiples.tsx'
import type { Incident } from '../charts/IncidentLine.tsx'
import { daysFrom, weekday } from '../dates.ts'
import type { OriginFacts } from '../ui/Origin.tsx'

const noSchool = new Set(['2026-09-07', '2026-10-12', '2026-11-11', '2026-11-25', '2026-11-26', '2026-11-27'])
const isSchoolDay = (day: string) =>
  weekday(day) <= 5 && !noSchool.has(day) && !(day >= '2026-12-21' && day <= '2027-01-01')

const exceptions: AttendanceException[] = [
  { day: '2026-09-14', mark: 'missed' },
  { day: '2026-09-21', mark: 'missed' },
  { day: '2026-09-28', mark: 'excused', reason: 'Doctor’s visit', half: true },
  { day: '2026-10-05', mark: 'missed' },
  { day: '2026-10-06', mark: 'missed' },
  { day: '2026-10-15', mark: 'tardy', reason: 'Bus was late' },
  { day: '2026-10-19', mark: 'excused', reason: 'Fever' },
  { day: '2026-10-20', mark: 'excused', reason: 'Fever' },
  { day: '2026-11-02', mark: 'suspended' },
  { day: '2026-11-09', mark: 'missed' },
  { day: '2026-11-16', mark: 'missed' },
]

export const attendance: AttendanceYear = {
  from: '2026-09-01',
  to: '2027-01-29',
  today: '2026-11-20',
  schoolDays: daysFrom('2026-09-01', '2027-01-29').filter(isSchoolDay),
  enrolled: [{ from: '2026-09-03', to: null }],
  exceptions,
}

export const attendanceOrigin: OriginFacts = {
  definition: 'Days missed for any reason, of the days enrolled. A half day counts as half.',
  window: 'September 3 to November 20, 2026 (year to date)',
  source: 'attendance.csv from Lincoln School',
  importedAt: '2026-11-20T08:10:00Z',
  n: 61,
}

export const rings: Ring[] = [
  {
    name: 'family',
    items: [
      { id: 'ngozi', label: 'Ngozi Okafor', detail: 'Mother; English and Igbo; best by phone after 5' },
      { id: 'grandmother', label: 'Grandmother Adaeze', detail: 'Picks up on Fridays' },
      { id: 'adult', label: 'Name a caring adult', gap: true, detail: 'Amara has not named an adult at school yet' },
    ],
  },
  {
    name: 'school',
    items: [
      { id: 'homeroom', label: 'Ms. Reyes, homeroom', detail: 'Wrote on November 12' },
      { id: 'dana', label: 'Dana Whitfield, coordinator', detail: 'Owner of the plan' },
      { id: 'counselor', label: 'Mr. Lindqvist, counselor', detail: 'Next talk on November 24' },
    ],
  },
  {
    name: 'partners',
    items: [
      { id: 'ymca', label: 'YMCA tutoring', detail: '7 of 9 sessions since September 9' },
      { id: 'clinic', label: 'River Clinic', detail: 'Referral sent November 12, no answer yet' },
      { id: 'mentor', label: 'Find a mentor', gap: true, detail: 'Two places are open at Big Steps' },
    ],
  },
  {
    name: 'outcomes',
    items: [
      { id: 'attend', label: 'Attend every day', detail: 'Community result 2' },
      { id: 'math', label: 'Middle-grade math', detail: 'Community result 6' },
    ],
  },
]

export const incidents: Incident[] = [
  { id: '1', day: '2026-09-24', what: 'Argument in the hallway', followUp: 'Talk with Mr. Lindqvist' },
  { id: '2', day: '2026-10-28', what: 'Left class without leave', followUp: 'Call home' },
  {
    id: '3',
    day: '2026-10-30',
    what: 'Fight at lunch',
    followUp: 'One day out of school; circle on return',
    reportable: true,
  },
]

export const courses: CourseMarks[] = [
  {
    course: 'Math 7',
    marks: [
      { term: 'Q1', mark: 74 },
      { term: 'Q2', mark: 68 },
      { term: 'Q3', mark: 61 },
      { term: 'Q4', mark: null },
    ],
  },
  {
    course: 'English 7',
    marks: [
      { term: 'Q1', mark: 81 },
      { term: 'Q2', mark: 84 },
      { term: 'Q3', mark: 88 },
      { term: 'Q4', mark: null },
    ],
  },
  {
    course: 'Science 7',
    marks: [
      { term: 'Q1', mark: 79 },
      { term: 'Q2', mark: null },
      { term: 'Q3', mark: 77 },
      { term: 'Q4', mark: null },
    ],
  },
  {
    course: 'Band',
    marks: [
      { term: 'Q1', mark: 'P' },
      { term: 'Q2', mark: 'P' },
      { term: 'Q3', mark: 'P' },
      { term: 'Q4', mark: null },
    ],
  },
]

export const letters: CourseMarks[] = [
  {
    course: 'Algebra II',
    marks: [
      { term: 'S1', mark: 'B+' },
      { term: 'S2', mark: 'A-' },
    ],
  },
  {
    course: 'US History',
    marks: [
      { term: 'S1', mark: 'C' },
      { term: 'S2', mark: 'D+' },
    ],
  },
]

export const college: { year: string; steps: CollegeStep[] }[] = [
  {
    year: 'Grade 11',
    steps: [
      { id: 'test', label: 'Took a college-entrance test', state: 'done', on: '2026-04-14' },
      { id: 'credit', label: 'Earned early-college credit', state: 'unknown' },
    ],
  },
  {
    year: 'Grade 12',
    steps: [
      { id: 'fafsa', label: 'FAFSA completed', state: 'notYet', detail: 'FAFSA night is December 3' },
      { id: 'applied', label: 'Applied to a college', state: 'done', on: '2026-11-02', detail: '2 applications' },
    ],
  },
]

export type StudentRow = {
  name: string
  grade: number
  school: string
  missed: number | null
  flag: 'caution' | 'concern' | null
}

export const students: StudentRow[] = [
  { name: 'Amara Okafor', grade: 7, school: 'Lincoln School', missed: 14.8, flag: 'concern' },
  { name: 'Ben Tran', grade: 7, school: 'Lincoln School', missed: 3.3, flag: null },
  { name: 'Chidi Nwosu', grade: 8, school: 'Lincoln School', missed: 6.6, flag: 'caution' },
  { name: 'Inés Núñez', grade: 6, school: 'Lincoln School', missed: 0, flag: null },
  { name: 'Zoë Abara', grade: 6, school: 'Lincoln School', missed: null, flag: null },
]
