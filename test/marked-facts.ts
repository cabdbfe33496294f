import { randomUUID } from 'node:crypto'
import { mark, markedId, type MarkedIds } from './marks.ts'
import type { SmallTown } from './small-town.ts'

export type Rows = Record<string, unknown>[]

/** What files have told of the marked student, and the import that told it. */
export function factsOf({ id, today }: SmallTown, ids: MarkedIds): Record<string, Rows> {
  const student_id = ids.student
  const about = { student_id, access_school_id: id.school }
  const at = { ...about, school_id: id.school }
  const window = { window_from: today, window_to: today }
  const file = { district_id: id.district, import_id: ids.import }
  const fact = () => ({ id: markedId() })
  return {
    import_source: [{ id: ids.importSource, district_id: id.district, name: mark('source'), kind: 'csv', version: 1 }],
    import: [
      {
        ...{ id: ids.import, district_id: id.district, source_id: ids.importSource, state: 'checked' },
        ...{ created_by: id.account, created_at: 'now', counts: {}, questions: [], answers: {}, formats: [] },
        ...{ wanted: 'check', rows_done: 1, failure: mark('failure'), is_watched: false },
      },
    ],
    import_file: [{ ...fact(), ...file, name: mark('file'), kind: 'csv', bytes: 1, sha256: '' }],
    import_look: [
      {
        ...{ ...fact(), ...file, proposal: { files: [], reasons: {} } },
        looks: {
          looks: [{ file: mark('file'), headers: [], secrets: [], rows: 1, samples: [[mark('sample')]], columns: [] }],
          changes: [],
        },
      },
    ],
    import_problem: [
      {
        ...{ ...fact(), ...file, file: mark('file'), row_number: 1, column_name: 'givenName', value: mark('cell') },
        ...{ rule: 'name', severity: 'error', message: mark('problem'), params: { value: mark('cell') } },
      },
    ],
    class: [
      {
        ...{ id: ids.class, district_id: id.district, school_id: id.school, external_id: 'c1' },
        ...{ title: 'English 9', is_homeroom: false },
      },
    ],
    student: [
      {
        ...{ id: student_id, district_id: id.district, access_school_id: id.school, external_id: mark('number') },
        ...{ given_name: mark('given'), middle_name: mark('middle'), family_name: mark('family') },
        ...{ preferred_name: mark('preferred'), grade_level: '09', created_at: 'now' },
      },
    ],
    student_identifier: [
      { ...fact(), ...about, district_id: id.district, kind: 'number', value: mark('identifier'), since: 'now' },
    ],
    student_demographics: [
      { ...about, birth_date: '2011-02-03', races: [mark('race')], home_language: mark('language') },
    ],
    student_program: [{ ...fact(), ...about, program: 'section_504', title: mark('program'), begin_on: today }],
    enrollment: [{ ...fact(), ...at, entry_on: '2020-01-01', grade_level: '09', is_primary: true }],
    class_enrollment: [{ ...fact(), ...at, class_id: ids.class, external_id: mark('rosternumber') }],
    attendance_event: [{ ...fact(), ...at, on_date: today, code: 'unexcused_absence', duration: 1 }],
    attendance_summary: [
      { ...at, ...window, import_id: ids.import, days_enrolled: 67, days_missed: 33, computed_at: 'now' },
    ],
    behavior_incident: [
      {
        ...{ ...fact(), ...at, external_id: mark('incident'), on_date: today, behavior: 'other' },
        participation: mark('participation'),
      },
    ],
    discipline_action: [{ ...fact(), ...at, external_id: mark('action'), on_date: today, action: mark('discipline') }],
    behavior_summary: [
      { ...about, ...window, incidents: 7, state_offenses: 0, suspension_days: 0, computed_at: 'now' },
    ],
    grade: [
      {
        ...{ ...fact(), ...at, class_id: ids.class, course_title: mark('course'), subject: 'english' },
        ...{ term_title: mark('term'), term_ends_on: today, grade_type: 'final', letter_grade: mark('grade') },
      },
    ],
    course_summary: [
      {
        ...{ ...about, ...window, subject: 'english', failures: 3, courses: 5, grade_points: 0, computed_at: 'now' },
        ...{ semester_failures: 3, credits_earned: 0 },
      },
    ],
    assessment_result: [
      {
        ...{ ...fact(), ...about, assessment: mark('assessment'), vendor: '', subject: '', taken_on: today },
        score: mark('score'),
      },
    ],
    college_access_event: [
      { ...fact(), ...about, event: 'application', on_date: today, institution: mark('college'), detail: '' },
    ],
    flag: [
      {
        ...{ ...about, ...window, indicator: 'attendance', level: 'concern', preset_id: randomUUID() },
        ...{
          facts: {
            level: 'concern',
            from: today,
            to: today,
            causes: [{ rule: 'missed_at_least', value: 10, daysMissed: 33, daysEnrolled: 67 }],
          },
          raised_at: 'now',
          computed_at: 'now',
        },
      },
    ],
  }
}
