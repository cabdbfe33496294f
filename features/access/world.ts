/** A world is what the tables of one community hold, as plain objects: what the oracle reads and the tests insert. Days are text. */
export type Day = string

type Span = { from_on: Day; until_on: Day | null }
type Withdrawable = { withdrawn_at: string | null }

export type School = { id: string; district_id: string }
export type Person = { id: string; given_name: string; family_name: string }
export type Membership = Span &
  Withdrawable & {
    id: string
    person_id: string
    role: string
    district_id: string | null
    school_id: string | null
    organization_id: string | null
    approved_at: string | null
  }
export type Class = Withdrawable & { id: string; school_id: string; starts_on: Day | null; ends_on: Day | null }
export type ClassTeacher = Withdrawable & {
  class_id: string
  person_id: string
  begin_on: Day | null
  end_on: Day | null
}
export type Student = Withdrawable & {
  id: string
  district_id: string
  person_id: string | null
  given_name: string
  family_name: string
}
export type Agreement = {
  id: string
  organization_id: string
  district_id: string
  basis: 'consent' | 'school_official' | 'directory_information'
  from_on: Day
  until_on: Day
  terminated_on: Day | null
}

/** One row about one student. Which of the optional columns it has depends on the table. */
export type StudentRow = {
  [column: string]: unknown
  student_id: string
  id?: string
  withdrawn_at?: string | null
  person_id?: string
  author_id?: string
  author_kind?: string
  class_id?: string | null
  member_id?: string | null
  member_person_id?: string | null
  organization_id?: string
  school_id?: string
  giver_id?: string
  giver_kind?: string
  given_at?: string
  elements?: string[]
  indicator?: string
  subject?: string
  state?: string
  stage?: string
  birth_date?: Day | null
  approved_at?: string | null
  is_primary?: boolean
  entry_on?: Day
  exit_on?: Day | null
  begin_on?: Day | null
  end_on?: Day | null
  from_on?: Day
  until_on?: Day | null
}

/** Every table that holds rows about students, and the element it belongs to. */
export const studentTables = {
  student: 'directory',
  student_identifier: 'directory',
  student_demographics: 'demographics',
  student_program: 'demographics',
  enrollment: 'enrollment',
  class_enrollment: 'enrollment',
  guardianship: 'contacts',
  student_contact: 'contacts',
  student_address: 'household',
  household_student: 'household',
  household_member: 'household',
  contact_restriction: 'contact_restrictions',
  attendance_event: 'attendance',
  attendance_summary: 'attendance',
  behavior_incident: 'behavior',
  discipline_action: 'behavior',
  behavior_summary: 'behavior',
  grade: 'grades',
  course_summary: 'grades',
  assessment_result: 'assessments',
  college_access_event: 'college_access',
  flag: 'flags',
  note: 'notes',
  note_revision: 'notes',
  restricted_note: 'restricted_notes',
  need: 'needs',
  need_change: 'needs',
  student_review: 'needs',
  strength: 'strengths',
  student_voice: 'voice',
  consent: 'consents',
  directory_opt_out: 'consents',
  referral: 'referrals',
  referral_event: 'referrals',
  referral_word: 'referrals',
  referral_message: 'referrals',
  participation: 'services',
  service_log: 'services',
} as const
export type StudentTable = keyof typeof studentTables

/** What tells one row of a table from another where the table has no id of its own. */
export const keyColumns: Partial<Record<StudentTable, readonly string[]>> = {
  student_demographics: ['student_id'],
  household_student: ['student_id'],
  attendance_summary: ['student_id', 'school_id'],
  behavior_summary: ['student_id'],
  course_summary: ['student_id', 'subject'],
  flag: ['student_id', 'indicator'],
}
export const keyOf = (table: StudentTable, row: StudentRow) =>
  (keyColumns[table] ?? ['id']).map((column) => row[column]).join(' ')

/** A question about a fact, told by the element of the fact. */
export type Correction = {
  id: string
  student_id: string
  element: string
  fact: string
  label: string
  was: string[]
  wrong: string
  right_is: string
  asked_by: string
  asker_kind: 'guardian' | 'student' | 'staff'
  state: 'open' | 'answered' | 'closed'
  answer: 'corrected' | 'not_changed' | null
  answer_text: string
  answered_at: string | null
  version: number
}
export type RecordStatement = {
  id: string
  student_id: string
  request_id: string
  body: string
  author_id: string
  author_kind: 'guardian' | 'student'
}
/** A program's token: a hat, narrowed to elements. */
export type Token = {
  hat_kind: Hat['kind']
  hat_id: string
  person_id: string
  role: string
  elements: string[]
  may_write: boolean
  revoked_at: string | null
}

export type World = {
  seed: number
  communityId: string
  timeZone: string
  today: Day
  district: { id: string }[]
  school: School[]
  person: Person[]
  membership: Membership[]
  class: Class[]
  class_teacher: ClassTeacher[]
  organization: { id: string }[]
  service: { id: string; organization_id: string; status: string }[]
  agreement: Agreement[]
  agreement_element: { agreement_id: string; element: string }[]
  agreement_signature: { agreement_id: string; side: string }[]
  student: Student[]
  /** When a student's record took another one over. */
  merges: { survivorId: string; at: string }[]
  correction_request: Correction[]
  record_statement: RecordStatement[]
  tokens: Token[]
  rows: Record<Exclude<StudentTable, 'student'>, StudentRow[]>
}

/** A role that somebody wears in a session, whether or not it holds today. */
export type Hat = {
  kind: 'membership' | 'guardianship' | 'self'
  id: string
  personId: string
  role: string
  districtId: string | null
  schoolId: string | null
  organizationId: string | null
  studentId: string | null
}

/** What an outsider asks to open. */
export type Opened = { elements: readonly string[]; students: readonly string[] }

/** Every row of a table about students; a student is a row about itself. */
export const rowsOf = (world: World, table: StudentTable): StudentRow[] =>
  table === 'student' ? world.student.map((s) => ({ ...s, student_id: s.id }) as StudentRow) : world.rows[table]
