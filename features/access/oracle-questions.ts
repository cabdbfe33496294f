import { elements, markOf } from './oracle-matrix.ts'
import { mayOpen, reaches } from './oracle.ts'
import type { Correction, Hat, Opened, RecordStatement, World } from './world.ts'

/** What a visit asked to open, and the elements that a program's token names: all of them where a person came. */
export type Visit = { opened: Opened; named: readonly string[] }
export const byPerson: Visit = { opened: { elements: [], students: [] }, named: elements }

/** Is every row of the element about this student in reach of the visit? */
function readsWhole(world: World, hat: Hat, studentId: string, element: string, { opened, named }: Visit) {
  const student = world.student.find((s) => s.id === studentId)
  if (!student || student.withdrawn_at || !named.includes(element)) return false
  const mark = markOf(hat.role, element)
  if (hat.role === 'partner_worker')
    return (
      mark === 's' &&
      opened.elements.includes(element) &&
      opened.students.includes(studentId) &&
      mayOpen(world, hat, student, element)
    )
  return mark.includes('r') && reaches(world, hat, student)
}

/** At school whoever reads the fact knows of a question about it, and whoever asked; of a family the one who asked, no other guardian. */
export function mayKnowOf(world: World, hat: Hat, question: Correction, visit: Visit): boolean {
  if (hat.role === 'partner_worker') return false
  const isTheirs =
    question.asked_by === hat.personId && (question.asker_kind === 'staff') === (hat.kind === 'membership')
  const isKnown = readsWhole(world, hat, question.student_id, 'directory', visit)
  if (hat.kind !== 'membership') return isTheirs && isKnown
  return readsWhole(world, hat, question.student_id, question.element, visit) || (isTheirs && isKnown)
}

/** A statement stands beside its fact for all who read the fact. */
export const mayReadStatement = (world: World, hat: Hat, { request_id }: RecordStatement, visit: Visit) => {
  const question = world.correction_request.find((r) => r.id === request_id)!
  return readsWhole(world, hat, question.student_id, question.element, visit)
}

/** Whoever reads the fact in full, at school or of the family, may say that it is wrong. */
export const mayAsk = (world: World, hat: Hat, studentId: string, element: string) =>
  hat.role !== 'partner_worker' && readsWhole(world, hat, studentId, element, byPerson)
