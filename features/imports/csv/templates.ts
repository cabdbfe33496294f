export type ColumnKind = 'id' | 'date' | 'text' | 'number' | 'code'

export type Column = {
  name: string
  required: boolean
  kind: ColumnKind
  meaning: string
  example: string
  codes?: readonly string[]
  whenBlank?: string
  least?: number
  most?: number
}

export type Template = {
  file: string
  about: string
  key: readonly string[]
  columns: readonly Column[]
}

const student: Column = {
  name: 'studentSourcedId',
  required: true,
  kind: 'id',
  meaning: 'The student, by the same id as in users.csv; leading zeros count',
  example: '000101',
}
const school: Column = {
  name: 'schoolSourcedId',
  required: true,
  kind: 'id',
  meaning: 'The school, by the same id as in orgs.csv',
  example: '0701',
}
const day = (meaning: string, example: string): Column => ({
  name: 'date',
  required: true,
  kind: 'date',
  meaning,
  example,
})

const calendar: Template = {
  file: 'calendar.csv',
  about: 'One row for each weekday of a school: was there school, and if not, why not.',
  key: ['schoolSourcedId', 'calendarCode', 'date'],
  columns: [
    school,
    day('The day, as YYYY-MM-DD', '2026-09-03'),
    {
      name: 'dayType',
      required: true,
      kind: 'code',
      meaning: 'What kind of day it is; only instructional and makeUp are days of school',
      example: 'instructional',
      codes: [
        'instructional',
        'makeUp',
        'holiday',
        'emergency',
        'weather',
        'strike',
        'teacherOnly',
        'nonInstructional',
      ],
    },
    {
      name: 'calendarCode',
      required: false,
      kind: 'id',
      meaning: 'Which calendar, when a school keeps several; a date in two calendars is one day of school',
      example: 'main',
    },
    { name: 'title', required: false, kind: 'text', meaning: 'What people call the day', example: 'Labor Day' },
  ],
}

const attendance: Template = {
  file: 'attendance.csv',
  about:
    'One row for each absence, tardy or early departure. Days without a row are days present, unless the file has a row for every student and day.',
  key: ['studentSourcedId', 'schoolSourcedId', 'date', 'code'],
  columns: [
    student,
    school,
    day('The day of school, as YYYY-MM-DD', '2026-10-05'),
    {
      name: 'code',
      required: true,
      kind: 'code',
      meaning: 'What happened; tardy, earlyDeparture and partial are missed time only when duration says so',
      example: 'excusedAbsence',
      codes: ['excusedAbsence', 'unexcusedAbsence', 'suspension', 'tardy', 'earlyDeparture', 'partial', 'present'],
    },
    {
      name: 'duration',
      required: false,
      kind: 'number',
      meaning:
        'The part of the day that was missed, from 0 to 1; blank on an absence or a suspension means the whole day',
      example: '0.5',
      least: 0,
      most: 1,
    },
    { name: 'reason', required: false, kind: 'text', meaning: 'The reason as the school wrote it', example: 'illness' },
  ],
}

const incidents: Template = {
  file: 'incidents.csv',
  about: 'One row for each student in each incident. With several actions, give the weightiest.',
  key: ['incidentSourcedId', 'studentSourcedId'],
  columns: [
    {
      name: 'incidentSourcedId',
      required: true,
      kind: 'id',
      meaning: 'The incident; the same id on each row of the students who were part of it',
      example: 'i000017',
    },
    student,
    school,
    day('The day it happened, as YYYY-MM-DD', '2026-10-14'),
    {
      name: 'behavior',
      required: true,
      kind: 'code',
      meaning: 'The weightiest behavior of the incident; stateOffense is one that must be reported to the state',
      example: 'schoolViolation',
      codes: ['stateOffense', 'schoolViolation', 'codeOfConduct', 'other'],
    },
    {
      name: 'participation',
      required: false,
      kind: 'code',
      meaning: 'The part the student had in it; only perpetrator counts toward a flag',
      example: 'perpetrator',
      codes: ['perpetrator', 'victim', 'witness', 'reporter'],
      whenBlank: 'perpetrator',
    },
    {
      name: 'action',
      required: false,
      kind: 'code',
      meaning: 'What the school did; blank means it is not known',
      example: 'removalFromClassroom',
      codes: [
        'none',
        'removalFromClassroom',
        'inSchoolSuspension',
        'outOfSchoolSuspension',
        'expulsion',
        'communityService',
        'other',
      ],
    },
    {
      name: 'actionDays',
      required: false,
      kind: 'number',
      meaning: 'How many days of school the action lasted',
      example: '2',
      least: 0,
    },
  ],
}

