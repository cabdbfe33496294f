import { withdrawal, type Chance } from './chance.ts'
import { elements, markOf } from './oracle-matrix.ts'
import { hatsOf } from './oracle.ts'
import type { Correction, RecordStatement, Token, World } from './world.ts'

/** What a question can be about, and the element of that fact. */
export const elementOfFact = {
  name: 'directory',
  grade_level: 'directory',
  birth_date: 'demographics',
  contact: 'contacts',
  enrollment: 'enrollment',
  attendance: 'attendance',
  behavior: 'behavior',
  grade: 'grades',
  assessment: 'assessments',
  college_access: 'college_access',
} as const
export type Fact = keyof typeof elementOfFact
export const facts = Object.keys(elementOfFact) as Fact[]

/** Questions about facts by families and staff, open, answered and closed, and what families say of facts that were not changed. */
export function questionsOf(chance: Chance, world: World): Pick<World, 'correction_request' | 'record_statement'> {
  const correction_request = world.student.flatMap((student) => {
    const family = world.rows.guardianship.filter((g) => g.student_id === student.id).map((g) => g.person_id!)
    const askers = [
      ...chance.some(family, 0.6).map((person) => [person, 'guardian'] as const),
      ...(student.person_id && chance.is(0.4) ? [[student.person_id, 'student'] as const] : []),
      ...(chance.is(0.4) ? [[chance.pick(world.membership).person_id, 'staff'] as const] : []),
    ]
    return askers.map(([asked_by, asker_kind]) => questionOf(chance, student.id, asked_by, asker_kind))
  })
  const refused = correction_request.filter((r) => r.answer === 'not_changed' && r.asker_kind !== 'staff')
  const record_statement: RecordStatement[] = chance.some(refused, 0.7).map((r) => {
    const id = chance.id()
    const author_kind = r.asker_kind === 'student' ? 'student' : 'guardian'
    return { id, student_id: r.student_id, request_id: r.id, body: id, author_id: r.asked_by, author_kind }
  })
  return { correction_request, record_statement }
}

function questionOf(chance: Chance, student_id: string, asked_by: string, asker_kind: Correction['asker_kind']) {
  const fact = chance.pick(facts)
  const state = chance.pick(['open', 'answered', 'answered', 'closed'] as const)
  const answer = state === 'open' ? null : chance.pick(['corrected', 'not_changed', 'not_changed'] as const)
  return {
    ...{ id: chance.id(), student_id, element: elementOfFact[fact], fact, label: chance.id(), was: [], version: 1 },
    ...{ wrong: 'This is wrong', right_is: 'That is right', asked_by, asker_kind, state, answer },
    answer_text: answer ? 'Because' : '',
    answered_at: answer && '2020-01-01T00:00:00Z',
  } satisfies Correction
}

/** For many hats a token that names some of what the hat may hold; some were ended. */
export const tokensOf = (chance: Chance, world: World): Token[] =>
  chance.some(hatsOf(world), 0.6).map((hat) => ({
    hat_kind: hat.kind,
    hat_id: hat.id,
    person_id: hat.personId,
    role: hat.role,
    elements: chance.some(
      elements.filter((element) => markOf(hat.role, element) !== '-'),
      chance.pick([0.2, 0.6, 1]),
    ),
    may_write: chance.is(0.5),
    revoked_at: withdrawal(chance),
  }))
