import type { Chance } from '#features/access/chance.ts'
import { isAddressHidden, mayWrite, whyNotRead } from '#features/access/oracle.ts'
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

const mayKeepHousehold = (world: World, hat: Hat, student: World['student'][number]) =>
  hat.role !== 'partner_worker' &&
  !student.withdrawn_at &&
  mayWrite(world, hat, student, 'household', nobody) &&
  !isAddressHidden(world, hat, student.id)
const homeOf = (world: World, studentId: string) =>
  world.rows.household_student.find((h) => h.student_id === studentId)?.household_id

const joining = (world: World, hat: Hat, chance: Chance): Attempt => {
  const [student, sibling] = [chance.pick(world.student), chance.pick(world.student)]
  return {
    what: `says that ${student.given_name} and ${sibling.given_name} live together`,
    statement: sql`select act.join_household(${student.id}, ${sibling.id})`,
    may:
      hat.kind === 'membership' &&
      student !== sibling &&
      [student, sibling].every((each) => mayKeepHousehold(world, hat, each)),
    check: (after) =>
      homeOf(after, student.id) !== undefined && homeOf(after, student.id) === homeOf(after, sibling.id),
  }
}

const leaving = (world: World, hat: Hat, chance: Chance): Attempt => {
  const student = chance.pick(world.student)
  return {
    what: `says that ${student.given_name} lives with no other student`,
    statement: sql`select act.leave_household(${student.id})`,
    may: hat.kind === 'membership' && mayKeepHousehold(world, hat, student),
    check: (after) => homeOf(after, student.id) === undefined,
  }
}

const addingMember = (world: World, hat: Hat, chance: Chance): Attempt => {
  const student = chance.pick(world.student)
  const person = chance.is(0.5) ? hat.personId : null
  const isKnown =
    student.person_id === person ||
    [...world.rows.guardianship, ...world.rows.student_contact].some(
      (g) => g.student_id === student.id && g.person_id === person && !g.withdrawn_at,
    )
  const isThere = world.rows.household_member.some(
    (m) => m.student_id === student.id && m.person_id === person && !m.ended_on,
  )
  return {
    what: `names ${person ?? 'somebody'} as living with ${student.given_name}`,
    statement: sql`select act.add_household_member(${student.id}, 'adult', ${person}, ${'Aunt'}, ${'aunt'}, null)`,
    may: mayKeepHousehold(world, hat, student) && (person ? isKnown && !isThere : hat.kind === 'membership'),
    check: ({ rows }) =>
      rows.household_member.some((m) => m.relation === 'aunt' && m.student_id === student.id && m.person_id === person),
  }
}

const endingMember = (world: World, hat: Hat, chance: Chance): Attempt | undefined => {
  const member = chance.pick(world.rows.household_member)
  if (!member) return undefined
  return {
    what: `says that ${member.id} has left`,
    statement: sql`select act.end_household_member(${member.id})`,
    may:
      !member.ended_on &&
      (hat.kind === 'membership' || member.person_id === hat.personId) &&
      mayKeepHousehold(world, hat, studentOf(world, member)),
    check: ({ rows }) => !!rows.household_member.find((m) => m.id === member.id)!.ended_on,
  }
}

const namingForMember = (world: World, hat: Hat, chance: Chance): Attempt | undefined => {
  const member = chance.pick(world.rows.household_member)
  if (!member) return undefined
  const student = studentOf(world, member)
  const knows =
    hat.kind === 'membership'
      ? whyNotRead(world, hat, 'household_member', member, nobody) === undefined
      : member.person_id === hat.personId
  return {
    what: `names a need of household member ${member.id}`,
    statement: sql`select act.name_need(${student.id}, ${'family'}, null, ${'family'}, ${world.today}::date, ${'Looks for work'}, ${member.id})`,
    may: !member.ended_on && knows && mayWriteNeeds(world, hat, student),
    check: ({ rows }) =>
      rows.need.some(
        (n) =>
          n.body === 'Looks for work' &&
          n.member_id === member.id &&
          (n.member_person_id ?? null) === (member.person_id ?? null),
      ),
  }
}

/** Once for each student in a world: its reviews are of other years. */
const reviewing = (world: World, hat: Hat, chance: Chance): Attempt => {
  const student = chance.pick(world.student)
  const isFirst = !world.rows.student_review.some(
    (r) => r.student_id === student.id && (r.school_year as string) > '2020-21',
  )
  const marks = JSON.stringify({ safety: { standing: 'need', words: 'A safe way to school' } })
  return {
    what: `reviews ${student.given_name}`,
    statement: sql`select act.save_review(${student.id}, 0, ${'Sings'}, ${marks}::jsonb, true)`,
    may: isFirst && hat.kind === 'membership' && mayWriteNeeds(world, hat, student),
    check: ({ rows }) =>
      rows.need.some((n) => n.source === 'review' && n.student_id === student.id && n.domain === 'safety') &&
      rows.strength.some((s) => s.body === 'Sings' && s.student_id === student.id && s.review_id),
  }
}

export const needing = [naming, changing, reviewing]
export const livingTogether = [joining, leaving, addingMember, endingMember, namingForMember]