const grades: Template = {
  file: 'grades.csv',
  about: 'One row for each mark of a student in a course and term.',
  key: [
    'studentSourcedId',
    'schoolSourcedId',
    'classSourcedId',
    'courseTitle',
    'termTitle',
    'termEndDate',
    'gradeType',
  ],
  columns: [
    student,
    school,
    {
      name: 'classSourcedId',
      required: false,
      kind: 'id',
      meaning: 'The class, by the same id as in classes.csv; without it no teacher sees the mark as one of their own',
      example: 'c0701-07-1-mathematics',
    },
    {
      name: 'courseTitle',
      required: true,
      kind: 'text',
      meaning: 'The course as families know it',
      example: 'Mathematics 7',
    },
    {
      name: 'subject',
      required: true,
      kind: 'code',
      meaning: 'Which subject the course counts as; confirmed by the district once, course by course',
      example: 'mathematics',
      codes: ['english', 'mathematics', 'science', 'socialScience', 'other'],
    },
    { name: 'termTitle', required: true, kind: 'text', meaning: 'The term as families know it', example: 'Quarter 1' },
    {
      name: 'termEndDate',
      required: true,
      kind: 'date',
      meaning: 'The last day of the term, that day included, as YYYY-MM-DD',
      example: '2026-10-22',
    },
    {
      name: 'gradeType',
      required: true,
      kind: 'code',
      meaning: 'final closes a course, gradingPeriod closes a part of it, progress is a mark on the way',
      example: 'gradingPeriod',
      codes: ['final', 'gradingPeriod', 'progress'],
    },
    {
      name: 'numericGrade',
      required: false,
      kind: 'number',
      meaning: 'The mark out of 100; blank is not zero',
      example: '64',
      least: 0,
    },
    { name: 'letterGrade', required: false, kind: 'text', meaning: 'The mark as a letter', example: 'D' },
    {
      name: 'creditsAttempted',
      required: false,
      kind: 'number',
      meaning: 'Credits the course is worth; a full-year course is 1, a semester 0.5',
      example: '0.5',
      least: 0,
    },
    {
      name: 'creditsEarned',
      required: false,
      kind: 'number',
      meaning: 'Credits that were earned; 0 when the course was failed',
      example: '0.5',
      least: 0,
    },
  ],
}

const collegeAccess: Template = {
  file: 'collegeAccess.csv',
  about: 'One row for each step toward college that a student has taken.',
  key: ['studentSourcedId', 'event', 'date', 'institution'],
  columns: [
    student,
    {
      name: 'event',
      required: true,
      kind: 'code',
      meaning: 'The step; enrolled is for the fall after graduation',
      example: 'application',
      codes: ['fafsaCompleted', 'application', 'acceptance', 'entranceTest', 'earlyCollegeCredit', 'enrolled'],
    },
    day('The day of the step, as YYYY-MM-DD', '2026-11-02'),
    {
      name: 'institution',
      required: false,
      kind: 'text',
      meaning: 'The college, where there is one',
      example: 'Three Bridges State University',
    },
    { name: 'detail', required: false, kind: 'text', meaning: 'Anything worth keeping', example: 'early action' },
  ],
}

/** The CSV files that carry what OneRoster does not, each with its columns in the order of the header. */
export const templates: readonly Template[] = [calendar, attendance, incidents, grades, collegeAccess]
