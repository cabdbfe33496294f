import type { RecordKind } from '../records.ts'

/**
 * A table that files fill. `key` is what a row is known by, `columns` what a file may change in it, `once` what is only set when the row
 * is added. `kind` says which records fill it; `aside` which column of such a record, set aside, keeps rows from being withdrawn.
 */
export type FactTable = {
  table: string
  kind: RecordKind
  id: string | null
  key: string[]
  columns: string[]
  once?: string[]
  ofStudent?: boolean
  district: string
  school?: string
  day?: string
  /** The day of a row that has none of its own, in SQL; a row without any is of every year. */
  dayOf?: string
  kept?: { column: string; aside: string }
  /** Kinds that must be told in full as well, before a row may be withdrawn. */
  alsoWhole?: RecordKind[]
  /** Which set-aside records of the kind belong to this table, when several tables share the kind. */
  asideOf?: string
}

const ofStudent =
  'exists (select from public.student s where s.community_id = t.community_id and s.id = t.student_id and s.district_id = access.district())'
const ofSchool =
  'exists (select from public.school s where s.community_id = t.community_id and s.id = t.school_id and s.district_id = access.district())'
const direct = 't.district_id = access.district()'
const dayOfClass =
  '(select s.starts_on from public.class s where s.community_id = t.community_id and s.id = t.class_id)'
const keptStudent = { column: 'student_id', aside: 'student_external_id' }
const keptItself = { column: 'external_id', aside: 'external_id' }

/** Kinds of which a table is made besides its own. */
const alsoFrom: Record<string, RecordKind[]> = {
  person: ['contact'],
  student_demographics: ['student'],
  membership: ['classEnrollment'],
}
export const sourcesOf = ({ table, kind }: FactTable): RecordKind[] => [kind, ...(alsoFrom[table] ?? [])]

