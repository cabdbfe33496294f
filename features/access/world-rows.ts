import { withdrawal, type Chance } from './chance.ts'
import type { Student, StudentRow, World } from './world.ts'

type Facts = Pick<
  World['rows'],
  | 'attendance_event'
  | 'attendance_summary'
  | 'behavior_incident'
  | 'discipline_action'
  | 'behavior_summary'
  | 'grade'
  | 'course_summary'
  | 'assessment_result'
  | 'college_access_event'
  | 'flag'
>

/** One or two rows of every imported and computed table about a student. */
export function factsOf(chance: Chance, world: World, student: Student): Facts {
  const about = { student_id: student.id }
  const day = { on_date: world.today }
  const window = { window_from: world.today, window_to: world.today }
  const school_id = chance.pick(world.school).id
  const fact = (more: object): StudentRow => ({
    ...about,
    id: chance.id(),
    school_id,
    withdrawn_at: withdrawal(chance),
    ...more,
  })
  const taken = [...chance.some(world.class, 0.4).map((c) => c.id), null]
  return {
    attendance_event: [fact({ ...day, code: 'unexcused_absence' }), fact({ ...day, code: 'tardy' })],
    attendance_summary: [{ ...about, school_id, ...window, days_enrolled: 60, days_missed: 9 }],
    behavior_incident: [fact({ ...day, external_id: 'b', behavior: 'other' })],
    discipline_action: [fact({ ...day, external_id: 'd', action: 'detention' })],
    behavior_summary: [{ ...about, ...window, incidents: 1, state_offenses: 0, suspension_days: 0 }],
    grade: taken.map((class_id, i) =>
      fact({
        class_id,
        course_title: `Course ${i}`,
        subject: 'other',
        term_title: 'T1',
        term_ends_on: world.today,
        grade_type: 'final',
      }),
    ),
    course_summary: [{ ...about, ...window, subject: 'english', failures: 0, courses: 1 }],
    assessment_result: [{ ...fact({ taken_on: world.today, assessment: 'Test' }), school_id: undefined }],
    college_access_event: [{ ...fact({ ...day, event: 'application' }), school_id: undefined }],
    flag: ['attendance', 'behavior', 'course'].map((indicator) => ({
      ...about,
      ...window,
      indicator,
      level: 'concern',
      preset_id: student.id,
      facts: {},
    })),
  }
}

type Writings = Pick<
  World['rows'],
  | 'note'
  | 'note_revision'
  | 'restricted_note'
  | 'need'
  | 'need_change'
  | 'student_review'
  | 'strength'
  | 'student_voice'
>

const needStatuses = ['proposed', 'open', 'open', 'being_met', 'met', 'not_needed', 'in_error']

type Family = { student: Student; guardians: StudentRow[]; members: StudentRow[] }

/** What staff, partners, guardians and the student wrote. Most authors wear several hats in the world. */
export function writingsOf(chance: Chance, world: World, { student, guardians, members }: Family): Writings {
  const authors = [
    ...chance.some(world.person, 0.2).map((p) => ({ author_id: p.id, author_kind: chance.pick(['staff', 'partner']) })),
    ...world.membership
      .filter((m) => ['teacher', 'coordinator'].includes(m.role) && chance.is(0.3))
      .map((m) => ({ author_id: m.person_id, author_kind: 'staff' })),
    ...guardians.map((g) => ({ author_id: g.person_id!, author_kind: 'guardian' })),
    ...(student.person_id ? [{ author_id: student.person_id, author_kind: 'student' }] : []),
  ]
  const write = (more: object = {}): StudentRow[] =>
    chance
      .some(authors, 0.6)
      .map((author) => ({ student_id: student.id, id: chance.id(), ...author, body: 'Words', ...more }))
  const note = write()
  const need: StudentRow[] = write({ domain: 'academic' }).map((row) => {
    const member = chance.is(0.4) ? chance.pick(members) : undefined
    const whose = { member_id: member?.id ?? null, member_person_id: member?.person_id ?? null }
    return { ...row, ...whose, status: chance.pick(needStatuses) }
  })
  return {
    note,
    note_revision: note.map(({ id, author_id, student_id }) => ({
      ...{ id: chance.id(), note_id: id, student_id, author_id: author_id! },
      ...{ revision: 1, kind: 'other', body: 'Words before', written_at: `${world.today}T12:00:00Z` },
    })),
    restricted_note: write(),
    need,
    need_change: need.map(({ id, author_id, author_kind, student_id, member_id, member_person_id }) => ({
      ...{ member_id, member_person_id },
      ...{ id: chance.id(), need_id: id, student_id, author_id, author_kind, written_by: author_id },
      ...{
        revision: 0,
        domain: 'academic',
        status: 'open',
        body: 'Words before',
        written_at: `${world.today}T12:00:00Z`,
      },
    })),
    student_review: chance.some(authors, 0.4).map(({ author_id }, i) => ({
      ...{
        student_id: student.id,
        id: chance.id(),
        author_id,
        saved_by: author_id,
        school_year: `20${10 + i}-${11 + i}`,
      },
      ...{ strengths: 'Draws', begun_at: `${world.today}T12:00:00Z`, saved_at: `${world.today}T12:00:00Z` },
      ...{ marks: {}, revision: 1 },
    })),
    strength: write(),
    student_voice: write(),
  }
}
