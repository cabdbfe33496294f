/**
 * The records that every adapter stages, whatever the source: each a set of text columns, blank meaning unknown. Days are written
 * YYYY-MM-DD and last days are inclusive; codes are those of the database. Ids stay text as the source wrote them.
 */
export const recordColumns = {
  school: ['externalId', 'name', 'level', 'districtExternalId', 'districtName'],
  session: ['externalId', 'schoolExternalId', 'title', 'kind', 'schoolYear', 'startsOn', 'endsOn'],
  calendarDate: ['schoolExternalId', 'calendarCode', 'onDate', 'dayType'],
  class: ['externalId', 'schoolExternalId', 'title', 'courseTitle', 'subject', 'isHomeroom', 'startsOn', 'endsOn'],
  person: ['externalId', 'givenName', 'familyName', 'email', 'role', 'schoolExternalId'],
  student: [
    'externalId',
    'givenName',
    'middleName',
    'familyName',
    'preferredName',
    'gradeLevel',
    'birthDate',
    'sex',
    'races',
    'isHispanic',
    'homeLanguage',
  ],
  demographics: ['studentExternalId', 'birthDate', 'sex', 'races', 'isHispanic'],
  contact: ['externalId', 'givenName', 'familyName', 'phone', 'email', 'language'],
  studentContact: ['studentExternalId', 'contactExternalId', 'relation', 'isPrimary', 'livesWith', 'restriction'],
  schoolEnrollment: ['studentExternalId', 'schoolExternalId', 'entryOn', 'exitOn', 'gradeLevel', 'isPrimary'],
  classEnrollment: ['externalId', 'classExternalId', 'personExternalId', 'role', 'beginOn', 'endOn'],
  attendance: ['studentExternalId', 'schoolExternalId', 'onDate', 'code', 'duration'],
  incident: ['externalId', 'studentExternalId', 'schoolExternalId', 'onDate', 'behavior', 'participation'],
  discipline: ['externalId', 'studentExternalId', 'schoolExternalId', 'onDate', 'action', 'days'],
  grade: [
    'studentExternalId',
    'schoolExternalId',
    'classExternalId',
    'courseTitle',
    'subject',
    'termTitle',
    'termEndsOn',
    'gradeType',
    'numericGrade',
    'letterGrade',
    'creditsAttempted',
    'creditsEarned',
  ],
  assessment: ['studentExternalId', 'assessment', 'vendor', 'subject', 'takenOn', 'score', 'level'],
  collegeAccess: ['studentExternalId', 'event', 'onDate', 'institution', 'detail'],
} as const satisfies Record<string, readonly string[]>

export type RecordKind = keyof typeof recordColumns
export const recordKinds = Object.keys(recordColumns) as RecordKind[]

/** What a code column may hold. */
export const codes: { [column: string]: readonly string[] } = {
  'session.kind': ['school_year', 'semester', 'term', 'grading_period'],
  'calendarDate.dayType': [
    'instructional',
    'make_up',
    'holiday',
    'emergency',
    'weather',
    'strike',
    'teacher_only',
    'non_instructional',
    'late_early',
    'other',
  ],
  'class.subject': ['english', 'mathematics', 'science', 'social_science', 'other'],
  'classEnrollment.role': ['student', 'teacher'],
  'attendance.code': [
    'excused_absence',
    'unexcused_absence',
    'suspension',
    'tardy',
    'early_departure',
    'partial',
    'present',
  ],
  'incident.behavior': ['state_offense', 'school_violation', 'code_of_conduct', 'other'],
  'grade.subject': ['english', 'mathematics', 'science', 'social_science', 'other'],
  'grade.gradeType': ['final', 'grading_period', 'progress'],
  'collegeAccess.event': [
    'fafsa_completed',
    'application',
    'acceptance',
    'entrance_test',
    'early_college_credit',
    'enrolled',
  ],
}