/** In order of dependence: what a table refers to stands above it. */
export const factTables: readonly FactTable[] = [
  {
    table: 'school',
    kind: 'school',
    id: 'id',
    key: ['district_id', 'external_id'],
    columns: ['name', 'level'],
    district: direct,
    kept: keptItself,
  },
  {
    table: 'academic_session',
    kind: 'session',
    id: null,
    key: ['district_id', 'external_id'],
    columns: ['school_id', 'title', 'kind', 'school_year', 'starts_on', 'ends_on'],
    district: direct,
    school: 'school_id',
    day: 'starts_on',
    kept: keptItself,
  },
  {
    table: 'calendar_date',
    kind: 'calendarDate',
    id: null,
    key: ['school_id', 'on_date', 'calendar_code', 'day_type'],
    columns: ['is_instructional'],
    once: ['district_id'],
    district: direct,
    school: 'school_id',
    day: 'on_date',
  },
  {
    table: 'class',
    kind: 'class',
    id: 'id',
    key: ['district_id', 'external_id'],
    columns: ['school_id', 'title', 'course_title', 'subject', 'is_homeroom', 'starts_on', 'ends_on'],
    district: direct,
    dayOf: 't.starts_on',
    kept: keptItself,
  },
  {
    table: 'person',
    kind: 'person',
    id: 'id',
    key: ['district_id', 'external_id'],
    columns: ['given_name', 'family_name', 'is_worker'],
    district: direct,
    kept: keptItself,
    alsoWhole: ['contact'],
  },
  {
    table: 'student',
    kind: 'student',
    id: 'id',
    key: ['district_id', 'external_id'],
    columns: ['given_name', 'middle_name', 'family_name', 'preferred_name', 'grade_level'],
    district: direct,
    kept: keptItself,
  },
  {
    table: 'enrollment',
    kind: 'schoolEnrollment',
    id: null,
    key: ['student_id', 'school_id', 'entry_on'],
    columns: ['exit_on', 'grade_level', 'is_primary'],
    ofStudent: true,
    district: ofStudent,
    school: 'school_id',
    day: 'entry_on',
    kept: keptStudent,
  },
  {
    table: 'student_demographics',
    kind: 'demographics',
    id: null,
    key: ['student_id'],
    columns: ['birth_date', 'sex', 'races', 'is_hispanic', 'home_language'],
    ofStudent: true,
    district: ofStudent,
    kept: keptStudent,
  },
  {
    table: 'student_program',
    kind: 'program',
    id: null,
    key: ['student_id', 'program', 'title', 'begin_on'],
    columns: ['end_on'],
    ofStudent: true,
    district: ofStudent,
    day: 'begin_on',
    kept: keptStudent,
  },
  {
    table: 'class_enrollment',
    kind: 'classEnrollment',
    id: null,
    key: ['student_id', 'class_id', 'external_id'],
    columns: ['school_id', 'begin_on', 'end_on'],
    ofStudent: true,
    district: ofStudent,
    dayOf: dayOfClass,
    kept: keptItself,
    asideOf: "role is distinct from 'teacher'",
  },
  {
    table: 'class_teacher',
    kind: 'classEnrollment',
    id: null,
    key: ['class_id', 'person_id', 'external_id'],
    columns: ['begin_on', 'end_on'],
    dayOf: dayOfClass,
    district:
      'exists (select from public.class s where s.community_id = t.community_id and s.id = t.class_id and s.district_id = access.district())',
    kept: keptItself,
    asideOf: "role = 'teacher'",
  },
  {
    table: 'membership',
    kind: 'person',
    id: null,
    key: ['id'],
    columns: ['approved_at'],
    once: ['person_id', 'role', 'school_id', 'district_id', 'from_on'],
    alsoWhole: ['classEnrollment'],
    asideOf: 'false',
    district:
      '(t.district_id = access.district() or exists (select from public.school s where s.community_id = t.community_id and s.id = t.school_id and s.district_id = access.district()))',
  },
  {
    table: 'guardianship',
    kind: 'studentContact',
    id: null,
    key: ['student_id', 'person_id'],
    columns: ['relation'],
    once: ['from_on'],
    ofStudent: true,
    district: ofStudent,
    kept: keptStudent,
    asideOf: 'false',
  },
  {
    table: 'student_contact',
    kind: 'studentContact',
    id: null,
    key: ['student_id', 'person_id'],
    columns: ['name', 'relation', 'phone', 'email', 'language', 'is_primary', 'lives_with'],
    ofStudent: true,
    district: ofStudent,
    kept: keptStudent,
  },
  {
    table: 'contact_restriction',
    kind: 'studentContact',
    id: null,
    key: ['student_id', 'person_id', 'kind'],
    columns: ['description'],
    once: ['from_on'],
    ofStudent: true,
    district: ofStudent,
    kept: keptStudent,
    asideOf: 'false',
  },
  {
    table: 'attendance_event',
    kind: 'attendance',
    id: null,
    key: ['student_id', 'school_id', 'on_date', 'code'],
    columns: ['duration'],
    ofStudent: true,
    district: ofSchool,
    school: 'school_id',
    day: 'on_date',
    kept: keptStudent,
  },
  {
    table: 'behavior_incident',
    kind: 'incident',
    id: null,
    key: ['student_id', 'school_id', 'external_id', 'behavior'],
    columns: ['on_date', 'participation'],
    ofStudent: true,
    district: ofSchool,
    school: 'school_id',
    day: 'on_date',
    kept: keptStudent,
  },
  {
    table: 'discipline_action',
    kind: 'discipline',
    id: null,
    key: ['student_id', 'school_id', 'external_id', 'action'],
    columns: ['on_date', 'days'],
    ofStudent: true,
    district: ofSchool,
    school: 'school_id',
    day: 'on_date',
    kept: keptStudent,
  },
  {
    table: 'grade',
    kind: 'grade',
    id: null,
    key: ['student_id', 'school_id', 'course_title', 'term_title', 'term_ends_on', 'grade_type'],
    columns: ['class_id', 'subject', 'numeric_grade', 'letter_grade', 'credits_attempted', 'credits_earned'],
    ofStudent: true,
    district: ofSchool,
    school: 'school_id',
    day: 'term_ends_on',
    kept: keptStudent,
  },
  {
    table: 'assessment_result',
    kind: 'assessment',
    id: null,
    key: ['student_id', 'assessment', 'subject', 'taken_on'],
    columns: ['vendor', 'score', 'score_number', 'level'],
    ofStudent: true,
    district: ofStudent,
    day: 'taken_on',
    kept: keptStudent,
  },
  {
    table: 'college_access_event',
    kind: 'collegeAccess',
    id: null,
    key: ['student_id', 'event', 'on_date', 'institution'],
    columns: ['detail'],
    ofStudent: true,
    district: ofStudent,
    day: 'on_date',
    kept: keptStudent,
  },
]

/** What is known of each table, the schools first and what happened to students last: a jsonb has its keys in an order of its own. */
export const inTableOrder = <Known>(of: Record<string, Known>): Record<string, Known> =>
  Object.fromEntries(factTables.flatMap(({ table }) => (table in of ? [[table, of[table]!]] : [])))
