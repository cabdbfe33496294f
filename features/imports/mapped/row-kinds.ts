/** What one row of a file is. `needed` fields, or one of each group, must be there; a row kind says what the file's name may say. */
export type RowKind = {
  needed: readonly string[]
  fields: readonly string[]
  files: readonly string[]
  /** Fields that take any number of columns, each under its own header: `mark:G1`. */
  repeated?: string
}

const words = (text: string) => text.split(' ').filter(Boolean)
const kind = (needed: string, more: string, files: string, repeated?: string): RowKind => ({
  needed: words(needed),
  fields: [...words(needed).flatMap((each) => each.split('/')), ...words(more)],
  files: files.split('|'),
  ...(repeated && { repeated }),
})

/** A slash stands between fields of which one is enough. */
export const rowKinds: Readonly<Record<string, RowKind>> = {
  schools: kind('schoolId name', 'orgType level status', 'school|org|building'),
  terms: kind('termId title startsOn endsOn termKind', 'schoolYear status', 'term|academic session|session'),
  courses: kind('courseId title', 'subject status', 'course'),
  classes: kind(
    'classId schoolId title',
    'courseId courseTitle subject termId startsOn endsOn status',
    'class|section',
  ),
  students: kind(
    'studentId givenName familyName',
    'middleName preferredName gradeLevel birthDate sex races isHispanic homeLanguage schoolId schoolName entryOn exitOn status',
    'student|pupil|roster',
  ),
  staff: kind('personId givenName familyName role', 'email schoolId schoolName status', 'teacher|staff|employee'),
  people: kind(
    'personId givenName familyName',
    'role middleName preferredName email phone gradeLevel birthDate sex schoolId schoolName entryOn exitOn status',
    'user|people|person',
  ),
  roles: kind('personId role schoolId', 'gradeLevel entryOn exitOn', 'role'),
  classEnrollments: kind(
    'classId personId',
    'role beginOn endOn enrollmentId status',
    'enrollment|student enrollment|teacher roster|roster|enrollments out',
  ),
  contacts: kind(
    'studentId contactId',
    'givenName familyName relation phone email homeLanguage isPrimary livesWith',
    'contact|guardian|parent|relationship',
  ),
  demographics: kind('studentId birthDate/sex/races/isHispanic/homeLanguage', '', 'demographic'),
  attendance: kind('studentId onDate code', 'schoolId schoolName duration', 'attendance|absence'),
  calendar: kind('schoolId/schoolName onDate dayType', '', 'calendar'),
  incidents: kind(
    'incidentId studentId onDate behavior',
    'schoolId schoolName participation action actionDays',
    'incident|discipline|behavior',
  ),
  grades: kind(
    'studentId courseTitle termEndsOn gradeType numericGrade/letterGrade/mark',
    'termTitle subject bestMark creditsAttempted creditsEarned schoolId schoolName classId',
    'grade|mark|report card',
    'mark',
  ),
  collegeAccess: kind('studentId event onDate', 'institution detail', 'college|fafsa'),
  assessments: kind(
    'studentId assessment takenOn score/achievement/part',
    'vendor testSubject',
    'assessment|test|score|sat|act|map|ready|kra',
    'part',
  ),
}
export const rowKindNames = Object.keys(rowKinds)

/** The field that a name means, also of a repeated one: `mark:G1` is `mark`. */
export const baseOf = (field: string) => field.split(':', 1)[0]!

/** The days that people mean by "the whole list": what is missing from it is gone. */
export const wholeRecords: Readonly<Record<string, readonly string[]>> = {
  schools: ['school'],
  terms: ['session'],
  classes: ['class'],
  students: ['student', 'schoolEnrollment'],
  staff: ['person'],
  people: ['person', 'student', 'contact'],
  classEnrollments: ['classEnrollment'],
  contacts: ['contact', 'studentContact'],
  demographics: ['demographics'],
  attendance: ['attendance'],
  calendar: ['calendarDate'],
  incidents: ['incident', 'discipline'],
}
