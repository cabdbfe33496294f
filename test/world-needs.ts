import type { Chance } from '#features/access/chance.ts'
import { mayWrite } from '#features/access/oracle.ts'
import { markOf } from '#features/access/oracle-matrix.ts'
import type { Hat, StudentRow, World } from '#features/access/world.ts'
import { sql } from '#platform/database.ts'
import type { Attempt } from './world-acts.ts'

const nobody = { elements: [], students: [] }
const studentOf = (world: World, row: StudentRow) => world.student.find((s) => s.id === row.student_id)!
const kindOf = (hat: Hat) => (hat.kind === 'membership' ? 'staff' : hat.kind === 'self' ? 'student' : 'guardian')
const mayWriteNeeds = (world: World, hat: Hat, student: World['student'][number]) =>
  hat.role !== 'partner_worker' && !student.withdrawn_at && mayWrite(world, hat, student, 'needs', nobody)

const naming = (world: World, hat: Hat, chance: Chance): Attempt => {
  const student = chance.pick(world.student)
  return {
    what: `names a need of ${student.given_name}`,
    statement: sql`select act.name_need(${student.id}, ${'health'}, ${'urgent'}, ${'family'}, ${world.today}::date, ${'Needs glasses'})`,
    opening: { elements: ['needs'], students: [student.id] },
    may: mayWriteNeeds(world, hat, student),
    check: ({ rows }) =>
      rows.need.some(
        (n) =>
          n.body === 'Needs glasses' &&
          n.author_id === hat.personId &&
          n.status === (hat.kind === 'membership' ? 'open' : 'proposed'),
      ),
  }
}

/** Whoever holds all needs of a student decides about each; others change what is their own, a family only while it is proposed. */
const mayChange = (world: World, hat: Hat, need: StudentRow, status: string) => {
  const student = studentOf(world, need)
  if (!mayWriteNeeds(world, hat, student)) return false
  if (hat.kind === 'membership' && markOf(hat.role, 'needs').includes('r')) return true
  if (need.author_id !== hat.personId || need.author_kind !== kindOf(hat)) return false
  return hat.kind === 'membership' || (need.status === 'proposed' && ['proposed', 'not_needed'].includes(status))
}

const changing = (world: World, hat: Hat, chance: Chance): Attempt | undefined => {
  const need = chance.pick(world.rows.need)
  if (!need) return undefined
  const status = chance.pick(['proposed', 'being_met', 'met', 'not_needed'])
  const revision = chance.is(0.8) ? ((need.revision as number | undefined) ?? 1) : 7
  return {
    what: `changes need ${need.id} to ${status}`,
    statement: sql`select act.change_need(${need.id}, ${revision}::int, ${'health'}, null, ${status}, ${'Because of this'}, null, ${'Changed today'})`,
    opening: { elements: ['needs'], students: [need.student_id] },
    may: revision !== 7 && mayChange(world, hat, need, status) && (status !== 'proposed' || need.status === 'proposed'),
    check: ({ rows }) =>
      rows.need.some((n) => n.id === need.id && n.status === status && n.revision === revision + 1) &&
      rows.need_change.some((c) => c.need_id === need.id && c.revision === revision && c.author_id === need.author_id),
  }
}

export const needing = [naming, changing]
